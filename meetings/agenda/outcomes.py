"""The outcomes of meetings: decisions to be followed up, and minutes of items."""

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

from meetings.models import Decision, ItemMinutes
from meetings.models.agendas import schedule_all
from meetings.models.decisions import FollowUp


def matters_arising(meeting):
    """Return decisions of earlier meetings of the series still open, oldest first.

    A meeting is earlier if it may have begun before this one ends; one whose date is
    not known may, so that nothing open is lost.
    """
    decisions = Decision.objects.open_of(meeting.series_id).exclude(meeting=meeting)
    if meeting.latest:
        begun = Q(meeting__earliest__lt=meeting.latest) | Q(meeting__earliest=None)
        decisions = decisions.filter(begun)
    return decisions.select_related("meeting__series").prefetch_related(
        "meeting__series__names"
    )


def with_duties(decisions, day):
    """Load who is to follow decisions up; annotate `is_overdue` as of a day."""
    is_overdue = Q(follow_up=FollowUp.OPEN, due_on__isnull=False, due_on__lt=day)
    return decisions.select_related(
        "item", "responsible_government", "responsible_organization"
    ).annotate(is_overdue=ExpressionWrapper(is_overdue, BooleanField()))


def next_order(meeting):
    """Return the first free place after all decisions of a meeting."""
    # Not the number of decisions, since places may be left out.
    return (meeting.decisions.aggregate(Max("order"))["order__max"] or 0) + 1


def minutes_with_savers():
    """Annotate minutes with `saved_at` and `saver`: when and by whom they were saved.

    A save is the row of the history that has the version of the minutes.
    """
    saves = ItemMinutes.history.filter(
        id=OuterRef("pk"), version=OuterRef("version")
    ).order_by("-history_id")
    # As `str(user)` does, but in the query: who has no name is called by the e-mail.
    name = NullIf("history_user__name", Value(""))
    name = Coalesce(name, "history_user__email", output_field=CharField())
    return ItemMinutes.objects.annotate(
        saved_at=Subquery(saves.values("history_date")[:1]),
        saver=Subquery(saves.annotate(saver=name).values("saver")[:1]),
    )


def sessions_with_minutes(meeting):
    """Return the sessions of a meeting in their order, with labels and minutes.

    Not as an Agenda, which would load the presenters too.
    """
    return schedule_all(
        meeting.sessions.prefetch_related(
            "items", Prefetch("items__minutes", minutes_with_savers())
        )
    )
