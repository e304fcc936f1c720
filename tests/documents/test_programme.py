"""The printed programme: days, times, titles side by side, presenters."""

from datetime import time

import pypdfium2
import pytest

from meetings.documents.programme import programme, run_of_show
from meetings.models import Meeting
from tests.documents.cast import make_conference, make_participant, make_rows
from tests.documents.pdf import boxes_of, font_of, text_of
from tests.factories import (
    make_government,
    make_government_name,
    make_item,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_sessions_stand_under_their_days_with_their_times():
    meeting = make_conference()
    morning = {"date": "2026-10-21", "start": time(10), "end": time(11, 30)}
    make_session(meeting, title_en="Opening", room_en="Hall A", **morning)
    make_session(meeting, title_en="Dinner", date="2026-10-21", start=time(18))
    make_session(meeting, title_en="Visit", date="2026-10-22")

    text = text_of(programme(meeting))

    assert text.endswith(
        "21 October 2026 10:00–11:30 Opening Hall A 18:00 Dinner"
        " 22 October 2026 Visit 1 / 1"
    )


def test_programme_says_whose_time_it_is():
    meeting = make_conference(time_zone="Asia/Shanghai")
    make_session(meeting)

    assert "Times are those of Asia/Shanghai (UTC+08:00)." in text_of(
        programme(meeting)
    )


def test_internal_items_are_not_printed():
    meeting = make_conference()
    session = make_session(meeting)
    make_item(session, number="1", title_en="Welcome")
    make_item(session, title_en="Lights off", is_internal=True)

    text = text_of(programme(meeting))

    assert "1 Welcome" in text
    assert "Lights off" not in text


def make_timed(meeting):
    session = make_session(meeting, title_en="Opening", start=time(9))
    make_item(session, order=1, title_en="Doors", duration=20, is_internal=True)
    make_item(session, order=2, title_en="Welcome", duration=15)
    make_item(session, order=3, title_en="Thanks")


def test_items_with_a_length_say_when_they_begin():
    meeting = make_conference()
    make_timed(meeting)

    text = text_of(programme(meeting))

    assert "09:00 Opening 09:20 Welcome Thanks" in text


def test_the_run_of_show_has_what_is_internal_and_all_minutes():
    meeting = make_conference()
    make_timed(meeting)

    text = text_of(run_of_show(meeting))

    assert "Run of show" in text
    assert "1.1 09:00–09:20 20 min internal Doors" in text
    assert "1.2 09:20–09:35 15 min Welcome 1.3 Thanks" in text


def test_titles_stand_side_by_side_and_the_kind_where_one_is_lacking():
    meeting = make_conference()
    session = make_session(meeting, title_en="Opening", title_ko="개회식")
    make_item(session, kind="keynote", title_en="On ageing")

    text = text_of(programme(meeting, ("en", "ko")))

    assert "Opening 개회식 On ageing 기조강연 1 / 1" in text


@pytest.mark.parametrize(
    ("rooms", "printed"),
    [
        (
            {"room_en": "Hall A", "room_ko": "대강당"},
            "Opening Hall A 개회식 대강당 1 / 1",
        ),
        ({"room_ko": "대강당"}, "Opening 개회식 대강당 1 / 1"),
        ({"room_zh": "大会堂"}, "Opening 大会堂 개회식 1 / 1"),
    ],
)
def test_rooms_stand_below_the_titles_of_their_language(rooms, printed):
    meeting = make_conference()
    make_session(meeting, title_en="Opening", title_ko="개회식", **rooms)

    assert printed in text_of(programme(meeting, ("en", "ko")))


def test_a_title_in_no_language_asked_for_is_printed_in_the_one_it_has():
    meeting = make_conference()
    make_session(meeting, title_en="", title_zh="开幕式")

    pdf = programme(meeting, ("zh",))

    assert "开幕式" in text_of(programme(meeting, ("en",)))
    assert font_of(pdf, "开幕式") == {"NotoSansCJKsc"}


def test_presenters_are_named_with_their_bodies_of_the_day():
    meeting = make_conference(date="2005-10-21")
    item = make_item(make_session(meeting))
    make_presenter(item, attendee=make_participant(meeting, "JP", "髙橋"))
    government = make_government(name_en="New Name")
    make_government_name(government=government, name="Old", valid_to="2010")
    make_presenter(item, government=government)
    make_presenter(item, person=make_person(native_name="홍길동"))
    make_presenter(item, as_printed="H.E. the Ambassador", language="en")

    text = text_of(programme(meeting))

    assert "髙橋, Niigata Prefecture Old 홍길동 H.E. the Ambassador" in text


def test_an_item_of_more_presenters_than_fit_a_page_goes_on_over_the_next():
    meeting = make_conference()
    item = make_item(make_session(meeting))
    for n in range(90):
        make_presenter(item, as_printed=f"Speaker {n}")

    pages = list(pypdfium2.PdfDocument(programme(meeting)))

    bottoms = [bottom for page in pages for _, bottom, _, _ in boxes_of(page)]
    assert len(pages) == 2
    assert min(bottoms) > 10


@pytest.mark.parametrize("rows", [1, 3])
def test_programme_costs_eight_queries(rows, django_assert_num_queries):
    meeting = make_conference()
    make_rows(meeting, rows)
    for attendee in meeting.attendees.all():
        item = make_item(make_session(meeting))
        make_presenter(item, attendee=attendee)
        make_presenter(item, government=make_government())
    meeting = Meeting.objects.get(pk=meeting.pk)

    with django_assert_num_queries(8):
        programme(meeting, ("en", "ko", "ja"))
