"""The agenda as a list."""

from datetime import date, time

import pytest

from meetings.models import Meeting
from tests.exports.helpers import listed, sensitive_columns
from tests.factories import (
    make_attendee,
    make_delegation,
    make_government,
    make_government_name,
    make_item,
    make_meeting,
    make_organization_name,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(db):
    return make_meeting(date="2022-10-21/2022-10-24")


def test_an_item_is_told_with_its_session(meeting):
    plenary = make_session(
        meeting,
        order=1,
        title_en="Plenary",
        date="2022-10-21",
        start=time(9),
        end=time(12, 30),
        room_en="Hall A",
        mode="hybrid",
    )
    make_item(plenary, number="1-2", title_en="Old towns", kind="topic", duration=20)

    assert listed("agenda", meeting) == [
        [
            *(date(2022, 10, 21), time(9), time(12, 30)),
            *(1, "Plenary", "Plenary", "Hall A", "Hybrid"),
            *("1-2", "Old towns", "Topic", 20, None, "no"),
        ]
    ]


def test_a_session_without_items_has_a_row_in_its_place(meeting):
    make_session(meeting, order=3, kind="site_visit", title_en="")
    plenary = make_session(meeting, order=2)
    make_item(plenary, order=2, title_en="Second")
    make_item(plenary, order=1, title_en="First", is_internal=True)
    make_session(meeting, order=1, title_en="Opening")
    columns = ["order", "session", "item", "duration", "internal"]

    assert listed("agenda", meeting, columns) == [
        [1, "Opening", None, None, None],
        [2, "Plenary", "First", None, "yes"],
        [2, "Plenary", "Second", None, "no"],
        [3, "Site visit", None, None, None],
    ]


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ["Opening", "Ceremony", "Online", "Speech", "Address", "yes"]),
        ("ko", ["개회식", "의식", "온라인", "Speech", "인사말", "예"]),
        ("ja", ["開会式", "式典", "オンライン", "Speech", "挨拶", "はい"]),
        ("zh", ["Opening", "仪式", "线上", "Speech", "致辞", "是"]),
    ],
)
def test_titles_and_labels_follow_the_language(meeting, language, row):
    opening = make_session(
        meeting,
        kind="ceremony",
        title_en="Opening",
        title_ko="개회식",
        title_ja="開会式",
        mode="online",
    )
    make_item(opening, kind="address", title_en="Speech", is_internal=True)
    columns = ["session", "session_kind", "mode", "item", "item_kind", "internal"]

    assert listed("agenda", meeting, columns, language) == [row]


@pytest.mark.parametrize(
    ("language", "room"), [("en", "Hall A"), ("ko", "대강당"), ("zh", "Hall A")]
)
def test_the_room_is_in_the_language_of_the_list(meeting, language, room):
    make_session(meeting, room_en="Hall A", room_ko="대강당")

    assert listed("agenda", meeting, ["room"], language) == [[room]]


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("2022-10-21", date(2022, 10, 21)),
        ("2022-10-21/2022-10-22", "2022-10-21/2022-10-22"),
        ("2022-10-21?", "2022-10-21?"),
        ("2022-10", "2022-10"),
        ("", None),
    ],
)
def test_a_date_is_one_where_the_day_is_known_exactly(meeting, printed, cell):
    make_session(meeting, date=printed)

    assert listed("agenda", meeting, ["date"]) == [[cell]]


@pytest.mark.parametrize(
    ("language", "presenters"),
    [
        (
            "en",
            "A guest; Gangwon; 김견본 (Gangwon); Hirai Shinji; 이견본",
        ),
        ("ja", "A guest; 江原道; 김견본 (江原道); 平井伸治; 이견본"),
    ],
)
def test_presenters_are_named_as_the_programme_names_them(
    meeting, language, presenters
):
    gangwon = make_government("KR-42", name_en="Gangwon State", name_ja="江原道")
    make_government_name(government=gangwon, name="Gangwon", valid_to="2023-06-11")
    attendee = make_attendee(
        delegation=make_delegation(meeting, government=gangwon),
        person=make_person(native_name="김견본", family_name="KIM"),
    )
    hirai = {"native_name": "平井伸治", "family_name": "Hirai", "given_name": "Shinji"}
    item = make_item(make_session(meeting))
    make_presenter(item, as_printed="A guest", person=make_person())
    make_presenter(item, government=gangwon)
    make_presenter(item, attendee=attendee)
    make_presenter(item, person=make_person(**hirai, is_public=True))
    make_presenter(item, person=make_person(native_name="이견본", family_name="LEE"))

    assert listed("agenda", meeting, ["presenters"], language) == [[presenters]]


def test_who_does_not_come_presents_nothing(meeting):
    item = make_item(make_session(meeting))
    declined = make_delegation(meeting, status="declined")
    for attendee in (
        make_attendee(meeting, status="cancelled"),
        make_attendee(delegation=declined),
    ):
        make_presenter(item, attendee=attendee)

    assert listed("agenda", meeting, ["presenters"]) == [[None]]


def test_the_agenda_holds_nothing_personal(meeting):
    assert sensitive_columns("agenda") == set()


def test_a_meeting_without_sessions_has_an_empty_list(meeting):
    make_session()

    assert listed("agenda", meeting) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_six_queries(django_assert_num_queries, rows, meeting):
    for _ in range(rows):
        item = make_item(make_session(meeting))
        government = make_government_name().government
        make_presenter(item, government=government)
        for body in (
            {"government": government},
            {"organization": make_organization_name().organization},
        ):
            delegation = make_delegation(meeting, **body)
            make_presenter(item, attendee=make_attendee(delegation=delegation))

    with django_assert_num_queries(6):
        assert len(listed("agenda", meeting)) == rows


@pytest.mark.usefixtures("record")
def test_the_record_has_a_row_for_each_item_and_each_session_without_one():
    meetings = Meeting.objects.all()
    rows = {each.slug: listed("agenda", each, ["order", "item"]) for each in meetings}
    sessions = {(slug, order) for slug in rows for order, _item in rows[slug]}
    items = [item for slug in rows for _order, item in rows[slug] if item]

    assert len(rows["tlgec-22"]) == 10
    assert (len(sessions), len(items)) == (65, 102)
