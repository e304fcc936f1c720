"""Sessions and items on one scale of minutes, and which of them overlap."""

from dataclasses import dataclass

from meetings.models import AgendaItem, Session, edtf
from meetings.models.agenda_times import DAY, minutes_of


@dataclass(frozen=True, eq=False)
class Slot:
    """When a session or an item takes place, in minutes since the calendar began."""

    session: Session
    item: AgendaItem | None
    begin: int
    finish: int


def exact(date):
    """A date of record that is known to the day, uncertain or not, or None."""
    try:
        moment = edtf.parse(date or "")
    except edtf.EdtfError:
        return None
    return moment if moment.precision is edtf.Precision.DAY else None


def opening(session):
    """The minute at which a session begins, or None unless day and time are known."""
    day = exact(session.date)
    if session.start is None or day is None or day.earliest != day.latest:
        return None
    return day.earliest.toordinal() * DAY + minutes_of(session.start)


def length(session):
    """The minutes between the start of a session and its end, or those of its items."""
    if session.end is None:
        return session.allotted
    return minutes_of(session.end) - minutes_of(session.start)


def session_slots(plan):
    """The slots of the sessions whose day and start are known."""
    openings = [(session, opening(session)) for session in plan.sessions]
    return [
        Slot(session, None, begin, begin + length(session))
        for session, begin in openings
        if begin is not None
    ]


def item_slots(plan):
    """The slots of all items in these sessions; those of one session never overlap."""
    for slot in session_slots(plan):
        begin = slot.begin
        for item in slot.session.parts:
            finish = begin + (item.duration or 0)
            if item.duration is None and len(slot.session.parts) == 1:
                finish = slot.finish  # nothing else can be meant
            yield Slot(slot.session, item, begin, finish)
            begin = finish


def overlapping(slots):
    """Yield each two slots that have a minute in common, in the order given.

    What has no length, since nobody has allotted any yet, overlaps with nothing.
    """
    numbered = [each for each in enumerate(slots) if each[1].finish > each[1].begin]
    under_way = []
    for n, slot in sorted(numbered, key=lambda each: each[1].begin):
        under_way = [each for each in under_way if each[1].finish > slot.begin]
        for m, other in under_way:
            yield (other, slot) if m < n else (slot, other)
        under_way.append((n, slot))
