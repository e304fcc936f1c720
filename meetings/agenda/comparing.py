"""What a delegation wants to read of how one version differs from another."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from meetings.agenda import change_descriptions
from meetings.agenda.versions import agenda_from, without_internal


class ChangeKind(TextChoices):
    """Kinds of changes, in the order in which they are listed."""

    CANCELLED = "cancelled", _("Cancelled")
    NEW = "new", _("New")
    MOVED = "moved", _("Moved")
    TIMES = "times", _("Other times")
    RETITLED = "retitled", _("Retitled")
    PRESENTERS = "presenters", _("Other presenters")


@dataclass(frozen=True)
class Change:
    """One difference: its kind, and a sentence in the reader's language."""

    kind: ChangeKind
    sentence: str


@dataclass(frozen=True)
class Matching:
    """The rows of two agendas held together by their ids; pairs are (old, new)."""

    removed: list
    added: list
    pairs: list


def changes(old, new):
    """Return how the snapshot `new` differs from `old`, by kind, then by place.

    What is internal is left out. What lies in a session that is new or cancelled is
    not listed beside it, and items that only run on from what changed share a sentence.
    """
    old, new = (without_internal(agenda_from(snapshot)) for snapshot in (old, new))
    sessions = match(old.sessions, new.sessions)
    found = [
        *session_changes(sessions, new),
        *item_changes(match(old.items, new.items), sessions, new),
    ]
    order = list(ChangeKind)
    return sorted(found, key=lambda change: order.index(change.kind))


def match(old, new):
    """Return the Matching of two lists of rows, each part in the order of its list."""
    before, after = ({row.pk: row for row in rows} for rows in (old, new))
    return Matching(
        removed=[row for pk, row in before.items() if pk not in after],
        added=[row for pk, row in after.items() if pk not in before],
        pairs=[(before[pk], row) for pk, row in after.items() if pk in before],
    )


def session_changes(sessions, agenda):
    for row in sessions.removed:
        yield cancelled(row)
    for row in sessions.added:
        yield added(row)
    # A session that is at another time explains by that why it has another place.
    unmoved = []
    for old, new in sessions.pairs:
        if sentence := change_descriptions.describe_move(old, new):
            yield Change(ChangeKind.MOVED, sentence)
        else:
            unmoved.append((old, new))
    for _old, new in out_of_order(unmoved):
        sentence = change_descriptions.describe_place(new, agenda.sessions)
        yield Change(ChangeKind.MOVED, sentence)
    yield from title_changes(sessions.pairs)


def item_changes(items, sessions, agenda):
    remaining = {new.pk for _old, new in sessions.pairs}
    for item in items.removed:
        # Those of a cancelled session are cancelled with it.
        if item.session.pk in remaining:
            yield cancelled(item)
    for item in items.added:
        if item.session.pk in remaining:
            yield added(item)
    for old, new in items.pairs:
        if old.session.pk != new.session.pk:
            yield move_to_other_session(old, new)
    for session in agenda.sessions:
        pairs = [pair for pair in items.pairs if is_in(session, *pair)]
        yield from changes_within(session, pairs)
    yield from title_changes(items.pairs)
    yield from presenter_changes(items.pairs)


def cancelled(row):
    return Change(ChangeKind.CANCELLED, change_descriptions.describe_cancellation(row))


def added(row):
    return Change(ChangeKind.NEW, change_descriptions.describe_addition(row))


def move_to_other_session(old, new):
    sentence = change_descriptions.describe_move(old, new)
    if not sentence:  # the other session has the same number, title, day and times
        siblings = new.session.item_list
        sentence = change_descriptions.describe_place(new, siblings)
    return Change(ChangeKind.MOVED, sentence)


def is_in(session, old, new):
    return old.session.pk == new.session.pk == session.pk


def changes_within(session, pairs):
    """Yield items that changed places in a session, then all that have other times."""
    # Who jumps is named alone; who only makes room for it shares a sentence below.
    jumped = out_of_order(pairs)
    for old, new in jumped:
        sentence = change_descriptions.describe_move_in_time(old, new)
        if not sentence:
            sentence = change_descriptions.describe_place(new, session.item_list)
        yield Change(ChangeKind.MOVED, sentence)
    shifted = [pair for pair in pairs if pair not in jumped and is_shifted(*pair)]
    if shifted:
        sentence = change_descriptions.describe_other_times(session, shifted)
        yield Change(ChangeKind.TIMES, sentence)


def is_shifted(old, new):
    """Whether the item has other times, and not just because its session has."""
    if (old.offset, old.duration) == (new.offset, new.duration):
        return False
    return change_descriptions.times(old) != change_descriptions.times(new)


def title_changes(pairs):
    for old, new in pairs:
        if sentence := change_descriptions.describe_retitling(old, new):
            yield Change(ChangeKind.RETITLED, sentence)


def presenter_changes(pairs):
    for old, new in pairs:
        if sentence := change_descriptions.describe_presenters(old, new):
            yield Change(ChangeKind.PRESENTERS, sentence)


def out_of_order(pairs):
    """Return as few pairs as can be, without which the others keep their old order."""
    in_order = longest_rise([old.order for old, _new in pairs])
    return [pair for pair in pairs if pair[0].order not in in_order]


def longest_rise(numbers):
    """Return the longest choice of numbers that rise as they stand.

    This is patience sorting. Agendas are short, so that copying the choices is cheap.
    """
    best = []  # of each length the choice that ends lowest
    for number in numbers:
        at = bisect_left(best, number, key=itemgetter(-1))
        extended = [*(best[at - 1] if at else ()), number]
        if at == len(best):
            best.append(extended)
        else:
            best[at] = extended
    return best[-1] if best else []
