"""What a delegation wants to read of how one version differs from another."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from meetings.agenda import change_descriptions
from meetings.agenda.versions import read, without_internal


class ChangeKind(TextChoices):
    """Kinds of changes, in the order in which they are told."""

    CANCELLED = "cancelled", _("Cancelled")
    NEW = "new", _("New")
    MOVED = "moved", _("Moved")
    TIMES = "times", _("Other times")
    RETITLED = "retitled", _("Retitled")
    PRESENTERS = "presenters", _("Other presenters")


@dataclass(frozen=True)
class Change:
    """What is other than before: its kind, and a sentence in the reader's language."""

    kind: ChangeKind
    sentence: str


def changes(old, new):
    """How the snapshot `new` differs from `old`, by kind, then by place.

    What is internal is left out. What lies in a session that is new or cancelled is
    told with it, and items that only run on from what changed are told together.
    """
    old, new = (as_everybody_reads(kept) for kept in (old, new))
    found = [*of_sessions(old, new), *of_items(old, new)]
    order = list(ChangeKind)
    return sorted(found, key=lambda change: order.index(change.kind))


def as_everybody_reads(kept):
    """The agenda that was kept, each item with its `offset` from its session's."""
    plan = read(kept)
    for session in plan.sessions:
        offset = 0
        for item in session.parts:
            item.offset = offset
            offset += item.duration or 0
    return without_internal(plan)


def of_sessions(old, new):
    gone, come, both = held_together(old.sessions, new.sessions)
    yield from (
        Change(ChangeKind.CANCELLED, change_descriptions.cancelled(s)) for s in gone
    )
    yield from (Change(ChangeKind.NEW, change_descriptions.new(s)) for s in come)
    steady = []
    for was, now in both:
        if sentence := change_descriptions.moved(was, now):
            yield Change(ChangeKind.MOVED, sentence)
        else:
            steady.append((was, now))
    for _was, now in out_of_step(steady):
        yield Change(ChangeKind.MOVED, change_descriptions.after(now, new.sessions))
    yield from retitled(both)


def of_items(old, new):
    gone, come, both = held_together(old.items, new.items)
    _gone, _come, sessions = held_together(old.sessions, new.sessions)
    stayed = {now.pk for _was, now in sessions}
    for item in gone:
        if item.session.pk in stayed:
            yield Change(ChangeKind.CANCELLED, change_descriptions.cancelled(item))
    for item in come:
        if item.session.pk in stayed:
            yield Change(ChangeKind.NEW, change_descriptions.new(item))
    for was, now in both:
        if was.session.pk != now.session.pk:
            yield elsewhere(was, now)
    for session in new.sessions:
        yield from within(session, [pair for pair in both if is_in(session, *pair)])
    yield from retitled(both)
    yield from presented_otherwise(both)


def elsewhere(was, now):
    """An item that is in another session now."""
    sentence = change_descriptions.moved(was, now) or change_descriptions.after(
        now, now.session.parts
    )
    return Change(ChangeKind.MOVED, sentence)


def is_in(session, was, now):
    return was.session.pk == now.session.pk == session.pk


def within(session, pairs):
    """Items that changed places in a session, and all that begin at other times."""
    jumped = out_of_step(pairs)
    for was, now in jumped:
        in_time = change_descriptions.moved_in_time(was, now)
        sentence = in_time or change_descriptions.after(now, session.parts)
        yield Change(ChangeKind.MOVED, sentence)
    shifted = [pair for pair in pairs if pair not in jumped and runs_otherwise(*pair)]
    if shifted:
        yield Change(
            ChangeKind.TIMES, change_descriptions.other_times(session, shifted)
        )


def runs_otherwise(was, now):
    """Whether the item has other times, and not just those of its session."""
    same = (was.offset, was.duration) == (now.offset, now.duration)
    return not same and change_descriptions.span(was) != change_descriptions.span(now)


def retitled(pairs):
    for was, now in pairs:
        if sentence := change_descriptions.retitled(was, now):
            yield Change(ChangeKind.RETITLED, sentence)


def presented_otherwise(pairs):
    for was, now in pairs:
        if sentence := change_descriptions.other_presenters(was, now):
            yield Change(ChangeKind.PRESENTERS, sentence)


def held_together(old, new):
    """The rows that are gone, those that are new, and pairs of those that stay."""
    was, now = ({row.pk: row for row in rows} for rows in (old, new))
    gone = [row for pk, row in was.items() if pk not in now]
    come = [row for pk, row in now.items() if pk not in was]
    return gone, come, [(was[pk], row) for pk, row in now.items() if pk in was]


def out_of_step(pairs):
    """The fewest pairs without which the others stand in their order of before."""
    steady = longest_rise([was.order for was, _now in pairs])
    return [pair for pair in pairs if pair[0].order not in steady]


def longest_rise(numbers):
    """The longest choice of numbers that rise as they stand."""
    best = []  # of each length the choice that ends lowest
    for number in numbers:
        at = bisect_left(best, number, key=itemgetter(-1))
        best[at : at + 1] = [[*(best[at - 1] if at else []), number]]
    return best[-1] if best else []
