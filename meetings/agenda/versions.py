"""Versions of an agenda: frozen as it is when it is published, and read again."""

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from meetings.agenda.agenda import Plan, load
from meetings.agenda.editing import Stale
from meetings.agenda.snapshots import MODELS, as_dict
from meetings.agenda.times import arrange
from meetings.models import AgendaVersion, Meeting, Presenter
from meetings.models.names import LANGUAGES, active_language, override_language


class Refused(Exception):
    """There is nothing to publish; the first argument is a sentence that says why."""


def publish(meeting, comment, by, moment, seen=None):
    """Freeze the agenda as it is as the next version, or raise Refused.

    `seen` is the fingerprint of what the publisher saw; raise Stale if the agenda is
    another by now.
    """
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        plan = load(meeting)
        if seen and plan.fingerprint != seen:
            raise Stale
        last, kept = latest(meeting), frozen(plan)
        refuse_needless(kept, last)
        return AgendaVersion.objects.create(
            meeting=meeting,
            number=last.number + 1 if last else 1,
            comment=comment,
            snapshot=kept,
            made_at=moment,
            made_by=by,
        )


def refuse_needless(kept, last):
    """Raise Refused if there is no session, or nothing has changed."""
    if not kept:
        raise Refused(_("There is no session to publish yet."))
    if last and last.snapshot == kept:
        told = {"number": last.number}
        raise Refused(_("Nothing has changed since version %(number)s.") % told)


def latest(meeting):
    """The version that holds, or None."""
    return meeting.agenda_versions.order_by("number").last()


def frozen(plan):
    """The snapshot of an agenda, with what presenters are called today.

    Each has `names` by language, none if the attendee is not coming, and the id of the
    person in `bearer`.
    """
    load_names(plan)
    day = plan.meeting.day_of_names
    known = {presenter.pk: presenter for presenter in plan.rows(Presenter)}
    kept = plan.snapshot()
    for presenter in presenters_in(kept):
        row = known[presenter["id"]]
        presenter["names"] = names_of(row, day)
        presenter["bearer"] = row.attendee.person_id if row.attendee else row.person_id
    return kept


def presenters_in(kept):
    """Yield the presenters of a snapshot, each a dict."""
    for session in kept:
        for item in session["items"]:
            yield from item["presenters"]


def load_names(plan):
    """Load the former names of all governments and bodies at once."""
    bodies = [
        presenter.government or presenter.attendee.delegation.body
        for presenter in plan.rows(Presenter)
        if presenter.government or presenter.attendee
    ]
    for model in {type(body) for body in bodies}:
        prefetch_related_objects([b for b in bodies if type(b) is model], "names")


def names_of(presenter, day):
    """What everybody may read of a presenter, by language; nothing if not coming."""
    attendee = presenter.attendee
    if attendee and (attendee.is_cancelled or attendee.delegation.is_declined):
        return {}
    names = {}
    for language in LANGUAGES:
        with override_language(language):
            names[language] = name_in(presenter, language, day)
    return names


def name_in(presenter, language, day):
    if presenter.as_printed or not presenter.subject:
        return str(presenter)
    if presenter.government:
        return presenter.government.name_on(day)
    attendee = presenter.attendee
    person = attendee.person if attendee else presenter.person
    latin = language == "en" and person.public_latin_name
    names = [latin or person.display_name]
    if attendee:
        names.append(attendee.delegation.body.name_on(day))
    return ", ".join(names)


def read(kept):
    """The agenda of a version, arranged; presenters have a `name` in this language.

    Those who were not coming are left out. Nothing is asked of the database.
    """
    plan = Plan(meeting=None)
    plan.restore(with_all_columns(kept))
    names = {each["id"]: each["names"] for each in presenters_in(kept)}
    for item in plan.items:
        item.people = [presenter for presenter in item.people if names[presenter.pk]]
        for presenter in item.people:
            presenter.name = names[presenter.pk][active_language()]
    return arrange(plan)


def with_all_columns(kept):
    """What was kept, with the columns that there have been only since then."""
    session, item, presenter = (as_dict(model()) for model in MODELS)
    return [
        session
        | old
        | {
            "items": [
                item
                | part
                | {"presenters": [presenter | each for each in part["presenters"]]}
                for part in old["items"]
            ]
        }
        for old in kept
    ]


def without_internal(plan):
    """The plan as it is for everybody; times and numbers stay what they are."""
    for session in plan.sessions:
        session.parts = [item for item in session.parts if not item.is_internal]
    return plan
