"""The list of participants: who, in which order, in which languages."""

import pytest

from meetings.documents.participants import list_of_participants
from meetings.models import Meeting
from tests.documents.cast import make_conference, make_participant, make_rows
from tests.documents.pdf import pages_of, sizes_of, text_of
from tests.factories import (
    make_delegation,
    make_government,
    make_government_name,
    make_organization,
)

pytestmark = pytest.mark.django_db


def test_list_is_headed_in_each_language():
    meeting = make_conference(place_government=make_government(name_ja="慶尚北道"))

    text = text_of(list_of_participants(meeting, ("en", "ko", "ja", "zh")))

    assert "28th Exchange Conference 21–24 October 2026 · Gyeongju" in text
    assert "제28회 교류회의 2026년 10월 21~24일" in text
    assert "第28回交流会議 2026年10月21～24日 · 慶尚北道" in text
    assert "第28届交流会议 2026年10月21日至24日" in text


def test_list_is_in_protocol_order_with_the_heads_first():
    meeting = make_conference()
    make_participant(meeting, "KR", "이대표", role="delegate")
    make_participant(meeting, "KR", "김단장", role="head", position="도지사")
    make_participant(meeting, "CN", "王代表", role="delegate")

    text = text_of(list_of_participants(meeting))

    assert text.endswith(
        "Jilin Province 1 王代表 Delegate"
        " Gangwon State 2 김단장 도지사 Head of delegation 3 이대표 Delegate 1 / 1"
    )


def test_list_names_roles_and_delegations_in_each_language():
    meeting = make_conference()
    make_participant(meeting, role="head")

    text = text_of(list_of_participants(meeting, ("en", "ko")))

    assert "Gangwon State · 강원특별자치도 1 김민수 Head of delegation · 단장" in text


def test_list_calls_a_government_by_its_name_of_the_day():
    meeting = make_conference(date="2005-10-21")
    attendee = make_participant(meeting)
    make_government_name(
        government=attendee.delegation.government,
        name="Gangwon Province",
        valid_to="2023-06-11",
    )

    text = text_of(list_of_participants(meeting))

    assert "Gangwon Province" in text
    assert "Gangwon State" not in text


def test_list_says_of_a_delegation_without_names_in_what_part_it_comes():
    meeting = make_conference()
    for key, fields in {
        "accepted": {"status": "accepted"},
        "observing": {"status": "attended", "capacity": "observer"},
        "invited": {"status": "invited"},
    }.items():
        make_delegation(meeting, organization=make_organization(key), **fields)

    text = text_of(list_of_participants(meeting))

    assert "Body accepted Names to follow Body observing Observer" in text
    assert "Body invited" not in text


def test_list_numbers_its_pages():
    meeting = make_conference()
    for n in range(60):
        make_participant(meeting, native_name=f"김{n:03}")

    pages = pages_of(list_of_participants(meeting))

    assert len(pages) == 2
    assert pages[0].rstrip().endswith("1 / 2")
    assert pages[1].rstrip().endswith("2 / 2")
    assert "Gangwon State" in pages[1]


def test_list_is_on_a4():
    assert sizes_of(list_of_participants(make_conference())) == [(210, 297)]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_costs_six_queries(rows, django_assert_num_queries):
    meeting = make_conference()
    make_rows(meeting, rows)
    meeting = Meeting.objects.get(pk=meeting.pk)

    with django_assert_num_queries(6):
        list_of_participants(meeting, ("en", "ko", "ja", "zh"))
