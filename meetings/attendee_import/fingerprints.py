"""What a review was held against, in short: whether that has changed since."""

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

# A change to any row of the first tables may change a review; of the second, only a
# change to a row of this meeting.
REVIEWED_EVERYWHERE = (
    Alias,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
    Person,
)
REVIEWED_IN_MEETING = (Attendee, Delegation)


def fingerprint(meeting):
    """Return the last change of each table that a review of the meeting looks at."""
    latest = [
        model.history.aggregate(last=Max("history_id"))["last"]
        for model in REVIEWED_EVERYWHERE
    ]
    latest += [
        model.history.filter(meeting=meeting).aggregate(last=Max("history_id"))["last"]
        for model in REVIEWED_IN_MEETING
    ]
    return " ".join(str(last or 0) for last in latest)
