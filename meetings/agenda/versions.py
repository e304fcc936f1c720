"""Versions of an agenda: frozen as it is when it is published, and read again."""

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from meetings.agenda.agenda import Agenda
from meetings.agenda.editing import load_as_seen, lock
from meetings.agenda.snapshots import with_all_columns
from meetings.models import AgendaVersion
from meetings.models.names import LANGUAGES, active_language, override_language


class NotPublishable(Exception):
    """There is nothing to publish; the first argument is a sentence that says why."""


def publish(meeting, comment, by, moment, seen):
    """Freeze the agenda as the next version, or raise NotPublishable.

    `seen` is the fingerprint of what the publisher saw; raise StaleAgenda if the agenda
    is another by now.
    """
    with transaction.atomic():
        lock(meeting)
        snapshot = frozen_snapshot(load_as_seen(meeting, seen))
        last = latest_version(meeting)
        refuse_needless(snapshot, last)
        return AgendaVersion.objects.create(
            meeting=meeting,
            number=last.number + 1 if last else 1,
            comment=comment,
            snapshot=snapshot,
            made_at=moment,
            made_by=by,
        )


def refuse_needless(snapshot, last):
    """Raise NotPublishable if there is no session, or nothing has changed."""
    if not snapshot:
        raise NotPublishable(_("There is no session to publish yet."))
    if last and is_as_published(snapshot, last):
        params = {"number": last.number}
        raise NotPublishable(
            _("Nothing has changed since version %(number)s.") % params
        )


def is_as_published(snapshot, version):
    """Whether nothing has changed since a version, which may lack today's columns."""
    return with_all_columns(version.snapshot) == snapshot


def latest_version(meeting):
    """Return the version with the highest number, or None."""
    return meeting.agenda_versions.order_by("number").last()


def frozen_snapshot(agenda):
    """Return the snapshot of an agenda, with what presenters are called today.

    Each presenter has `names` by language, none if they do not come, and the id of the
    person in `bearer`. A version thus stays what it was, whoever is renamed later.
    """
    load_names(agenda)
    day = agenda.meeting.day_of_names
    by_pk = {presenter.pk: presenter for presenter in agenda.presenters}
    snapshot = agenda.snapshot()
    for values in presenters_in(snapshot):
        row = by_pk[values["id"]]
        values["names"] = published_names(row, day)
        values["bearer"] = row.attendee.person_id if row.attendee else row.person_id
    return snapshot


def presenters_in(snapshot):
    """Yield the presenters of a snapshot, each a dict."""
    for session in snapshot:
        for item in session["items"]:
            yield from item["presenters"]


def load_names(agenda):
    """Load the former names of all governments and bodies at once."""
    bodies = [
        presenter.government or presenter.attendee.delegation.body
        for presenter in agenda.presenters
        if presenter.government or presenter.attendee
    ]
    # One query for each model, since Django prefetches for rows of one model only.
    for model in {type(body) for body in bodies}:
        prefetch_related_objects([b for b in bodies if type(b) is model], "names")


def published_names(presenter, day):
    """Return what everybody may read, by language; nothing if they do not come."""
    if not presenter.is_coming:
        return {}
    names = {}
    for language in LANGUAGES:
        with override_language(language):
            names[language] = published_name(presenter, language, day)
    return names


def published_name(presenter, language, day):
    if presenter.as_printed or not presenter.subject:
        return str(presenter)
    if presenter.government:
        return presenter.government.name_on(day)
    attendee = presenter.attendee
    person = attendee.person if attendee else presenter.person
    # A name as in the passport is only for readers who may see personal data.
    latin = language == "en" and person.public_latin_name
    names = [latin or person.display_name]
    if attendee:
        names.append(attendee.delegation.body.name_on(day))
    return ", ".join(names)


def agenda_from(snapshot):
    """Return the agenda of a version; its presenters have their `published_name`.

    Those who were not coming are left out. Nothing is asked of the database.
    """
    agenda = Agenda(meeting=None)
    # The rows may be gone from the database since; these are never saved.
    agenda.restore(snapshot)
    names = {values["id"]: values["names"] for values in presenters_in(snapshot)}
    for item in agenda.items:
        item.presenter_list = [each for each in item.presenter_list if names[each.pk]]
        for presenter in item.presenter_list:
            presenter.published_name = names[presenter.pk][active_language()]
    return agenda


def without_internal(agenda):
    """Take out what is internal, and return the agenda as everybody may read it.

    It is not arranged anew: an internal item still takes its time and its number.
    """
    for session in agenda.sessions:
        session.item_list = [item for item in session.item_list if not item.is_internal]
    return agenda
