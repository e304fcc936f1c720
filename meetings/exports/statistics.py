"""How many people are expected at a meeting: by country, government, role and so on."""

from collections import Counter

from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role


class Expected:
    """Those registered for a meeting and not cancelled, to be counted."""

    def __init__(self, meeting):
        people = meeting.attendees.expected()
        people = people.values_list("delegation_id", "role", "mode", "status")
        self.people = list(people)
        self.delegations, self.roles, self.modes, self.statuses = (
            [person[n] for person in self.people] for n in range(4)
        )

    def by_country(self, texts, delegations):
        """The numbers by country; the texts are by id, by None for bodies of none."""
        whose = {each.pk: each.body.country_id for each in delegations}
        return counted(map(whose.get, self.delegations), texts)

    def by_delegation(self, texts):
        return counted(self.delegations, texts)

    def by_role(self):
        return counted(self.roles, labels(Role))

    def by_mode(self):
        return counted(self.modes, labels(Mode) | {"": _("not known")})

    def by_status(self):
        return counted(self.statuses, labels(AttendeeStatus))


def labels(choices):
    return {value: str(label) for value, label in choices.choices}


def counted(keys, texts):
    """Text and number of what there is, in the order of the texts."""
    numbers = Counter(keys)
    return [(text, numbers[key]) for key, text in texts.items() if numbers[key]]


def statistics_sheet(expected, countries, delegations, bodies):
    """The sheet of what is counted; the texts of countries and bodies may be links."""
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
        [by, text, number, round(100 * number / max(total, 1), 1)]
        for by, numbers in counts.items()
        for text, number in numbers
    ]
    return _("Statistics"), columns, rows
