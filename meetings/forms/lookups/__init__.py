"""What is chosen by typing, by its name in the address that the comboboxes ask."""

from meetings.forms.lookups.base import LONGEST, LookupForm, texts_by_value
from meetings.forms.lookups.bodies import BODIES, GOVERNMENTS, ORGANIZATIONS
from meetings.forms.lookups.meetings import AGENDAS, MEETINGS
from meetings.forms.lookups.people import PEOPLE, PresenterLookup

LOOKUPS = {
    lookup.key: lookup
    for lookup in (GOVERNMENTS, ORGANIZATIONS, BODIES, PEOPLE, MEETINGS, AGENDAS)
}

__all__ = [
    "AGENDAS",
    "BODIES",
    "GOVERNMENTS",
    "LONGEST",
    "LOOKUPS",
    "MEETINGS",
    "ORGANIZATIONS",
    "PEOPLE",
    "LookupForm",
    "PresenterLookup",
    "texts_by_value",
]
