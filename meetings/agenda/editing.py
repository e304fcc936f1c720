"""An edit of an agenda: made on what its editor saw, saved whole, undone if need be."""

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.snapshots import COLUMNS, as_dict, rows_of, with_sources
from meetings.models import (
    AgendaItem,
    AgendaUndo,
    Decision,
    ItemMinutes,
    Meeting,
    Presenter,
    Session,
)
from meetings.models.agendas import LAST_PLACE
from meetings.models.bulk import TrackedBulkWriter

LONGEST_DESCRIPTION = AgendaUndo._meta.get_field("what").max_length
# Beyond any place: where rows wait until theirs is free.
ASIDE = LAST_PLACE + 1


class HasOutcomes(Exception):
    """An item that minutes or decisions belong to cannot be taken out."""

    def __init__(self, item):
        super().__init__(item)
        self.item = item


def edit_agenda(meeting, seen, by, moment, edit):
    """Load the agenda, let `edit(agenda)` change it, save it, and return it.

    `seen` is the fingerprint of what the editor saw: raise StaleAgenda if the agenda is
    another by now. `edit` returns what it did, in a few words. Whatever it or `save`
    raises leaves everything as it was.
    """
    try:
        with transaction.atomic():
            lock(meeting)
            agenda = load_as_seen(meeting, seen)
            before = agenda.snapshot()
            # Sources are no part of an edit, but go with a row that is taken out.
            undo_to = with_sources(meeting, before)
            what = edit(agenda)
            save(agenda, TrackedBulkWriter(by, moment, what))
            # A form that was saved without a change leaves nothing to undo.
            if agenda.loaded != before:
                add_undo(agenda, what, undo_to, seen, by, moment)
    except IntegrityError as error:  # somebody was faster by a hair
        raise StaleAgenda from error
    return agenda


def undo_last_edit(meeting, by, moment):
    """Take the last edit back; return its AgendaUndo and the agenda, or None if none.

    Raise StaleAgenda if something else was changed since, in the back office say.
    """
    try:
        with transaction.atomic():
            lock(meeting)
            last = last_undo(meeting)
            if last is None:
                return None
            agenda = load_as_seen(meeting, last.after)
            agenda.restore(last.before)
            # Not translated: the history is read by all, whatever their language.
            save(agenda, TrackedBulkWriter(by, moment, f"Undone: {last.what}"))
            last.delete()
            # The edit before can be undone next, if it led to what was undone to.
            earlier = meeting.agenda_undos.filter(after=last.seen)
            earlier.update(after=agenda.fingerprint)
    except IntegrityError as error:  # who or what was there then is there no more
        raise StaleAgenda from error
    return last, agenda


def lock(meeting):
    """Keep other editors of the agenda waiting until the transaction ends.

    The meeting is locked, since an empty agenda has no row that could be.
    """
    Meeting.objects.select_for_update().get(pk=meeting.pk)


def load_as_seen(meeting, seen):
    """Return the agenda if it still has the fingerprint `seen`; else raise."""
    agenda = load_agenda(meeting)
    if agenda.fingerprint != seen:
        raise StaleAgenda
    return agenda


def add_undo(agenda, what, before, seen, by, moment):
    """Keep what the agenda was before an edit, so that it can be undone."""
    AgendaUndo.objects.create(
        meeting=agenda.meeting,
        what=truncated(what, LONGEST_DESCRIPTION),
        before=before,
        seen=seen,
        after=agenda.fingerprint,
        made_at=moment,
        made_by=by,
    )
    AgendaUndo.objects.forget_old(agenda.meeting)


def last_undo(meeting):
    """Return the last edit that was not undone, or None."""
    return meeting.agenda_undos.order_by("pk").last()


def truncated(text, longest):
    """Return the text, or its beginning and an ellipsis: at most so many code points.

    Django's Truncator does not count accents, which columns of the database do.
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"


def save(agenda, writer):
    """Write what differs from what was loaded, with a TrackedBulkWriter.

    Raise HasOutcomes if an item would go that minutes or decisions belong to.
    """
    before = rows_of(agenda.loaded)
    agenda.arrange()
    # Only what differs is written: every row that is gets a version and a history.
    free_places(agenda, before)
    for model in (Session, AgendaItem, Presenter):
        agenda.arrange()  # again, since new parents have their ids by now
        rows = agenda.rows(model)
        changed = [
            row
            for row in rows
            if row.pk in before[model] and as_dict(row) != before[model][row.pk]
        ]
        writer.update(changed, written_columns(model))
        insert(agenda, writer, [row for row in rows if row.pk not in before[model]])
    delete_missing(agenda, writer, before)
    agenda.remember_saved()


def written_columns(model):
    """Return what an edit may change of a row; the writer adds what it derives."""
    return [name for name in COLUMNS[model] if name not in {"id", *model.derived}]


def free_places(agenda, before):
    """Free the places of all rows that take another one, or go.

    A place is taken once after every single statement, so that rows cannot simply
    change places.
    """
    for model, rows in before.items():
        now = {row.pk: as_dict(row) for row in agenda.rows(model)}
        moved = [pk for pk, row in rows.items() if now.get(pk) != row]
        model.objects.filter(pk__in=moved).update(order=F("order") + ASIDE)


def insert(agenda, writer, rows):
    """Insert rows of one model; those that come back have their sources again."""
    continue_versions(rows)
    writer.insert(rows)
    for row in rows:
        if sources := agenda.sources.get((type(row), row.pk)):
            row.sources.set(sources)


def continue_versions(rows):
    """Give rows that come back a version that they have never had.

    Otherwise somebody who saw a row before it went could overwrite what it is now.
    """
    returning = {row.pk: row for row in rows if row.pk}
    if returning:
        past = type(rows[0]).history.filter(id__in=returning).order_by()
        for pk, last in past.values_list("id").annotate(Max("version")):
            returning[pk].version = last + 1


def delete_missing(agenda, writer, before):
    """Delete what is no longer on the agenda, the parts first."""
    missing = {
        model: rows.keys() - {row.pk for row in agenda.rows(model)}
        for model, rows in before.items()
    }
    refuse_if_outcomes(missing[AgendaItem])
    for model in (Presenter, AgendaItem, Session):
        writer.delete(list(model.objects.filter(pk__in=missing[model])))


def refuse_if_outcomes(item_pks):
    """Raise HasOutcomes if minutes or decisions belong to one of these items."""
    for model in (ItemMinutes, Decision):
        outcome = model.objects.filter(item__in=item_pks).select_related("item").first()
        if outcome:
            raise HasOutcomes(outcome.item)
