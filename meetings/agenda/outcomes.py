"""What meetings left to be done, and what is written of their items."""

from types import SimpleNamespace

from django.db.models import (
    BooleanField,
    CharField,
    ExpressionWrapper,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, NullIf

from meetings.agenda.times import arrange
from meetings.models import Decision, ItemMinutes
from meetings.models.decisions import FollowUp


def matters_arising(meeting):
    """Decisions of earlier meetings of the series that are still open, oldest first.

    A meeting is earlier if it may have begun before this one ends; one whose date is
    not known may, so that nothing open is lost.
    """
    found = Decision.objects.open_of(meeting.series_id).exclude(meeting=meeting)
    if meeting.latest:
        begun = Q(meeting__earliest__lt=meeting.latest) | Q(meeting__earliest=None)
        found = found.filter(begun)
    return found.select_related("meeting__series").prefetch_related(
        "meeting__series__names"
    )


def with_duties(decisions, day):
    """With who is to follow them up, and whether on `day` one `is_overdue`."""
    is_overdue = Q(follow_up=FollowUp.OPEN, due_on__isnull=False, due_on__lt=day)
    return decisions.select_related(
        "item", "responsible_government", "responsible_organization"
    ).annotate(is_overdue=ExpressionWrapper(is_overdue, BooleanField()))


def next_order(meeting):
    """The first free place after all decisions of a meeting."""
    return (meeting.decisions.aggregate(Max("order"))["order__max"] or 0) + 1


def minutes_with_savers():
    """Minutes with `saved_at` and `saver`, the time and the author of their version."""
    saves = ItemMinutes.history.filter(
        id=OuterRef("pk"), version=OuterRef("version")
    ).order_by("-history_id")
    name = NullIf("history_user__name", Value(""))
    name = Coalesce(name, "history_user__email", output_field=CharField())
    return ItemMinutes.objects.annotate(
        saved_at=Subquery(saves.values("history_date")[:1]),
        saver=Subquery(saves.annotate(saver=name).values("saver")[:1]),
    )


def sessions_with_minutes(meeting):
    """The sessions of a meeting as a list, each with its items as `parts`, labelled."""
    sessions = list(
        meeting.sessions.prefetch_related(
            "items", Prefetch("items__record", minutes_with_savers())
        )
    )
    for session in sessions:
        session.parts = list(session.items.all())
    return arrange(SimpleNamespace(sessions=sessions)).sessions
