"""Save what a review says: all of it in one transaction, or nothing."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from meetings.attendee_import.answers import make_new_bodies, remember_answers
from meetings.attendee_import.applied_changes import (
    ATTENDEE,
    NEW,
    PERSON,
    delegations_by_body,
)
from meetings.attendee_import.drafts import store
from meetings.attendee_import.fingerprints import fingerprint
from meetings.attendee_import.names_to_follow import (
    counts_by_body,
    set_names_to_follow,
)
from meetings.attendee_import.review import review
from meetings.attendee_import.values import (
    ATTENDEE_FIELDS,
    PERSON_FIELDS,
    with_blanks,
)
from meetings.models import (
    Attendee,
    Delegation,
    Government,
    ListedValues,
    Organization,
    Person,
)
from meetings.models.attendees import AttendeeStatus
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.delegations import DelegationStatus
from meetings.models.imports import ImportStatus
from meetings.models.people import NameOrder

REASONS = {
    "busy": _("Somebody is working on these people at this moment; try again."),
    "problems": _("There are still problems; answer them or skip their rows."),
    "unread": _(
        "There are cells that were not read and look like people; say that nobody is"
        " to be registered from them, or choose how to read the list."
    ),
    "closed": _("Somebody else has closed this list or changed it meanwhile."),
    "changed": _(
        "What is known has changed meanwhile; the list was reviewed anew."
        " Look at it and confirm again."
    ),
}


class ImportRefused(Exception):
    """Nothing was saved; str() is a sentence for the user."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __str__(self):
        return str(REASONS[self.code])


class ReviewOutOfDate(Exception):
    """What the review was compared with has changed."""


def confirm(batch, by, moment, skip_problems=False, skip_unread=False):
    """Save the rows of a draft; raise ImportRefused if that cannot be done as reviewed.

    Rows with problems stop it, unless they are to be skipped, and so do unread cells
    that look like people.
    """
    if batch.open_problems and not skip_problems:
        raise ImportRefused("problems")
    if batch.open_unread and not skip_unread:
        raise ImportRefused("unread")
    try:
        with transaction.atomic():
            # Closed first, so that of two who confirm only one begins to write.
            if not batch.close(ImportStatus.CONFIRMED, by, moment):
                raise ImportRefused("closed")
            check_up_to_date(batch)
            writer = TrackedBulkWriter(by, moment, f"Imported list {batch.pk}")
            Confirmation(batch, writer).save()
    # An IntegrityError means that somebody registered the same person or another head
    # in the same moment: the new review says which row that concerns.
    except (ReviewOutOfDate, IntegrityError):
        batch.refresh_from_db()
        store(batch, review(batch), moment)
        raise ImportRefused("changed") from None


def check_up_to_date(batch):
    """Raise ReviewOutOfDate if the rows would be reviewed otherwise now.

    A changed fingerprint alone is no reason to: most changes have nothing to do with
    the list. Only then is the list reviewed a second time.
    """
    if fingerprint(batch.meeting) != batch.fingerprint:
        now = [reviewed_state(row) for row in review(batch).rows]
        if now != [reviewed_state(row) for row in batch.rows.all()]:
            raise ReviewOutOfDate


def reviewed_state(row):
    """Return what staff agreed to of a row.

    The codes that newcomers are given are left out, since every review draws new ones.
    """
    versions = row.attendee_version, row.person_version
    person = row.person_key if row.person_version else ""
    found = row.problems, row.warnings
    return [row.state, row.values, row.changes, found, person, versions]


