"""The lists that are sent on as spreadsheets, by their keys."""

from meetings.exports.agendas import AgendaListing
from meetings.exports.archives import ArchiveListing
from meetings.exports.attendees import AttendeeListing
from meetings.exports.base import Column, Listing, needs_reason
from meetings.exports.delegations import DelegationListing
from meetings.exports.governments import GovernmentListing
from meetings.exports.meetings import MeetingListing
from meetings.exports.people import PersonListing
from meetings.exports.records import (
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
