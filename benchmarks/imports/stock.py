"""The same people by django-import-export as it comes: a dry run, then the import."""

import tablib
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import ForeignKeyWidget

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Attendee, Country, Delegation, Government, Meeting, Person


class PersonResource(ModelResource):
    """People by their keys."""

    country = Field("country", "country", ForeignKeyWidget(Country, "code"))

    class Meta:
        model = Person
        fields = ["key", "country", *PERSON_FIELDS]
        import_id_fields = ["key"]


class DelegationResource(ModelResource):
    """Delegations by meeting and government."""

    meeting = Field("meeting", "meeting", ForeignKeyWidget(Meeting, "slug"))
    government = Field("government", "government", ForeignKeyWidget(Government, "code"))

    class Meta:
        model = Delegation
        fields = ["meeting", "government", "status"]
        import_id_fields = ["meeting", "government"]


class DelegationWidget(ForeignKeyWidget):
    """A delegation by its government, within the meeting of the row."""

    def get_queryset(self, value, row, *args, **kwargs):
        return self.model.objects.filter(meeting__slug=row["meeting"])


class AttendeeResource(ModelResource):
    """Attendees by their references."""

    meeting = Field("meeting", "meeting", ForeignKeyWidget(Meeting, "slug"))
    delegation = Field(
        "delegation", "government", DelegationWidget(Delegation, "government__code")
    )
    person = Field("person", "person", ForeignKeyWidget(Person, "key"))

    class Meta:
        model = Attendee
        fields = ["reference", "meeting", "delegation", "person", *ATTENDEE_FIELDS]
        import_id_fields = ["reference"]


def tables(meeting, rows):
    """The rows as one clean table for each resource."""
    countries = dict(Government.objects.values_list("code", "country__code"))
    codes = {row["government"] for row in rows}
    people = [
        {"key": row["person"], "country": countries[row["government"]]}
        | {name: row[name] for name in PERSON_FIELDS}
        for row in rows
    ]
    delegations = [
        {"meeting": meeting.slug, "government": code, "status": "accepted"}
        for code in sorted(codes)
    ]
    attendees = [
        {"meeting": meeting.slug}
        | {name: row[name] for name in ("reference", "government", "person")}
        | {name: row[name] for name in ATTENDEE_FIELDS}
        for row in rows
    ]
    return [
        (PersonResource, table_of(people)),
        (DelegationResource, table_of(delegations)),
        (AttendeeResource, table_of(attendees)),
    ]


def table_of(rows):
    return tablib.Dataset(*(row.values() for row in rows), headers=list(rows[0]))


def load(tables):
    """Try each table and import it, as the admin does in two requests."""
    for resource, table in tables:
        for dry_run in (True, False):
            result = resource().import_data(table, dry_run=dry_run)
            if result.has_errors() or result.has_validation_errors():
                raise ValueError(f"the table is to be clean: {result.row_errors()[:1]}")
