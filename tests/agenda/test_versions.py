"""A version keeps the agenda as it was, and reads the same whatever comes later."""

import datetime as dt

import pytest

from meetings.agenda.agenda import StaleAgenda, load_agenda
from meetings.agenda.versions import (
    NotPublishable,
    agenda_from,
    frozen_snapshot,
    latest_version,
    publish,
    without_internal,
)
from meetings.models import AgendaVersion
from meetings.models.names import override_language
from tests.factories import (
    make_attendee,
    make_delegation,
    make_government,
    make_government_name,
    make_item,
    make_meeting,
    make_organization,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db

MOMENT = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def meeting():
    return make_meeting(date="2026-10-21")


@pytest.fixture
def item(meeting):
    session = make_session(meeting, title_en="Plenary", start=dt.time(9))
    return make_item(session, title_en="Budget", duration=20)


def published(meeting, comment="", by=None, seen=None):
    seen = seen or load_agenda(meeting).fingerprint
    return publish(meeting, comment, by, MOMENT, seen)


def names(meeting, language="en"):
    """Who presents, as the last version tells it."""
    with override_language(language):
        agenda = agenda_from(latest_version(meeting).snapshot)
    return [
        presenter.published_name
        for item in agenda.items
        for presenter in item.presenter_list
    ]


def test_a_version_tells_its_number_its_comment_who_and_when(meeting, item, editor):
    published(meeting, "First", editor)
    item.title_en = "Accounts"
    item.save()

    second = published(meeting, "Second", editor)

    assert (second.number, second.comment, second.made_at, second.made_by) == (
        2,
        "Second",
        MOMENT,
        editor,
    )
    assert latest_version(meeting) == second


def test_an_agenda_that_was_never_published_has_no_latest_version(meeting, item):
    assert latest_version(meeting) is None


def test_a_version_stays_what_it_was(meeting, item):
    published(meeting)
    item.title_en = "Accounts"
    item.save()
    item.session.delete()

    session = agenda_from(latest_version(meeting).snapshot).sessions[0]

    assert (str(session), str(session.item_list[0])) == ("Plenary", "Budget")
    assert (session.item_list[0].begin, session.item_list[0].finish) == (
        dt.time(9),
        dt.time(9, 20),
    )


def test_an_agenda_without_a_session_is_not_published(meeting):
    with pytest.raises(NotPublishable) as caught:
        published(meeting)

    assert caught.value.args == ("There is no session to publish yet.",)
    assert not AgendaVersion.objects.exists()


def test_an_agenda_that_has_not_changed_is_not_published_again(meeting, item):
    make_presenter(item, attendee=make_attendee(meeting))
    published(meeting)

    with pytest.raises(NotPublishable) as caught:
        published(meeting)

    assert caught.value.args == ("Nothing has changed since version 1.",)


def test_who_saw_another_agenda_publishes_nothing(meeting, item):
    seen = load_agenda(meeting).fingerprint
    item.save()

    with pytest.raises(StaleAgenda):
        published(meeting, seen=seen)

    assert not AgendaVersion.objects.exists()


def test_who_saw_this_agenda_publishes_it(meeting, item):
    assert published(meeting, seen=load_agenda(meeting).fingerprint).number == 1


def test_meetings_count_their_versions_by_themselves(meeting, item):
    published(meeting)
    other = make_session().meeting

    assert published(other).number == 1


def test_presenters_are_called_as_everybody_may_read_it(meeting, item):
    government = make_government(name_en="Niigata", name_ja="新潟県")
    delegation = make_delegation(meeting, government=government)
    for name, is_public in (("佐藤", False), ("鈴木", True)):
        person = make_person(
            native_name=name,
            family_name=f"Passport {name}",
            given_name="",
            is_public=is_public,
        )
        attendee = make_attendee(delegation=delegation, person=person)
        make_presenter(item, attendee=attendee)
    make_presenter(item, person=make_person(native_name="김민수"))
    make_presenter(item, government=government)
    make_presenter(item, as_printed="The Mayor")
    make_presenter(item, is_open=True)
    published(meeting)

    assert names(meeting) == [
        "佐藤, Niigata",
        "Passport 鈴木, Niigata",
        "김민수",
        "Niigata",
        "The Mayor",
        "To be named",
    ]
    assert names(meeting, "ja")[:4] == [
        "佐藤, 新潟県",
        "鈴木, 新潟県",
        "김민수",
        "新潟県",
    ]


def test_governments_and_bodies_have_their_names_of_the_day(item, meeting):
    government = make_government(name_en="Gangwon State")
    make_government_name(
        government=government, name="Gangwon Province", valid_to="2027"
    )
    body = make_organization(name_en="Association")
    for fields in ({"government": government}, {"organization": body}):
        delegation = make_delegation(meeting, **fields)
        person = make_person(native_name="김민수")
        attendee = make_attendee(delegation=delegation, person=person)
        make_presenter(item, attendee=attendee)
    published(meeting)

    assert names(meeting) == ["김민수, Gangwon Province", "김민수, Association"]


@pytest.mark.parametrize("who", ["attendee", "delegation"])
def test_who_does_not_come_is_not_named(meeting, item, who):
    attendee = make_attendee(meeting)
    make_presenter(item, attendee=attendee, as_printed="The Mayor")
    published(meeting)
    if who == "attendee":
        attendee.set_status("cancelled")
    else:
        attendee.delegation.decline("Typhoon")

    published(meeting)

    assert names(meeting) == []


def test_a_name_stays_what_it_was_when_it_was_published(meeting, item):
    person = make_person(native_name="김민수")
    make_presenter(item, person=person)
    published(meeting)
    person.native_name = "김민서"
    person.save()

    assert names(meeting) == ["김민수"]
    assert published(meeting).number == 2
    assert names(meeting) == ["김민서"]


def test_a_version_knows_people_by_their_ids(meeting, item):
    attendee, person = make_attendee(meeting), make_person()
    make_presenter(item, attendee=attendee)
    make_presenter(item, person=person)
    make_presenter(item, as_printed="The Mayor")

    (session,) = published(meeting).snapshot

    bearers = [each["bearer"] for each in session["items"][0]["presenters"]]
    assert bearers == [attendee.person_id, person.pk, None]


@pytest.mark.parametrize("rows", [1, 3])
def test_an_agenda_is_frozen_in_two_queries(
    meeting, item, rows, django_assert_num_queries
):
    for _ in range(rows):
        body = make_delegation(meeting, organization=make_organization())
        make_presenter(item, attendee=make_attendee(delegation=body))
        make_presenter(item, attendee=make_attendee(meeting))
        make_presenter(item, government=make_government())
    agenda = load_agenda(meeting)

    with django_assert_num_queries(2):
        frozen_snapshot(agenda)


def test_a_version_is_read_without_a_query(meeting, item, django_assert_num_queries):
    make_presenter(item, attendee=make_attendee(meeting))
    kept = published(meeting).snapshot

    with django_assert_num_queries(0):
        agenda = agenda_from(kept)
        _texts = [str(row) for row in (*agenda.sessions, *agenda.items)]


def test_a_version_of_before_a_column_was_made_is_read(meeting, item):
    make_presenter(item, as_printed="The Mayor")
    kept = published(meeting).snapshot
    del kept[0]["mode"], kept[0]["items"][0]["duration"]
    del kept[0]["items"][0]["presenters"][0]["part"]

    (session,) = agenda_from(kept).sessions

    assert (session.mode, session.item_list[0].duration) == ("unknown", None)
    assert session.item_list[0].presenter_list[0].part == "presenter"


def test_a_column_that_was_made_since_is_no_change(meeting, item):
    version = published(meeting)
    del version.snapshot[0]["room_ko"], version.snapshot[0]["items"][0]["origins"]
    version.save()

    with pytest.raises(NotPublishable):
        published(meeting)


def test_a_version_keeps_the_origins_of_titles(meeting, item):
    item.title_ko, item.origins = "예산", {"title_ko": "translation"}
    item.save()

    [kept] = agenda_from(published(meeting).snapshot).items

    assert kept.wording("title", "ko").is_translation


def test_an_internal_item_takes_its_time_and_its_number_along(meeting, item):
    make_item(item.session, order=1, is_internal=True, duration=10)
    published(meeting)

    (session,) = without_internal(
        agenda_from(latest_version(meeting).snapshot)
    ).sessions

    assert [(each.label, each.begin) for each in session.item_list] == [
        ("1.2", dt.time(9, 10))
    ]
