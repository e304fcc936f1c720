"""Sessions and items on one scale of minutes, and which of them overlap."""

from dataclasses import dataclass

from meetings.models import AgendaItem, Session, edtf
from meetings.models.agendas import MINUTES_A_DAY, minutes_of


@dataclass(frozen=True, eq=False)
class Slot:
    """When a session or an item takes place, in minutes since the calendar began."""

    session: Session
    item: AgendaItem | None
    begin: int
    finish: int


def first_minute(session):
    """Return the minute at which a session begins, if its day and start are known."""
    day = edtf.parse_exact(session.date)
    # On which of several days a session begins at 9:00 is not said.
    if session.start is None or day is None or day.earliest != day.latest:
        return None
    return day.earliest.toordinal() * MINUTES_A_DAY + minutes_of(session.start)


def length(session):
    """Return the minutes between start and end of a session, or those of its items."""
    return session.allotted if session.length is None else session.length


def session_slots(agenda):
    """Return the slots of the sessions whose day and start are known."""
    begins = [(session, first_minute(session)) for session in agenda.sessions]
    return [
        Slot(session, None, begin, begin + length(session))
        for session, begin in begins
        if begin is not None
    ]


def item_slots(agenda):
    """Yield the slots of all items in these sessions; those of one never overlap."""
    for slot in session_slots(agenda):
        items = slot.session.item_list
        for item in items:
            begin = slot.begin + item.offset
            finish = begin + (item.duration or 0)
            if item.duration is None and len(items) == 1:
                finish = slot.finish  # nothing else can be meant
            yield Slot(slot.session, item, begin, finish)


def overlapping(slots):
    """Yield each two slots that have a minute in common, in the order given.

    What has no length, since nobody has allotted any yet, overlaps with nothing. Each
    is compared with those under way only: all with all is too slow where 1,500
    presenters share an agenda.
    """
    # Numbered, since slots are visited by their begin but named in the given order.
    numbered = [each for each in enumerate(slots) if each[1].finish > each[1].begin]
    under_way = []
    for n, slot in sorted(numbered, key=lambda each: each[1].begin):
        under_way = [each for each in under_way if each[1].finish > slot.begin]
        for m, other in under_way:
            yield (other, slot) if m < n else (slot, other)
        under_way.append((n, slot))
