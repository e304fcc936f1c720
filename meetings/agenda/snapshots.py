"""Rows of an agenda as plain data, and back."""

from collections import defaultdict

from meetings.models import AgendaItem, Presenter, Session
from meetings.text.dates import json_value

MODELS = (Session, AgendaItem, Presenter)
NOT_KEPT = {"version", "meeting"}

# The columns of each kind of row, relations by their ids.
COLUMNS = {
    model: tuple(f.attname for f in model._meta.fields if f.name not in NOT_KEPT)
    for model in MODELS
}


def as_dict(row):
    """A row as JSON can hold it."""
    return {name: json_value(getattr(row, name)) for name in COLUMNS[type(row)]}


def made_from(model, kept, known):
    """The row that was kept: the one that is `known` by its id, or it is made anew."""
    row = known.get((model, kept["id"])) or model(pk=kept["id"])
    for name in COLUMNS[model]:
        field = model._meta.get_field(name)
        setattr(row, name, field.to_python(kept[name]))
    row.kept_sources = kept.get("sources", ())
    return row


def rows_of(snapshot):
    """The rows of a snapshot by kind and id, without the rows within."""
    found = {model: {} for model in MODELS}
    for session in snapshot:
        found[Session][session["id"]] = bare(session)
        for item in session["items"]:
            found[AgendaItem][item["id"]] = bare(item)
            for presenter in item["presenters"]:
                found[Presenter][presenter["id"]] = bare(presenter)
    return found


def bare(row):
    within = ("items", "presenters", "sources")
    return {name: row[name] for name in row if name not in within}


def with_sources(meeting, snapshot):
    """The snapshot, with the ids of the sources of its sessions and items."""
    by_session, by_item = (
        sources_by(model, column, {lookup: meeting})
        for model, column, lookup in (
            (Session, "session_id", "session__meeting"),
            (AgendaItem, "agendaitem_id", "agendaitem__session__meeting"),
        )
    )
    return [
        session
        | {
            "sources": by_session[session["id"]],
            "items": [
                item | {"sources": by_item[item["id"]]} for item in session["items"]
            ],
        }
        for session in snapshot
    ]


def sources_by(model, column, of_meeting):
    links = model.sources.through.objects.filter(**of_meeting).order_by("pk")
    found = defaultdict(list)
    for pk, source in links.values_list(column, "source_id"):
        found[pk].append(source)
    return found
