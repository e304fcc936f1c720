"""How many people are expected at a meeting: by country, government, role and so on."""

from collections import Counter

from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role


class ExpectedAttendees:
    """The attendees of a meeting that are not cancelled, to be counted."""

    def __init__(self, meeting):
        # One query instead of one for each thing to count by; the rows are few and
        # short.
        people = meeting.attendees.expected()
        people = people.values_list("delegation_id", "role", "mode", "status")
        self.people = list(people)
        self.delegations, self.roles, self.modes, self.statuses = (
            [person[n] for person in self.people] for n in range(4)
        )

    def by_country(self, texts, delegations):
        """Return the numbers by country; the key None is for bodies of no country."""
        country_of = {each.pk: each.body.country_id for each in delegations}
        return count_by_text(map(country_of.get, self.delegations), texts)

    def by_delegation(self, texts):
        return count_by_text(self.delegations, texts)

    def by_role(self):
        return count_by_text(self.roles, labels_by_value(Role))

    def by_mode(self):
        return count_by_text(self.modes, labels_by_value(Mode) | {"": _("not known")})

    def by_status(self):
        return count_by_text(self.statuses, labels_by_value(AttendeeStatus))


def labels_by_value(choices):
    return {value: str(label) for value, label in choices.choices}


def count_by_text(keys, texts):
    """Return (text, number) for each key that occurs, in the order of `texts`.

    `texts` are by key; in a workbook they may be links to sheets.
    """
    numbers = Counter(keys)
    return [(text, numbers[key]) for key, text in texts.items() if numbers[key]]


def statistics_sheet(expected, countries, delegations, bodies):
    """Return the sheet; `countries` and `bodies` are texts by key."""
    total = len(expected.people)
    counts = {
        _("Total"): [(None, total)],
        _("Country"): expected.by_country(countries, delegations),
        _("Delegation"): expected.by_delegation(bodies),
        _("Role"): expected.by_role(),
        _("Mode"): expected.by_mode(),
        _("Status"): expected.by_status(),
    }
    columns = [
        spreadsheets.Column(_("Counted by"), 16),
        spreadsheets.Column(_("Value"), 36),
        spreadsheets.Column(_("Attendees"), 10),
        spreadsheets.Column(_("Share in %"), 10),
    ]
    rows = [
        # Where nobody is expected, the total is 0 % instead of an error.
        [by, text, number, round(100 * number / max(total, 1), 1)]
        for by, numbers in counts.items()
        for text, number in numbers
    ]
    return _("Statistics"), columns, rows
