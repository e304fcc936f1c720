"""Presenters as text: a name, and in brackets the code that says who it is.

The editor and the spreadsheet of an agenda name presenters in the same way:
“김민수 [B7TM-CVJD]” is an attendee, “Gangwon State [KR-42]” a government, “… [p-…]” a
person who is no attendee; text without a code that is known is printed as it stands.
"""

import re

from django.utils.functional import cached_property

from meetings.models import Attendee, Government, Person
from meetings.models.names import columns_of

CODE = re.compile(r"\[([^\[\]]+)\]\s*$")
# At most one of them is filled (presenter_is_one_at_most).
COLUMNS = ("attendee_id", "person_id", "government_id")


class PresenterDirectory:
    """Who may present: attendees of a meeting, governments, people in public office."""

    NOBODY = dict.fromkeys(COLUMNS) | {"as_printed": ""}

    def __init__(self, meeting):
        self.meeting = meeting

    @cached_property
    def by_code(self):
        """The column and the id that each code stands for, and the name with it."""
        # There are thousands of them, of which only this is read.
        governments = Government.objects.only("code", *columns_of("name")).order_by(
            "code"
        )
        return self._entries(governments)

    @property
    def texts(self):
        """Those at hand, to choose from; there are more governments than these."""
        delegations = self.meeting.delegations.exclude(government=None)
        at_hand = Government.objects.filter(pk__in=delegations.values("government"))
        entries = self._entries(at_hand.order_by("code"))
        return [text_of(code, name) for code, (_c, _pk, name) in entries.items()]

    def _entries(self, governments):
        return {
            each.reference: ("attendee_id", each.pk, each.person.display_name)
            for each in self.attendees()
        } | {
            code: (column, each.pk, name)
            for column, rows in (
                ("government_id", governments),
                ("person_id", self.people().in_name_order()),
            )
            for each in rows
            for code, name in [code_and_name(each)]
        }

    def attendees(self):
        attendees = Attendee.objects.filter(meeting=self.meeting).expected()
        return attendees.select_related("person").in_name_order()

    def people(self):
        # Others are to be found as attendees: a list of all people would be a leak.
        return Person.objects.filter(is_public=True)

    def columns_for(self, text):
        """Return the columns of a presenter who is named so."""
        match = CODE.search(text)
        entry = self.by_code.get(match[1].strip()) if match else None
        if entry is None:
            return self.NOBODY | {"as_printed": text.strip()}
        column, pk, _name = entry
        return self.NOBODY | {column: pk}


def code_and_name(row):
    """Return the code and the name of a government or a person."""
    if isinstance(row, Government):
        return row.code, row.name
    return row.key, row.display_name


def text_of(code, name):
    return f"{name} [{code}]"


def presenter_text(presenter):
    """Return the text that names a presenter in a directory; "" for an open place."""
    # What is printed wins over who it is, as on the programme.
    if presenter.as_printed:
        return presenter.as_printed
    if presenter.attendee:
        attendee = presenter.attendee
        return text_of(attendee.reference, attendee.person.display_name)
    subject = presenter.person or presenter.government
    if subject is None:
        return ""
    return text_of(*code_and_name(subject))
