"""What people changed lately, read from the histories of the models."""

from django.db.models import Count, F, Max, Value

from meetings.models.agendas import AgendaItem, Session
from meetings.models.attendees import Attendee
from meetings.models.decisions import Decision
from meetings.models.delegations import Delegation
from meetings.models.governments import Government
from meetings.models.meetings import Meeting

# Each model, and the path to the key of the meeting or government it belongs to.
WATCHED = (
    (Meeting, "slug"),
    (Delegation, "meeting__slug"),
    (Attendee, "meeting__slug"),
    (Session, "meeting__slug"),
    (AgendaItem, "session__meeting__slug"),
    (Decision, "meeting__slug"),
    (Government, "code"),
)
MODELS = {model._meta.model_name: model for model, _path in WATCHED}


def recent_changes(since, limit=10):
    """Return what people changed since a moment, grouped by kind, the latest first.

    Each is a dict: `model`, `about` (a key), `change_type` (+ ~ -), `who`, `email`,
    `times` and `last`, the moment of the latest of them.
    """
    parts = [_changes_of(model, path, since) for model, path in WATCHED]
    changes = parts[0].union(*parts[1:], all=True).order_by("-last")[:limit]
    return [change | {"model": MODELS[change["model_name"]]} for change in changes]


def _changes_of(model, path, since):
    # Rows without a user come from loading the record, which nobody wants listed here.
    by_people = model.history.filter(
        history_date__gte=since, history_user__isnull=False
    )
    return (
        by_people.order_by()
        .values(
            model_name=Value(model._meta.model_name),
            about=F(path),
            change_type=F("history_type"),
            who=F("history_user__name"),
            email=F("history_user__email"),
        )
        .annotate(times=Count("history_id"), last=Max("history_date"))
    )
