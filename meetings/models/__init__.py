"""The nouns of the domain."""

from meetings.models.agendas import AgendaItem, Presenter, Session
from meetings.models.attendees import Attendee
from meetings.models.decisions import Decision
from meetings.models.delegations import Delegation
from meetings.models.governments import Country, Government, GovernmentName
from meetings.models.hosts import MeetingHost, SeriesHost
from meetings.models.imports import Alias, ImportBatch, ImportRow
from meetings.models.loading import RecordEntry
from meetings.models.meetings import Meeting
from meetings.models.organizations import Organization, OrganizationName
from meetings.models.people import Appointment, Person
from meetings.models.records import Citation, Figure, Source
from meetings.models.series import Series, SeriesMembership, SeriesName

__all__ = [
    "AgendaItem",
    "Alias",
    "Appointment",
    "Attendee",
    "Citation",
    "Country",
    "Decision",
    "Delegation",
    "Figure",
    "Government",
    "GovernmentName",
    "ImportBatch",
    "ImportRow",
    "Meeting",
    "MeetingHost",
    "Organization",
    "OrganizationName",
    "Person",
    "Presenter",
    "RecordEntry",
    "Series",
    "SeriesHost",
    "SeriesMembership",
    "SeriesName",
    "Session",
    "Source",
]
