"""Every page of the desk costs a literal number of queries, however many rows it has.

A list or a detail page costs at most twelve. A page without a number here fails.
"""

import pytest
from django.utils import timezone

from meetings.attendee_import.confirming import confirm
from meetings.attendee_import.undoing import undo
from meetings.models import AgendaItem, Meeting, Session
from tests.factories import (
    make_agenda_version,
    make_appointment,
    make_attendee,
    make_batch,
    make_calendar_feed,
    make_citation,
    make_country,
    make_decision,
    make_delegation,
    make_export_file,
    make_figure,
    make_glossary_term,
    make_government,
    make_government_name,
    make_item,
    make_item_minutes,
    make_meeting,
    make_organization,
    make_person,
    make_presenter,
    make_profile,
    make_series,
    make_session,
    make_source,
    make_statement,
)
from tests.walk import PROBLEMS, pages, parameters

pytestmark = pytest.mark.django_db

QUERIES = {
    "account": 3,
    "agenda-draft": 11,
    "agenda-version": 8,
    "agenda-version-list": 7,
    "agenda": 9,
    "agenda-edit": 12,
    "attendee-detail": 8,
    "attendee-list": 11,
    "credits": 3,
    "dashboard": 11,
    "delegation-list": 11,
    "government-detail": 11,
    "government-list": 7,
    "glossary": 4,
    "import-confirm": 8,
    "import-discard": 7,
    "import-list": 7,
    "import-result": 10,
    "import-undo": 8,
    "meeting-detail": 10,
    "meeting-list": 9,
    "meeting-record": 12,
    "export-file": 4,
    "export-list": 5,
    "meeting-exports": 6,
    "outcomes": 12,
    "person-detail": 12,
    "series-detail": 12,
}
# Forms also load what there is to choose from.
QUERIES_OF_FORMS = {
    "agenda-copy": 13,
    "agenda-import": 6,
    "agenda-publish": 11,
    "calendar-feed-list": 9,
    "calendar-feed-revoke": 7,
    "attendee-add": 11,
    "attendee-cancel": 8,
    "attendee-edit": 12,
    "decision-add": 8,
    "decision-edit": 9,
    "delegation-add": 6,
    "delegation-decline": 8,
    "delegation-edit": 9,
    "export": 7,
    "item-edit": 12,
    "session-add": 9,
    "session-edit": 9,
    "import-review": 14,
    "import-table": 7,
    "meeting-add": 7,
    "meeting-export": 8,
    "attendee-list-export": 8,
    "meeting-edit": 11,
    "meeting-untranslated": 18,
    "meeting-status": 6,
    "minutes-edit": 8,
    "paper-export": 6,
    "series-export": 16,
    "series-untranslated": 12,
    "workbook-export": 6,
}

PRINTED = {"title_ko": "paper"}  # by the source of this key


def make_world(rows, user):
    """A meeting, a government and a series with so many rows of everything."""
    series = make_series("tlgec")
    government = make_government("KR-47")
    make_source("paper")
    meeting = make_meeting(
        series,
        number=27,
        date="2099",
        place_government=government,
        theme_en="To be translated",
    )
    delegation = make_delegation(meeting, government=government)
    attendee = make_attendee(delegation=delegation, reference="B111-1111")
    body = make_organization()
    for n in range(rows):
        fill_meeting(meeting)
        make_agenda_version(meeting)
        make_calendar_feed(meeting, delegation=delegation)
        make_calendar_feed(meeting, person=attendee.person)
        fill_government(government, n)
        fill_person(attendee.person, make_organization())
        make_attendee(delegation=delegation)
        fill_series(series, body)
        make_export_file(user)
        make_profile(user)
        make_glossary_term()
    return {
        "file": make_export_file(user).pk,
        "item": AgendaItem.objects.first().pk,
        "session": Session.objects.first().pk,
        "minutes": AgendaItem.objects.first().pk,
        "decision": meeting.decisions.first().pk,
        "key": attendee.person.key,
        "reference": attendee.reference,
        "slug": "tlgec-27",
        "code": "KR-47",
        "number": make_agenda_version(meeting).number,
        "calendar": make_calendar_feed(meeting).pk,
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
    item = make_item(make_session(meeting), title_ko="제목", origins=PRINTED)
    make_presenter(item, attendee=make_attendee(meeting))
    make_presenter(item, person=make_person())
    make_citation(meeting)
    make_figure(meeting, country=make_country("JP"))
    make_item_minutes(item)
    make_decision(meeting, item=item, responsible_government=make_government())


def fill_person(person, body):
    """Offices in a government and in a body, whose titles a source prints."""
    title = {"person": person, "title_ko": "지사", "origins": PRINTED}
    make_appointment(**title).sources.add(make_source())
    person.appointments.create(organization=body, title_en="Chair")
    person.sources.add(make_source())
    past = make_meeting(date="1999")
    delegation = make_delegation(past, organization=make_organization())
    make_attendee(delegation=delegation, person=person)


def fill_series(series, body):
    make_statement(series, text_ko="만남", origins={"text_ko": "paper"}).sources.add(
        make_source()
    )
    series.hosts.create(organization=make_organization(), role="host")
    member, ended = make_government(), make_government()
    membership = series.memberships.create(government=member)
    membership.sources.add(make_source(), make_source())
    end(ended, successor=make_government())
    series.memberships.create(government=ended, valid_to="2026-07-01")
    for date in ("", "2098"):
        here = {"place_government": make_government(), "theme_en": "Lacking, too"}
        other = make_meeting(series, date=date, **here)
        make_citation(other, adopted=False)
        make_session(other)
        make_decision(other, follow_up="open", responsible_organization=body)


def end(government, successor):
    government.valid_to, government.successor = "2026-07-01", successor
    government.save()


def fill_government(government, n):
    predecessor = make_government()
    make_series().memberships.create(government=predecessor, valid_to="2026-07-01")
    end(predecessor, successor=government)
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
    values = values | {"pk": pk, "name": "participants", "listing": "attendees"}
    if route.startswith("series-"):
        values |= {"slug": "tlgec", "listing": "archive"}
    elif route.startswith("export"):
        values |= {"pk": values["file"], "listing": "governments"}
    elif route.startswith(("session-", "item-", "minutes-", "decision-", "calendar-")):
        values["pk"] = values[route.partition("-")[0]]
    names = dict(parameters())[route]
    return reverse(route, kwargs={name: values[name] for name in names})


def test_every_page_has_a_number():
    desk = {route for route in pages() if not route.startswith(("account_", "mfa_"))}

    assert set(QUERIES) | set(QUERIES_OF_FORMS) == desk


def test_no_list_or_detail_page_costs_more_than_twelve():
    assert max(QUERIES.values()) <= 12


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("route", "queries"), sorted((QUERIES | QUERIES_OF_FORMS).items())
)
def test_a_page_costs_its_number(
    editor_client, editor, django_assert_num_queries, route, queries, rows
):
    values = make_world(rows, editor)
    Meeting.history.update(history_user=editor)

    with django_assert_num_queries(queries):
        response = editor_client.get(address(route, values))
        b"".join(response)

    assert response.status_code == 200