class Confirmation:
    """Writes the rows of one batch."""

    def __init__(self, batch, writer):
        self.batch = batch
        self.writer = writer
        self.made = {}
        self.rows = list(batch.rows.to_save().iterator(chunk_size=2000))

    def save(self):
        codes, keys = make_new_bodies(self.batch, self.rows, self.writer)
        self.made |= {"governments": codes, "organizations": keys}
        self.delegations = self._delegations()
        self._save_people()
        self._save_attendees()
        self._cancel_missing()
        self._set_names_to_follow()
        self._keep_what_was_said()
        self.made["aliases"] = remember_answers(self.batch, self.writer)
        self.batch.made = self.made
        self.batch.save(update_fields=["made"])

    def _delegations(self):
        """Return the delegations by body, having made those that were missing."""
        existing = delegations_by_body(self.batch.meeting)
        named = [row.values for row in self.rows] + self.batch.to_follow
        codes = {each.get("government") for each in named} - existing.keys()
        keys = {each.get("organization") for each in named} - existing.keys()
        to_follow = counts_by_body(self.batch)
        new = [
            self._delegation(government=government)
            for government in Government.objects.filter(code__in=codes - {None})
        ] + [
            self._delegation(organization=organization)
            for organization in Organization.objects.filter(key__in=keys - {None})
        ]
        for delegation in new:
            delegation.names_to_follow = to_follow.get(delegation.code)
        self.writer.insert(new)
        self.made["delegations"] = [delegation.pk for delegation in new]
        return existing | {delegation.code: delegation for delegation in new}

    def _delegation(self, **body):
        return Delegation(
            meeting=self.batch.meeting, status=DelegationStatus.ACCEPTED, **body
        )

    def _save_people(self):
        new = [self._person(row) for row in self.rows if row.person_version is None]
        self.writer.insert(new)
        self._change(PERSON)
        self.person_ids = {person.key: person.pk for person in new}
        known = [r.person_key for r in self.rows if r.person_version is not None]
        people = Person.objects.filter(key__in=known)
        self.person_ids |= dict(people.values_list("key", "pk"))

    def _person(self, row):
        values = with_blanks(row.values)
        return Person(
            key=row.person_key,
            country_id=self.delegations[body_of(row)].body.country_id,
            **{name: values[name] for name in PERSON_FIELDS},
            name_order=row.values.get("name_order", NameOrder.FAMILY_FIRST),
        )

    def _save_attendees(self):
        # Changes before newcomers: a head who steps back makes room for a new one.
        self._change(ATTENDEE)
        new = [row for row in self.rows if row.attendee_version is None]
        self.writer.insert([self._attendee(row) for row in new])

    def _attendee(self, row):
        values = with_blanks(row.values)
        return Attendee(
            reference=row.reference,
            meeting=self.batch.meeting,
            delegation=self.delegations[body_of(row)],
            person_id=self.person_ids[row.person_key],
            rank=row.values.get("rank"),
            **{name: values[name] for name in ATTENDEE_FIELDS},
        )

    def _change(self, kind):
        """Write what changed of people or attendees on record before.

        Only the lock makes sure that their versions are still those reviewed.
        """
        rows = kind.changed_rows(self.rows)
        records = kind.lock(rows)
        versions = {getattr(record, kind.key): record.version for record in records}
        if versions != {key: kind.version_of(row) for key, row in rows.items()}:
            raise ReviewOutOfDate
        kind.write(self.writer, records, rows, NEW, self.delegations)

    def _cancel_missing(self):
        """Cancel those who are no longer on the list, where staff said so."""
        missing = self.batch.missing
        leaving = [entry["reference"] for entry in missing if entry["cancel"]]
        attendees = ATTENDEE.lock(leaving)
        self.made["cancelled"] = {a.reference: a.status for a in attendees}
        for attendee in attendees:
            attendee.status = AttendeeStatus.CANCELLED
        self.writer.update(attendees, ["status"])

    def _set_names_to_follow(self):
        rows = self.batch.rows.filter(is_skipped=False).order_by()
        bodies = rows.values_list("values__government", "values__organization")
        bodies = {code or key for code, key in bodies.distinct()}
        self.made["names_to_follow"] = set_names_to_follow(
            self.batch, bodies, self.delegations, self.writer
        )

    def _keep_what_was_said(self):
        """Keep what the list says of each attendee, for the next to be held against.

        Who was cancelled for not being on it did not come by it.
        """
        said = self.batch.rows.saying_something_new().values_list("reference", "said")
        absent = {"status": AttendeeStatus.CANCELLED.value}
        said = dict.fromkeys(self.made["cancelled"], absent) | dict(said)
        ids = dict(self.batch.meeting.attendees.values_list("reference", "pk"))
        ListedValues.objects.bulk_create(
            ListedValues(attendee_id=ids[reference], batch=self.batch, values=values)
            for reference, values in said.items()
        )


def body_of(row):
    return row.values.get("government") or row.values.get("organization")
