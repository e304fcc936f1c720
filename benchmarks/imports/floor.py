"""The floor: the same rows written to the same tables, and nothing else done."""

from django.db import transaction

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Attendee, Delegation, Government, Person
from meetings.models.delegations import DelegationStatus


@transaction.atomic
def write(meeting, rows, by, moment):
    """Look the governments up, then write people, delegations and attendees."""
    codes = {row["government"] for row in rows}
    governments = Government.objects.filter(code__in=codes).select_related("country")
    governments = governments.in_bulk(field_name="code")
    people = {row["person"]: person_of(row, governments) for row in rows}
    insert(Person, people.values(), by, moment)
    delegations = {
        code: Delegation(
            meeting=meeting, government=government, status=DelegationStatus.ACCEPTED
        )
        for code, government in governments.items()
    }
    insert(Delegation, delegations.values(), by, moment)
    attendees = [attendee_of(row, meeting, delegations, people) for row in rows]
    insert(Attendee, attendees, by, moment)


def person_of(row, governments):
    person = Person(
        key=row["person"],
        country=governments[row["government"]].country,
        **{name: row[name] for name in PERSON_FIELDS},
    )
    person.derive()
    return person


def attendee_of(row, meeting, delegations, people):
    return Attendee(
        reference=row["reference"],
        meeting=meeting,
        delegation=delegations[row["government"]],
        person=people[row["person"]],
        **{name: row[name] for name in ATTENDEE_FIELDS},
    )


def insert(model, rows, by, moment):
    rows = list(rows)
    model.objects.bulk_create(rows)
    model.history.bulk_history_create(rows, default_user=by, default_date=moment)
