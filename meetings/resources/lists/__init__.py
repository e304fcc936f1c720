"""The lists that are sent on as spreadsheets, by their keys."""

from meetings.resources.lists.agendas import AgendaListing
from meetings.resources.lists.archives import ArchiveListing
from meetings.resources.lists.attendees import AttendeeListing
from meetings.resources.lists.base import Column, Listing, needs_reason
from meetings.resources.lists.delegations import DelegationListing
from meetings.resources.lists.governments import GovernmentListing
from meetings.resources.lists.meetings import MeetingListing
from meetings.resources.lists.people import PersonListing
from meetings.resources.lists.records import (
    CitationListing,
    FigureListing,
    SeriesCitationListing,
    SeriesFigureListing,
)

LISTINGS = {
    listing.key: listing
    for listing in (
        AttendeeListing(),
        DelegationListing(),
        AgendaListing(),
        FigureListing(),
        CitationListing(),
        ArchiveListing(),
        SeriesFigureListing(),
        SeriesCitationListing(),
        MeetingListing(),
        GovernmentListing(),
        PersonListing(),
    )
}

__all__ = ["LISTINGS", "Column", "Listing", "needs_reason"]
