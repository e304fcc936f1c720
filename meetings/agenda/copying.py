"""Starting from last time: an agenda copied into another meeting, its days moved."""

from django.db.models import Exists, OuterRef, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.agenda import load
from meetings.agenda.editing import shortened
from meetings.agenda.outcomes import matters_arising
from meetings.models import AgendaItem, Meeting, Session, edtf
from meetings.models.agendas import ItemKind, SessionKind
from meetings.models.edtf import OPEN, Precision
from meetings.models.names import LANGUAGES

TITLES = tuple(f"title_{language}" for language in LANGUAGES)
LONGEST_TITLE = 250
MATTERS_ARISING = {
    "title_en": "Matters arising",
    "title_ko": "지난 회의 후속 사항",
    "title_ja": "前回会議からの継続事項",
    "title_zh": "上次会议后续事项",
}


class Part(TextChoices):
    """What is copied beside the sessions themselves."""

    ITEMS = "items", gettext_lazy("Items")
    PRESENTERS = "presenters", gettext_lazy("Presenters, as open places")
    ROOMS = "rooms", gettext_lazy("Rooms and places")
    MATTERS = "matters", gettext_lazy("Matters arising from open decisions")


def sources_for(meeting):
    """The other meetings that have sessions, the latest first."""
    sessions = Session.objects.filter(meeting=OuterRef("pk"))
    others = Meeting.objects.filter(Exists(sessions)).exclude(pk=meeting.pk)
    return others.with_names().latest_first()


def last_time(meeting, sources):
    """Of the sources, the last edition before this meeting in its series, or None."""
    own = [each for each in sources if each.series_id == meeting.series_id]
    earlier = [each for each in own if each.number and is_earlier(each, meeting)]
    return max(earlier, key=lambda each: each.number, default=None)


def is_earlier(edition, meeting):
    if meeting.number:
        return edition.number < meeting.number
    return not edition.is_after(meeting)


def copying(source, parts, first_day):
    """The edit that puts the agenda of `source` behind that of another meeting."""

    def edit(plan):
        matters = Part.MATTERS in parts
        plan.sessions += copied(load(source), parts, first_day)
        plan.sessions += matters_session(plan.meeting) if matters else []
        return _("Copied the agenda of %(meeting)s") % {"meeting": source.slug}

    return edit


def copied(plan, parts, first_day):
    """New sessions like those of a plan, whose first exact day becomes `first_day`.

    Sessions that name no exact day have none; without a `first_day` nor has any.
    """
    days = [day for session in plan.sessions if (day := first_exact_day(session.date))]
    by = first_day - min(days) if days and first_day else None
    return [session_like(session, parts, by) for session in plan.sessions]


def first_exact_day(date):
    """The day a date of record begins on, None where it names a month, say."""
    moment = edtf.parse(date) if date else None
    is_exact = moment and moment.precision is Precision.DAY
    return moment.earliest if is_exact else None


def moved(date, by):
    """The date so much later, as certain; "" where it names no exact day."""
    if by is None or first_exact_day(date) is None:
        return ""
    moment = edtf.parse(date)
    points = (moment.start, moment.end) if moment.is_interval else (moment.start,)
    try:
        return "/".join(str(p.earliest + by) if p else OPEN for p in points)
    except OverflowError:  # beyond the year 9999
        return ""


def session_like(session, parts, by):
    rooms = ["room"] if Part.ROOMS in parts else []
    new = like(session, "kind", "start", "end", "mode", *rooms, *TITLES)
    new.date = moved(session.date, by)
    items = session.parts if Part.ITEMS in parts else []
    new.parts = [item_like(item, parts) for item in items]
    return new


def item_like(item, parts):
    new = like(item, "kind", "duration", "is_internal", *TITLES)
    people = item.people if Part.PRESENTERS in parts else []
    new.people = [open_place_like(presenter) for presenter in people]
    return new


def open_place_like(presenter):
    new = like(presenter, "part", "language", "interpretation")
    new.is_open = True
    return new


def like(row, *names):
    """A new row that has the values of another in these columns."""
    return type(row)(**{name: getattr(row, name) for name in names})


def matters_session(meeting):
    """A session with an item for each open decision, as a list; [] if there is none."""
    decisions = matters_arising(meeting)
    session = Session(kind=SessionKind.BUSINESS, **MATTERS_ARISING)
    session.parts = [matter(decision) for decision in decisions]
    return [session] if session.parts else []


def matter(decision):
    """An item whose titles are the texts of a decision, shortened if they must be."""
    texts = {f"title_{c}": getattr(decision, f"text_{c}") for c in LANGUAGES}
    titles = {
        name: shortened(" ".join(text.split()), LONGEST_TITLE)
        for name, text in texts.items()
    }
    item = AgendaItem(kind=ItemKind.DISCUSSION, **titles)
    item.people = []
    return item
