"""Starting from last time: an agenda copied into another meeting, its days shifted."""

from django.db.models import Exists, OuterRef, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.agenda.agenda import load_agenda
from meetings.agenda.editing import truncated
from meetings.agenda.outcomes import matters_arising
from meetings.models import AgendaItem, Meeting, Session, edtf
from meetings.models.agendas import ItemKind, SessionKind
from meetings.models.names import LANGUAGES, columns_of

LONGEST_TITLE = 250
# What is written for all readers at once cannot be left to gettext.
MATTERS_ARISING = {
    "title_en": "Matters arising",
    "title_ko": "지난 회의 후속 사항",
    "title_ja": "前回会議からの継続事項",
    "title_zh": "上次会议后续事项",
}


class CopyOption(TextChoices):
    """What is copied beside the sessions themselves."""

    ITEMS = "items", gettext_lazy("Items")
    PRESENTERS = "presenters", gettext_lazy("Presenters, as open places")
    ROOMS = "rooms", gettext_lazy("Rooms and places")
    MATTERS = "matters", gettext_lazy("Matters arising from open decisions")


def meetings_with_agenda():
    """Return the meetings that have sessions, the latest first."""
    sessions = Session.objects.filter(meeting=OuterRef("pk"))
    return Meeting.objects.filter(Exists(sessions)).with_names().latest_first()


def meetings_to_copy(meeting):
    """Return the other meetings that have sessions, the latest first."""
    return meetings_with_agenda().exclude(pk=meeting.pk)


def previous_edition(meeting, sources):
    """Return the source that is the last edition before a meeting, if any is."""
    own = [each for each in sources if each.series_id == meeting.series_id]
    earlier = [each for each in own if each.number and is_earlier(each, meeting)]
    return max(earlier, key=lambda each: each.number, default=None)


def is_earlier(edition, meeting):
    """Whether an edition came before a meeting, which may have no number itself."""
    if meeting.number:
        return edition.number < meeting.number
    return not edition.is_after(meeting)


def copy_agenda(agenda, source, options, first_day):
    """Put the agenda of the meeting `source` behind the sessions that there are.

    An edit as `editing.edit_agenda` takes it.
    """
    agenda.sessions += copied_sessions(load_agenda(source), options, first_day)
    if CopyOption.MATTERS in options:
        agenda.sessions += matters_sessions(agenda.meeting)
    return _("Copied the agenda of %(meeting)s") % {"meeting": source.slug}


def copied_sessions(agenda, options, first_day):
    """Return new sessions like those of an agenda, whose first day is `first_day`.

    Sessions that name no exact day have none; without a `first_day` nor has any.
    """
    # By the sessions, since of an old meeting only the month may be known.
    days = [first_exact_day(session.date) for session in agenda.sessions]
    days = [day for day in days if day]
    shift = first_day - min(days) if days and first_day else None
    return [copied_session(session, options, shift) for session in agenda.sessions]


def first_exact_day(date):
    """Return the day that a date of record begins on, None if it names a month, say."""
    known = edtf.parse_exact(date)
    return known.earliest if known else None


def shifted_date(date, shift):
    """Return the date so much later, as certain; "" if it names no exact day."""
    if shift is None or first_exact_day(date) is None:
        return ""
    known = edtf.parse(date)
    # Without the marks of doubt: what is planned is not uncertain as the record is.
    ends = (known.start, known.end) if known.is_interval else (known.start,)
    try:
        return "/".join(str(p.earliest + shift) if p else edtf.OPEN for p in ends)
    except OverflowError:  # beyond the year 9999
        return ""


def copied_session(session, options, shift):
    new = copy_columns(session, "kind", "start", "end", "mode")
    copy_text(session, new, "title")
    if CopyOption.ROOMS in options:
        copy_text(session, new, "room")
    new.date = shifted_date(session.date, shift)
    if CopyOption.ITEMS in options:
        new.item_list = [copied_item(item, options) for item in session.item_list]
    return new


def copied_item(item, options):
    """Return a new item; a number was printed for the other agenda, and stays there."""
    new = copy_columns(item, "kind", "duration", "is_internal")
    copy_text(item, new, "title")
    if CopyOption.PRESENTERS in options:
        new.presenter_list = [open_place(each) for each in item.presenter_list]
    return new


def open_place(presenter):
    """Return an open place for whoever presents this time, with the same languages."""
    new = copy_columns(presenter, "part", "language", "interpretation")
    new.is_open = True
    return new


def copy_columns(row, *names):
    """Return a new row that has the values of another in these columns."""
    return type(row)(**{name: getattr(row, name) for name in names})


def copy_text(row, new, name):
    """Give a new row a text of another in all languages, with its origins."""
    for column in columns_of(name):
        setattr(new, column, getattr(row, column))
    new.origins |= origins_of(row, name)


def origins_of(row, name):
    """Return the origins of one text of a row: of its columns, and as a whole."""
    columns = {name, *columns_of(name)}
    return {key: origin for key, origin in row.origins.items() if key in columns}


def matters_sessions(meeting):
    """Return a session with an item for each open decision; no session if none is."""
    items = [matter_arising(decision) for decision in matters_arising(meeting)]
    if not items:
        return []
    session = Session(kind=SessionKind.BUSINESS, **MATTERS_ARISING)
    session.item_list = items
    return [session]


def matter_arising(decision):
    """Return an item whose titles are the texts of a decision, truncated to fit."""
    item = AgendaItem(kind=ItemKind.DISCUSSION)
    for language in LANGUAGES:
        # A decision has lines, a title is one.
        text = " ".join(getattr(decision, f"text_{language}").split())
        setattr(item, f"title_{language}", truncated(text, LONGEST_TITLE))
    item.origins = {
        name.replace("text", "title"): origin
        for name, origin in origins_of(decision, "text").items()
    }
    return item
