"""Sentences on how sessions and items differ between two agendas, for delegations.

They are in the reader's language; `old` and `new` are the same row before and after.
"""

from django.utils.translation import gettext as _

from meetings.models import Session, edtf
from meetings.models.agendas import clock_span
from meetings.models.meeting_choices import MeetingFormat
from meetings.models.names import LANGUAGES, Language, active_language
from meetings.models.presenters import PresenterPart


def describe_addition(row):
    where = when_where_who(row)
    params = {"what": number_and_title(row), "where": where}
    if not where:
        return _("%(what)s is new.") % params
    return _("%(what)s is new: %(where)s.") % params


def describe_cancellation(row):
    where = when_where_who(row)
    params = {"what": number_and_title(row), "where": where}
    if not where:
        return _("%(what)s is cancelled.") % params
    return _("%(what)s is cancelled (%(where)s).") % params


def describe_move(old, new):
    """Return from where to where it moved; "" if it stayed."""
    if not isinstance(new, Session):
        return from_to(new, item_place(old), item_place(new))
    before, now = rooms_to_compare(old, new)
    return from_to(new, session_place(old, before), session_place(new, now))


def rooms_to_compare(old, new):
    """Return the rooms of before and now; the same twice if it is no other room.

    A translation that is added makes it no other one. Where no language has both,
    nobody can tell: both are returned, since a move must not go untold.
    """
    pairs = {key: pair for key, pair in by_language("room", old, new) if all(pair)}
    if not pairs:
        return old.room, new.room
    changed = [pairs[key] for key in own_first(pairs) if pairs[key][0] != pairs[key][1]]
    return changed[0] if changed else ("", "")


def describe_move_in_time(old, new):
    """As `describe_move`, for an item whose session is not worth a word."""
    return from_to(new, [times(old)], [times(new)])


def from_to(row, old, new):
    """Return a sentence on those parts of two places that differ; "" if none does."""
    # A session that only changes its room is not said to move from its old day.
    pairs = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    old, new = (", ".join(pair[n] for pair in pairs if pair[n]) for n in (0, 1))
    params = {"what": number_and_title(row), "old": old, "new": new}
    if old and new:
        return _("%(what)s moves from %(old)s to %(new)s.") % params
    if old:
        return _("%(what)s is no longer set for %(old)s.") % params
    return _("%(what)s is set for %(new)s.") % params if new else ""


def describe_place(row, rows):
    """Return after what a row comes now, among all `rows` in their order."""
    before = rows[: rows.index(row)]
    if not before:
        return _("%(what)s now comes first.") % {"what": number_and_title(row)}
    params = {"what": number_and_title(row), "other": number_and_title(before[-1])}
    return _("%(what)s now comes after %(other)s.") % params


def describe_other_times(session, pairs):
    """Return one sentence on all items of a session that have other times."""
    changes = "; ".join(
        f"{number_and_title(new)} {times(old) or '—'} → {times(new) or '—'}"
        for old, new in pairs
    )
    params = {"session": number_and_title(session), "times": changes}
    return _("%(session)s has other times: %(times)s.") % params


def describe_retitling(old, new):
    """Return what it is called now; "" unless a title gave way to another.

    A translation that is added to the titles there are does not count.
    """
    own = active_language()
    pairs = {key: pair for key, pair in by_language("title", old, new) if all(pair)}
    changed = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
    # Without any title a row is called by its kind, and a first title replaces that.
    if bool(old.title) != bool(new.title):
        changed = {own: (str(old), str(new))}
    if not changed:
        return ""
    titles = "; ".join(title_change(key, *changed[key]) for key in own_first(changed))
    what = numbered(new) if own in changed else number_and_title(new)
    return _("%(what)s is retitled: %(titles)s.") % {"what": what, "titles": titles}


def by_language(name, old, new):
    """Return each language with what it had and has as the text `name`."""
    return [
        (language, tuple(getattr(row, f"{name}_{language}") for row in (old, new)))
        for language in LANGUAGES
    ]


def own_first(languages):
    """Return the languages, the reader's before the others in their order."""
    # The sort is stable.
    return sorted(languages, key=active_language().__ne__)


def title_change(language, old, new):
    """Return both titles, with the name of the language unless it is the reader's."""
    text = f"“{old}” → “{new}”"
    is_own = language == active_language()
    return text if is_own else f"{Language(language).label}: {text}"


def describe_presenters(old, new):
    """Return who presents or chairs it instead of whom; "" if they are the same."""
    before, after = presenter_names(old), presenter_names(new)
    params = {
        "what": number_and_title(new),
        "old": "; ".join(name for name in before if name not in after),
        "new": "; ".join(name for name in after if name not in before),
    }
    if params["old"] and params["new"]:
        return _("%(what)s: %(new)s instead of %(old)s.") % params
    if params["old"]:
        return _("%(what)s: no longer %(old)s.") % params
    if params["new"]:
        return _("%(what)s: now also %(new)s.") % params
    if before == after:
        return ""
    params["new"] = "; ".join(after)
    return _("%(what)s: now in this order: %(new)s.") % params


def presenter_names(item):
    """Return the names of those who present or chair an item, with their part."""
    return [name_and_part(presenter) for presenter in item.presenter_list]


def name_and_part(presenter):
    if presenter.part == PresenterPart.PRESENTER:
        return presenter.published_name
    return f"{presenter.published_name} ({presenter.get_part_display()})"


def number_and_title(row):
    params = {"number": numbered(row), "title": row}
    return _("%(number)s “%(title)s”") % params


def numbered(row):
    if isinstance(row, Session):
        return _("Session %(number)s") % {"number": row.label}
    return row.label


def when_where_who(row):
    """Return all there is to say of when and where it is, and who presents it."""
    if isinstance(row, Session):
        return ", ".join(filter(None, session_place(row, row.room)))
    presenters = "; ".join(presenter_names(row))
    parts = [number_and_title(row.session), times(row), presenters]
    return ", ".join(filter(None, parts))


def session_place(session, room):
    """Return when and where a session is, in parts."""
    return edtf.in_words(session.date), times(session), room, format_name(session)


def item_place(item):
    """Return in which session an item is, and when, in parts."""
    session = item.session
    return number_and_title(session), edtf.in_words(session.date), times(item)


def format_name(session):
    is_unknown = session.mode == MeetingFormat.UNKNOWN
    return "" if is_unknown else str(session.get_mode_display())


def times(row):
    """Return from when to when it is: 10:20–10:40, or as much as is known."""
    is_session = isinstance(row, Session)
    # As they were entered: a session without an end is not said to end.
    begin, finish = (row.start, row.end) if is_session else (row.begin, row.finish)
    span = clock_span(begin, finish)
    if not span and not is_session and row.duration:
        return _("%(count)s min") % {"count": row.duration}
    return span
