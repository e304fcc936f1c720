"""Meetings, found by number, year, place, theme and title."""

from meetings.agenda.copying import meetings_with_agenda
from meetings.forms.lookups.base import Lookup, Option
from meetings.models import Meeting, edtf


class MeetingLookup(Lookup):
    def rows(self):
        return self.model.objects.with_names().latest_first()

    def option(self, row, with_passport_names=False):
        detail = filter(None, [edtf.in_words(row.date), row.place_name])
        return Option(self.value(row), row.title, " · ".join(detail))


class AgendaLookup(MeetingLookup):
    """Meetings that have an agenda, by their keys."""

    value_field = "slug"

    def rows(self):
        return meetings_with_agenda()


MEETINGS = MeetingLookup("meetings", Meeting)
AGENDAS = AgendaLookup("agendas", Meeting)
