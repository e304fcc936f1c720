"""Sentences on what is other in an agenda, in the reader's language."""

from django.utils.translation import gettext as _

from meetings.models import Session, edtf
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import LANGUAGES, Language, active_language
from meetings.models.presenters import PresenterPart


def new(row):
    where = in_full(row)
    if not where:
        return _("%(what)s is new.") % {"what": named(row)}
    return _("%(what)s is new: %(where)s.") % {"what": named(row), "where": where}


def cancelled(row):
    where = in_full(row)
    if not where:
        return _("%(what)s is cancelled.") % {"what": named(row)}
    told = {"what": named(row), "where": where}
    return _("%(what)s is cancelled (%(where)s).") % told


def moved(was, now):
    return from_to(now, place(was), place(now))


def moved_in_time(was, now):
    return from_to(now, [span(was)], [span(now)])


def from_to(row, old, new):
    """From where to where, by those parts that differ; "" where none does."""
    pairs = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    old, new = (", ".join(pair[n] for pair in pairs if pair[n]) for n in (0, 1))
    told = {"what": named(row), "old": old, "new": new}
    if old and new:
        return _("%(what)s moves from %(old)s to %(new)s.") % told
    if old:
        return _("%(what)s is no longer set for %(old)s.") % told
    return _("%(what)s is set for %(new)s.") % told if new else ""


def after(row, rows):
    """After what it comes now, among all in their order."""
    before = rows[: rows.index(row)]
    if not before:
        return _("%(what)s now comes first.") % {"what": named(row)}
    told = {"what": named(row), "other": named(before[-1])}
    return _("%(what)s now comes after %(other)s.") % told


def other_times(session, pairs):
    times = "; ".join(
        f"{named(now)} {span(was) or '—'} → {span(now) or '—'}" for was, now in pairs
    )
    told = {"session": named(session), "times": times}
    return _("%(session)s has other times: %(times)s.") % told


def retitled(was, now):
    """What it is called now; "" unless a title gave way to another.

    A translation that comes in beside the titles there are is none.
    """
    own = active_language()
    given = {language: titles(was, now, language) for language in LANGUAGES}
    other = {key: pair for key, pair in given.items() if pair[0] != pair[1]}
    if bool(was.title) != bool(now.title):
        other = {own: (str(was), str(now))}
    other = {key: pair for key, pair in other.items() if all(pair)}
    if not other:
        return ""
    told = [title_pair(key, *other[key]) for key in sorted(other, key=own.__ne__)]
    what = label(now) if own in other else named(now)
    sentence = _("%(what)s is retitled: %(titles)s.")
    return sentence % {"what": what, "titles": "; ".join(told)}


def titles(was, now, language):
    return tuple(getattr(row, f"title_{language}") for row in (was, now))


def title_pair(language, old, new):
    """One title and the next; its language is named unless it is the reader's."""
    text = f"“{old}” → “{new}”"
    is_own = language == active_language()
    return text if is_own else f"{Language(language).label}: {text}"


def other_presenters(was, now):
    """Who presents or chairs it instead of whom; "" where they are the same."""
    old, new = presenters(was), presenters(now)
    told = {
        "what": named(now),
        "old": "; ".join(name for name in old if name not in new),
        "new": "; ".join(name for name in new if name not in old),
    }
    if told["old"] and told["new"]:
        return _("%(what)s: %(new)s instead of %(old)s.") % told
    if told["old"]:
        return _("%(what)s: no longer %(old)s.") % told
    if told["new"]:
        return _("%(what)s: now also %(new)s.") % told
    told["new"] = "; ".join(new)
    return _("%(what)s: now in this order: %(new)s.") % told if old != new else ""


def presenters(item):
    """The names of those who present or chair an item, with their part."""
    return [presenter_name(presenter) for presenter in item.people]


def presenter_name(presenter):
    if presenter.part == PresenterPart.PRESENTER:
        return presenter.name
    return f"{presenter.name} ({presenter.get_part_display()})"


def named(row):
    """A session or an item by its number and its title."""
    told = {"number": label(row), "title": row}
    return _("%(number)s “%(title)s”") % told


def label(row):
    if isinstance(row, Session):
        return _("Session %(number)s") % {"number": row.label}
    return row.label


def in_full(row):
    """All there is to say of when and where something is, and who presents it."""
    if isinstance(row, Session):
        return ", ".join(filter(None, place(row)))
    told = [named(row.session), span(row), "; ".join(presenters(row))]
    return ", ".join(filter(None, told))


def place(row):
    """When and where something is, in parts: those of a session, or of an item."""
    if isinstance(row, Session):
        return day(row), span(row), row.room, mode(row)
    return named(row.session), day(row.session), span(row)


def day(session):
    return edtf.in_words(session.date)


def mode(session):
    unknown = session.mode == MeetingFormat.UNKNOWN
    return "" if unknown else str(session.get_mode_display())


def span(row):
    """From when to when: 10:20–10:40, or as much of it as is known."""
    is_session = isinstance(row, Session)
    begin, finish = (row.start, row.end) if is_session else (row.begin, row.finish)
    times = [f"{moment:%H:%M}" for moment in (begin, finish) if moment]
    if not times and not is_session and row.duration:
        return _("%(count)s min") % {"count": row.duration}
    return "–".join(dict.fromkeys(times))
