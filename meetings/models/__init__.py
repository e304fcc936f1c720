"""The models of the domain: what is stored, its rules, and how it is queried."""

from meetings.models.agenda_versions import AgendaUndo, AgendaVersion
from meetings.models.agendas import AgendaItem, Session
from meetings.models.aliases import Alias
from meetings.models.appointments import Appointment
from meetings.models.attendees import Attendee
from meetings.models.calendar_feeds import CalendarFeed
from meetings.models.countries import Country
from meetings.models.decisions import Decision, ItemMinutes
from meetings.models.delegations import Delegation
from meetings.models.exports import ExportFile, ExportLog, ExportProfile
from meetings.models.glossary import GlossaryTerm
from meetings.models.governments import Government, GovernmentName
from meetings.models.hosts import MeetingHost, SeriesHost
from meetings.models.imports import ImportBatch, ImportRow
from meetings.models.listed_values import ListedValues
from meetings.models.meetings import Meeting
from meetings.models.organizations import Organization, OrganizationName
from meetings.models.people import Person
from meetings.models.presenters import Presenter
from meetings.models.record_entries import RecordEntry
from meetings.models.records import Citation, Figure, Source
from meetings.models.series import Series, SeriesMembership, SeriesName
from meetings.models.statements import Statement

__all__ = [
    "AgendaItem",
    "AgendaUndo",
    "AgendaVersion",
    "Alias",
    "Appointment",
    "Attendee",
    "CalendarFeed",
    "Citation",
    "Country",
    "Decision",
    "Delegation",
    "ExportFile",
    "ExportLog",
    "ExportProfile",
    "Figure",
    "GlossaryTerm",
    "Government",
    "GovernmentName",
    "ImportBatch",
    "ImportRow",
    "ItemMinutes",
    "ListedValues",
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
    "Statement",
]
