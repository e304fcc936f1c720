"""A mark of everything a review was held against, to see whether it still stands."""

from django.db.models import Max

from meetings.models import (
    Alias,
    Attendee,
    Delegation,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
    Person,
)

WHOLE = (Alias, Government, GovernmentName, Organization, OrganizationName, Person)
OF_MEETING = (Attendee, Delegation)


def fingerprint(meeting):
    """The last change of each noun: of this meeting, or of all where it matters."""
    latest = [noun.history.aggregate(last=Max("history_id"))["last"] for noun in WHOLE]
    latest += [
        noun.history.filter(meeting=meeting).aggregate(last=Max("history_id"))["last"]
        for noun in OF_MEETING
    ]
    return " ".join(str(last or 0) for last in latest)
