"""People, found as far as the reader may know their names, and presenters."""

from dataclasses import replace

from meetings.agenda.presenter_directory import (
    PresenterDirectory,
    code_and_name,
    text_of,
)
from meetings.forms.lookups.base import MOST, Lookup, Option
from meetings.forms.lookups.bodies import GOVERNMENTS
from meetings.models import Person


class PersonLookup(Lookup):
    """People; who may not see passport names neither finds nor reads them."""

    def rows(self):
        people = self.model.objects.select_related("country")
        return people.prefetch_related("attendances__meeting").in_name_order()

    def found(self, text, with_passport_names=False):
        return list(self.rows().search(text, with_passport_names)[:MOST])

    def find(self, text, with_passport_names=False):
        rows = self.found(text, with_passport_names)
        return [self.option(row, with_passport_names) for row in rows]

    def option(self, row, with_passport_names=False):
        latin = row.latin_name if with_passport_names else row.public_latin_name
        last = next(iter(row.attendances.all()), None)
        parts = ["" if latin == row.display_name else latin]
        parts += [row.country and row.country.name]
        parts += [last.meeting.slug, last.position] if last else []
        detail = " · ".join(filter(None, parts))
        return Option(self.value(row), row.display_name, detail)


class PresenterLookup:
    """Who may present at a meeting; the values are texts as its editor writes them."""

    def __init__(self, meeting):
        self.directory = PresenterDirectory(meeting)

    def find(self, text, with_passport_names=False):
        searched = {"with_passport_names": with_passport_names}
        attendees = self.directory.attendees().search(text, **searched)[:MOST]
        people = self.directory.people().search(text, **searched)[:MOST]
        options = [
            *map(self._attendee, attendees),
            *map(self._government, GOVERNMENTS.found(text)),
            *map(self._person, people),
        ]
        return options[:MOST]

    def _attendee(self, row):
        name = row.person.display_name
        return Option(text_of(row.reference, name), name, row.position)

    def _government(self, row):
        option = GOVERNMENTS.option(row)
        return replace(option, value=text_of(*code_and_name(row)))

    def _person(self, row):
        return Option(text_of(*code_and_name(row)), row.display_name, row.key)


PEOPLE = PersonLookup("people", Person)
