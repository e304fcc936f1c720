"""Make what a review says true: all of it in one transaction, or nothing."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from meetings.attendee_import.changing import (
    ATTENDEE,
    NEW,
    PERSON,
    delegations_by_body,
)
from meetings.attendee_import.fingerprints import fingerprint
from meetings.attendee_import.learning import learn
from meetings.attendee_import.newcomers import make_newcomers
from meetings.attendee_import.review import review
from meetings.attendee_import.storing import store
from meetings.attendee_import.values import (
    ATTENDEE_FIELDS,
    PERSON_FIELDS,
    filled,
)
from meetings.models import Attendee, Delegation, Government, Organization, Person
from meetings.models.attendees import AttendeeStatus
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.delegations import DelegationStatus
from meetings.models.imports import ImportStatus
from meetings.models.people import NameOrder

REASONS = {
    "busy": _("Somebody is working on these people at this moment; try again."),
    "problems": _("There are still problems; answer them or skip their rows."),
    "closed": _("Somebody else has closed this list or changed it meanwhile."),
    "changed": _(
        "What is known has changed meanwhile; the list was reviewed anew."
        " Look at it and confirm again."
    ),
}


class Refused(Exception):
    """Nothing was saved; str() is a sentence for the user."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __str__(self):
        return str(REASONS[self.code])


class OutOfDate(Exception):
    """What the review was held against is no longer so."""


def confirm(batch, by, moment, skip_problems=False):
    """Save the rows of a draft; raise Refused if that cannot be done as reviewed.

    Rows with problems stop it, unless they are to be skipped.
    """
    if batch.open_problems and not skip_problems:
        raise Refused("problems")
    try:
        with transaction.atomic():
            if not batch.close(ImportStatus.CONFIRMED, by, moment):
                raise Refused("closed")
            check_still_so(batch)
            act = TrackedBulkWriter(by, moment, f"Imported list {batch.pk}")
            Confirmation(batch, act).save()
    except (OutOfDate, IntegrityError):
        batch.refresh_from_db()
        store(batch, review(batch), moment)
        raise Refused("changed") from None


def check_still_so(batch):
    """Raise OutOfDate if the rows would be reviewed otherwise now."""
    if fingerprint(batch.meeting) != batch.fingerprint:
        now = [essence(row) for row in review(batch).rows]
        if now != [essence(row) for row in batch.rows.all()]:
            raise OutOfDate


def essence(row):
    """What of a row staff agreed to; the codes of newcomers are of no consequence."""
    known = row.attendee_version, row.person_version
    of_known = [row.person_key if row.person_version else "", known]
    return [row.state, row.values, row.changes, row.problems, of_known]


class Confirmation:
    """Writes the rows of one batch."""

    def __init__(self, batch, act):
        self.batch = batch
        self.act = act
        self.made = {}
        self.rows = list(batch.rows.to_save().iterator(chunk_size=2000))

    def save(self):
        codes, keys = make_newcomers(self.batch, self.rows, self.act)
        self.made |= {"governments": codes, "organizations": keys}
        self.delegations = self._delegations()
        self._save_people()
        self._save_attendees()
        self._cancel_missing()
        self.made["aliases"] = learn(self.batch, self.act)
        self.batch.made = self.made
        self.batch.save(update_fields=["made"])

    def _delegations(self):
        """The delegations by body; those that there are not yet are made."""
        known = delegations_by_body(self.batch.meeting)
        codes = {row.values.get("government") for row in self.rows} - known.keys()
        keys = {row.values.get("organization") for row in self.rows} - known.keys()
        new = [
            self._delegation(government=government)
            for government in Government.objects.filter(code__in=codes - {None})
        ] + [
            self._delegation(organization=organization)
            for organization in Organization.objects.filter(key__in=keys - {None})
        ]
        self.act.insert(new)
        self.made["delegations"] = [delegation.pk for delegation in new]
        return known | {delegation.code: delegation for delegation in new}

    def _delegation(self, **body):
        return Delegation(
            meeting=self.batch.meeting, status=DelegationStatus.ACCEPTED, **body
        )

    def _save_people(self):
        new = [
            Person(
                key=row.person_key,
                country_id=self.delegations[body_of(row)].body.country_id,
                **{name: values[name] for name in PERSON_FIELDS},
                name_order=row.values.get("name_order", NameOrder.FAMILY_FIRST),
            )
            for row in self.rows
            if row.person_version is None
            for values in [filled(row.values)]
        ]
        self.act.insert(new)
        self._change(PERSON)
        self.person_ids = {person.key: person.pk for person in new}
        known = [r.person_key for r in self.rows if r.person_version is not None]
        self.person_ids |= dict(
            Person.objects.filter(key__in=known).values_list("key", "pk")
        )

    def _save_attendees(self):
        self._change(ATTENDEE)
        self.act.insert(
            [
                Attendee(
                    reference=row.reference,
                    meeting=self.batch.meeting,
                    delegation=self.delegations[body_of(row)],
                    person_id=self.person_ids[row.person_key],
                    **{name: values[name] for name in ATTENDEE_FIELDS},
                )
                for row in self.rows
                if row.attendee_version is None
                for values in [filled(row.values)]
            ]
        )

    def _change(self, part):
        """Write what changed of people or attendees known before."""
        rows = part.changed(self.rows)
        instances = part.locked(rows)
        found = {getattr(each, part.key): each.version for each in instances}
        if found != {key: part.version_of(row) for key, row in rows.items()}:
            raise OutOfDate
        part.write(self.act, instances, rows, NEW, self.delegations)

    def _cancel_missing(self):
        """Cancel who is on the list no longer, where staff said so."""
        leaving = [gone["reference"] for gone in self.batch.missing if gone["cancel"]]
        attendees = ATTENDEE.locked(leaving)
        self.made["cancelled"] = {a.reference: a.status for a in attendees}
        for attendee in attendees:
            attendee.status = AttendeeStatus.CANCELLED
        self.act.update(attendees, ["status"])


def body_of(row):
    return row.values.get("government") or row.values.get("organization")
