"""Exports: takes rows of the models; returns sheets, and files that are logged.

`LISTINGS` has every list by its key, as addresses and the shell name it.
"""

from meetings.exports.agendas import AgendaListing
from meetings.exports.archives import ArchiveListing
from meetings.exports.attendees import AttendeeListing
from meetings.exports.base import ListColumn, Listing, needs_reason
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

__all__ = ["LISTINGS", "ListColumn", "Listing", "needs_reason"]
