"""Name plates: who sits at the table, and that both sides read."""

import pypdfium2
import pytest

from meetings.documents.plates import name_plates
from meetings.models import Meeting
from tests.documents.cast import make_conference, make_participant, make_rows
from tests.documents.pdf import boxes_of, pages_of, sizes_of, text_of
from tests.factories import (
    make_delegation,
    make_item,
    make_organization,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_heads_and_speakers_have_a_plate_and_others_have_none():
    meeting = make_conference()
    make_participant(meeting, native_name="김단장", role="head")
    make_participant(meeting, native_name="이연사", role="speaker")
    presenting = make_participant(meeting, native_name="박발표", role="delegate")
    make_presenter(make_item(make_session(meeting)), attendee=presenting)
    make_participant(meeting, native_name="최수행", role="staff")

    pages = pages_of(name_plates(meeting))

    assert ["김단장" in pages[0], "이연사" in pages[1], "박발표" in pages[2]] == [
        True
    ] * 3
    assert len(pages) == 3
    assert "최수행" not in "".join(pages)


def test_plate_is_in_the_own_language_and_in_english():
    meeting = make_conference()
    make_participant(meeting, "CN", "王建国", role="head", position="副省长")

    text = text_of(name_plates(meeting))

    assert text.endswith("吉林省 Jilin Province 王建国 副省长")


def test_plate_shows_the_same_on_both_sides_of_the_fold():
    meeting = make_conference()
    make_participant(meeting, role="head", position="도지사")

    page = pypdfium2.PdfDocument(name_plates(meeting))[0]
    width, height = page.get_size()

    boxes = sorted(tuple(map(round, box)) for box in boxes_of(page))
    turned = sorted(
        (
            round(width - right),
            round(height - top),
            round(width - left),
            round(height - b),
        )
        for left, b, right, top in boxes_of(page)
    )
    assert len(boxes) == 8
    assert boxes == turned
    assert all(top < height / 2 or bottom > height / 2 for _l, bottom, _r, top in boxes)


def test_plate_without_a_person_names_the_delegation():
    meeting = make_conference()
    body = make_organization("tcs", name_en="Cooperation Secretariat")
    make_delegation(meeting, organization=body, status="accepted")
    make_participant(meeting, role="staff")

    pages = pages_of(name_plates(meeting))

    assert len(pages) == 2
    assert pages[0].count("Gangwon State") == 2
    assert pages[1].count("Cooperation Secretariat") == 2


def test_who_takes_part_online_has_no_plate_nor_has_a_delegation_of_such():
    meeting = make_conference()
    make_participant(meeting, "KR", "김단장", role="head", mode="online")
    make_participant(meeting, "JP", "見本太郎", role="head", mode="online")
    make_participant(meeting, "JP", "見本花子", role="deputy", mode="in_person")

    [page] = pages_of(name_plates(meeting))

    assert page.count("見本花子") == 2
    assert "見本太郎" not in page


@pytest.mark.parametrize(
    "name",
    ["김" * 60, "W" * 60, "Anna Maria " * 9],
    ids=["letters", "a word", "words"],
)
def test_long_names_stay_on_their_side_of_the_fold(name):
    meeting = make_conference()
    make_participant(meeting, native_name=name, role="head", position=name * 2)

    page = pypdfium2.PdfDocument(name_plates(meeting))[0]

    fold = page.get_height() / 2
    assert all(top < fold or bottom > fold for _l, bottom, _r, top in boxes_of(page))


def test_plates_are_on_a4_across():
    meeting = make_conference()
    make_participant(meeting, role="head")

    assert sizes_of(name_plates(meeting)) == [(297, 210)]


@pytest.mark.parametrize("rows", [1, 3])
def test_plates_cost_six_queries(rows, django_assert_num_queries):
    meeting = make_conference()
    make_rows(meeting, rows)
    meeting = Meeting.objects.get(pk=meeting.pk)

    with django_assert_num_queries(6):
        name_plates(meeting)
