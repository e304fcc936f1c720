"""Every page of the desk costs a literal number of queries, however many rows it has.

A list or a detail page costs at most twelve. A page without a number here fails.
"""

import pytest
from django.utils import timezone

from meetings.models import Meeting
from meetings.resources.imports.confirming import confirm
from meetings.resources.imports.undoing import undo
from tests.factories import (
    make_appointment,
    make_attendee,
    make_batch,
    make_citation,
    make_country,
    make_decision,
    make_delegation,
    make_figure,
    make_government,
    make_government_name,
    make_item,
    make_meeting,
    make_organization,
    make_person,
    make_presenter,
    make_series,
    make_session,
)
from tests.walk import PROBLEMS, pages, parameters

pytestmark = pytest.mark.django_db

QUERIES = {
    "account": 3,
    "agenda": 9,
    "attendee-detail": 8,
    "attendee-export": 7,
    "attendee-list": 11,
    "dashboard": 11,
    "delegation-list": 11,
    "government-detail": 11,
    "government-list": 6,
    "import-confirm": 7,
    "import-discard": 7,
    "import-list": 7,
    "import-result": 9,
    "import-undo": 7,
    "meeting-detail": 10,
    "meeting-list": 9,
    "meeting-record": 10,
    "paper-list": 6,
    "series-detail": 11,
}
# Forms also load what there is to choose from.
QUERIES_OF_FORMS = {
    "attendee-add": 11,
    "attendee-cancel": 8,
    "attendee-edit": 12,
    "delegation-add": 9,
    "delegation-decline": 8,
    "delegation-edit": 11,
    "import-review": 14,
    "import-table": 11,
    "meeting-add": 11,
    "meeting-edit": 14,
    "meeting-status": 6,
}


def make_world(rows):
    """A meeting, a government and a series with so many rows of everything."""
    series = make_series("tlgec")
    government = make_government("KR-47")
    meeting = make_meeting(series, number=27, date="2099", place_government=government)
    delegation = make_delegation(meeting, government=government)
    attendee = make_attendee(delegation=delegation, reference="B111-1111")
    for n in range(rows):
        fill_meeting(meeting)
        fill_government(government, n)
        make_attendee(delegation=delegation)
        series.hosts.create(organization=make_organization(), role="host")
        for date in ("", "2098"):
            other = make_meeting(series, date=date, place_government=make_government())
            make_citation(other, adopted=False)
    return {
        "reference": attendee.reference,
        "slug": "tlgec-27",
        "code": "KR-47",
        "draft": make_batch(meeting, *PROBLEMS * rows).pk,
        "imported": make_imported(meeting, rows).pk,
    }


def make_imported(meeting, rows):
    """A list that was confirmed and undone, but for so many who were edited since."""
    names = [f"이견본{n}" for n in range(rows)]
    people = ({"native_name": name, "code": "KR-47"} for name in names)
    batch = make_batch(meeting, *people)
    confirm(batch, None, timezone.now())
    for attendee in meeting.attendees.filter(person__native_name__in=names):
        attendee.set_status("confirmed")
    undo(batch, None, timezone.now())
    return batch


def fill_meeting(meeting):
    body = make_organization(country=make_country("JP"))
    meeting.hosts.create(organization=body)
    meeting.hosts.create(government=make_government())
    make_attendee(delegation=make_delegation(meeting, organization=body))
    make_attendee(delegation=make_delegation(meeting))
    item = make_item(make_session(meeting))
    make_presenter(item, attendee=make_attendee(meeting))
    make_presenter(item, person=make_person())
    make_citation(meeting)
    make_figure(meeting, country=make_country("JP"))
    make_decision(meeting)


def fill_government(government, n):
    make_government_name(government=government)
    make_appointment(government=government)
    make_government(f"KR-47-{n}", level="municipality", parent=government)
    make_series().memberships.create(government=government)
    make_attendee(delegation=make_delegation(government=government))


def address(route, values):
    """The address of a route; that of a series has the series' key."""
    from django.urls import reverse

    is_over = route in ("import-result", "import-undo")
    pk = values["imported" if is_over else "draft"]
    values = values | {"suffix": "csv", "pk": pk}
    if route == "series-detail":
        values["slug"] = "tlgec"
    names = dict(parameters())[route]
    return reverse(route, kwargs={name: values[name] for name in names})


def test_every_page_has_a_number():
    desk = {route for route in pages() if not route.startswith(("account_", "mfa_"))}

    assert set(QUERIES) | set(QUERIES_OF_FORMS) == desk | {"attendee-export"}


def test_no_list_or_detail_page_costs_more_than_twelve():
    assert max(QUERIES.values()) <= 12


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("route", "queries"), sorted((QUERIES | QUERIES_OF_FORMS).items())
)
def test_a_page_costs_its_number(
    editor_client, editor, django_assert_num_queries, route, queries, rows
):
    values = make_world(rows)
    Meeting.history.update(history_user=editor)

    with django_assert_num_queries(queries):
        response = editor_client.get(address(route, values))
        b"".join(response)

    assert response.status_code == 200
