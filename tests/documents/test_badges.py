"""Name badges: sizes, codes, and backs that meet their fronts."""

import pypdfium2
import pytest
from django.utils import translation

from meetings.documents.badges import name_badges
from meetings.models import Meeting
from tests.documents.cast import make_conference, make_participant, make_rows
from tests.documents.pdf import (
    boxes_of,
    codes_of,
    font_of,
    pages_of,
    sizes_of,
    squeezed,
    text_of,
)

pytestmark = pytest.mark.django_db


def make_people(meeting, count):
    """So many attendees in the order of their badges."""
    return [
        make_participant(
            meeting, native_name=f"김{n:02}", person={"given_name": f"Sample-{n:02}"}
        )
        for n in range(count)
    ]


def test_each_person_has_a_page_of_a6():
    meeting = make_conference()
    make_people(meeting, 3)

    assert sizes_of(name_badges(meeting)) == [(148, 105)] * 3


def test_who_takes_part_online_needs_no_badge():
    meeting = make_conference()
    make_participant(meeting, native_name="김원격", mode="online")
    make_participant(meeting, native_name="이현장", mode="in_person")
    make_participant(meeting, native_name="박미정", mode="")

    pages = pages_of(name_badges(meeting))

    assert ["이현장" in "".join(pages), "박미정" in "".join(pages)] == [True, True]
    assert len(pages) == 2
    assert "김원격" not in "".join(pages)


def test_eight_are_on_a_sheet_of_a4_with_their_backs_behind():
    meeting = make_conference()
    make_people(meeting, 9)

    assert sizes_of(name_badges(meeting, "a4")) == [(210, 297)] * 4


@pytest.mark.parametrize("paper", ["a6", "a4"])
def test_each_code_is_the_reference_of_its_badge(paper):
    meeting = make_conference()
    references = [attendee.reference for attendee in make_people(meeting, 10)]

    assert codes_of(name_badges(meeting, paper)) == references


def test_backs_are_mirrored_so_that_they_meet_their_fronts():
    meeting = make_conference()
    first, second, third = [each.reference for each in make_people(meeting, 3)]

    _front, back = map(squeezed, pages_of(name_badges(meeting, "a4")))

    places = [back.index(reference) for reference in (second, first, third)]
    assert places == sorted(places)
    assert back.count(squeezed("28th Exchange Conference")) == 3


def test_badge_says_who_where_from_and_what_for():
    meeting = make_conference()
    person = {"family_name": "Takahashi", "given_name": "Misaki", "is_public": True}
    attendee = make_participant(
        meeting, "JP", "髙橋 美咲", person=person, role="head", position="知事"
    )

    assert text_of(name_badges(meeting)) == (
        "28th Exchange Conference 髙橋 美咲 Takahashi Misaki 知事 Niigata Prefecture"
        f" 新潟県 Head of delegation {attendee.reference}"
    )


def test_badge_names_the_government_once_to_readers_of_its_language():
    meeting = make_conference()
    make_participant(meeting, "JP", "髙橋 美咲")

    with translation.override("ja"):
        text = text_of(name_badges(meeting))

    assert text.count("新潟県") == 1
    assert "Niigata" not in text


def test_badge_falls_back_on_the_letters_of_the_delegation():
    meeting = make_conference()
    make_participant(meeting, "CN", "骨直令", person={"country": None})

    assert font_of(name_badges(meeting), "骨直令") == {"NotoSansCJKsc"}


@pytest.mark.parametrize(
    "name",
    ["김" * 60, "W" * 60, "W" * 21, "Anna Maria " * 9],
    ids=["letters", "a word", "a word that is not broken", "words"],
)
def test_long_names_stay_within_their_badge(name):
    meeting = make_conference(title_en="Long title " * 22)
    for _ in range(8):
        make_participant(meeting, native_name=name, position=name * 2)

    for page in pypdfium2.PdfDocument(name_badges(meeting, "a4")):
        column, row = page.get_width() / 2, page.get_height() / 4
        for left, bottom, right, top in boxes_of(page):
            assert int(left / column) == int(right / column)
            assert int(bottom / row) == int(top / row)


@pytest.mark.parametrize("rows", [1, 3])
def test_badges_cost_five_queries(rows, django_assert_num_queries):
    meeting = make_conference()
    make_rows(meeting, rows)
    meeting = Meeting.objects.get(pk=meeting.pk)

    with django_assert_num_queries(5):
        name_badges(meeting)
