"""Snapshots: the rows of an agenda as plain data that JSON can hold, and back."""

from collections import defaultdict

from meetings.models import AgendaItem, Presenter, Session
from meetings.text.dates import json_value

MODELS = (Session, AgendaItem, Presenter)
# The database counts versions on, and the meeting is that of the agenda.
LEFT_OUT = {"version", "meeting"}

# The columns of each model, relations by their ids.
COLUMNS = {
    model: tuple(f.attname for f in model._meta.fields if f.name not in LEFT_OUT)
    for model in MODELS
}


def as_dict(row):
    """Return the columns of a row as JSON can hold them."""
    return {name: json_value(getattr(row, name)) for name in COLUMNS[type(row)]}


def snapshot_of(sessions):
    """Return a dict for each session, with its items and their presenters in it."""
    return [
        as_dict(session) | {"items": [item_dict(item) for item in session.item_list]}
        for session in sessions
    ]


def item_dict(item):
    presenters = [as_dict(presenter) for presenter in item.presenter_list]
    return as_dict(item) | {"presenters": presenters}


def with_all_columns(snapshot):
    """Return the snapshot with defaults for columns added since it was made."""
    new_session, new_item, new_presenter = (as_dict(model()) for model in MODELS)

    def full_item(item):
        presenters = [new_presenter | presenter for presenter in item["presenters"]]
        return new_item | item | {"presenters": presenters}

    def full_session(session):
        return new_session | session | {"items": [*map(full_item, session["items"])]}

    return [full_session(session) for session in snapshot]


def row_from(values, model, known):
    """Return the row of a snapshot: the `known` one by its id, or one made anew."""
    row = known.get((model, values["id"])) or model(pk=values["id"])
    for name in COLUMNS[model]:
        # JSON has times as texts.
        field = model._meta.get_field(name)
        setattr(row, name, field.to_python(values[name]))
    return row


def rows_of(snapshot):
    """Return the columns of all rows in a snapshot, by model and id."""
    rows = {model: {} for model in MODELS}
    for session in snapshot:
        rows[Session][session["id"]] = row_columns(session)
        for item in session["items"]:
            rows[AgendaItem][item["id"]] = row_columns(item)
            for presenter in item["presenters"]:
                rows[Presenter][presenter["id"]] = row_columns(presenter)
    return rows


def row_columns(values):
    """Return a dict of a snapshot without what is not a column of its row."""
    return {
        name: value
        for name, value in values.items()
        if name not in ("items", "presenters", "sources")
    }


def sources_of(snapshot):
    """Return the ids of the sources by model and id, as far as the snapshot has them.

    Only what `with_sources` made has any.
    """
    sources = {}
    for session in snapshot:
        sources[Session, session["id"]] = session.get("sources", ())
        for item in session["items"]:
            sources[AgendaItem, item["id"]] = item.get("sources", ())
    return sources


def with_sources(meeting, snapshot):
    """Return the snapshot with the ids of the sources of its sessions and items."""
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
    """Return the ids of sources by the id of the row of a model that they are of."""
    # The table between the two is asked, for the sources themselves are of no use here.
    links = model.sources.through.objects.filter(**of_meeting).order_by("pk")
    sources = defaultdict(list)
    for pk, source in links.values_list(column, "source_id"):
        sources[pk].append(source)
    return sources
