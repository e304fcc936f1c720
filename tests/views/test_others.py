"""The first page, governments and series."""

from datetime import timedelta

import pytest
from django.contrib.admin import site
from django.utils import timezone

from meetings.models import Attendee, GlossaryTerm, Meeting
from meetings.models.changes import recent_changes
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_government_name,
    make_meeting,
    make_series,
)

pytestmark = pytest.mark.django_db


def test_the_first_page_shows_what_is_next_and_what_lacks(viewer_client):
    make_meeting(make_series("past"), date="1999", place_en="Seoul", theme_en="T")
    coming = make_meeting(date="2099", place_en="Busan", theme_en="T")
    gappy = make_meeting(date="2010", place_en="", theme_en="T", status="held")

    context = viewer_client.get("/").context

    assert list(context["upcoming"]) == [coming]
    assert list(context["lacking"]) == [gappy]


def test_an_empty_house_says_what_to_do_next(editor_client):
    page = editor_client.get("/").content.decode()

    assert "No meeting is planned." in page
    assert "Log a meeting" in page
    assert "Nobody has changed anything in the last 30 days." in page


def test_changes_tell_who_did_what_where_alike_ones_together(editor):
    delegation = make_delegation(make_meeting(slug="tlgec-27"))
    for _ in range(3):
        make_attendee(delegation=delegation)
    Attendee.history.update(history_user=editor)

    [change] = recent_changes(timezone.now() - timedelta(days=1))

    keys = ("model", "about", "change_type", "who", "times")
    assert {key: change[key] for key in keys} == {
        "model": Attendee,
        "about": "tlgec-27",
        "change_type": "+",
        "who": "Edo Editor",
        "times": 3,
    }


def test_changes_leave_out_what_was_loaded_and_what_is_old(editor):
    make_meeting()

    assert recent_changes(timezone.now() - timedelta(days=1)) == []

    Meeting.history.update(history_user=editor)
    assert recent_changes(timezone.now() + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?q=강원도", ["KR-42"]),
        ("?country=JP", ["JP-31"]),
        ("?level=municipality", ["KR-42-donghae"]),
        ("?q=KR-42-donghae", ["KR-42-donghae"]),
        ("?member=kjgm", ["JP-31"]),
        ("?member=kjgm&country=KR", []),
        ("?took_part=any", ["KR-42", "JP-31"]),
        ("?took_part=tlgec", ["KR-42"]),
        ("?took_part=nosuch&member=nosuch", ["KR-42", "KR-42-donghae", "JP-31"]),
    ],
)
def test_the_list_of_governments_is_filtered(viewer_client, query, codes):
    gangwon = make_government("KR-42")
    make_government_name(government=gangwon, language="ko", name="강원도")
    make_government("KR-42-donghae", level="municipality", parent=gangwon)
    tottori = make_government("JP-31", make_country("JP"))
    governors, trilateral = make_series("kjgm"), make_series("tlgec")
    governors.memberships.create(government=tottori, valid_from="1994")
    governors.memberships.create(government=gangwon, valid_to="2000")
    make_delegation(make_meeting(governors), government=tottori)
    make_delegation(make_meeting(trilateral), government=gangwon)

    response = viewer_client.get(f"/governments/{query}")

    assert [g.code for g in response.context["government_list"]] == codes


def test_the_list_of_governments_tells_how_many_and_shows_fifty(viewer_client):
    governments = [make_government(f"KR-{n:02}") for n in range(50)]
    make_government("KR-0", valid_to="2026-07-01", successor=governments[0])

    response = viewer_client.get("/governments/")

    assert len(response.context["government_list"]) == 50
    page = response.content.decode()
    assert "51 governments" in page
    assert "ended on 1 July 2026" in page
    assert (
        "No government matches"
        in viewer_client.get("/governments/?q=nowhere").content.decode()
    )


def test_what_a_search_of_governments_finds_comes_by_likeness(viewer_client):
    make_government("KR-1", name_en="Great Suwon")
    make_government("KR-2", name_en="Suwon")

    response = viewer_client.get("/governments/?q=suwon")

    found = [each.code for each in response.context["government_list"]]
    assert found == ["KR-2", "KR-1"]


LONG_TEXTS = ["x" * 60_000, " ".join(map(str, range(400)))]


@pytest.mark.parametrize("text", LONG_TEXTS, ids=["word", "words"])
@pytest.mark.parametrize("listed", ["governments", "glossary", "meetings"])
def test_a_text_that_is_too_long_is_refused_and_the_list_is_whole(
    viewer_client, listed, text
):
    make_meeting(place_government=make_government())
    GlossaryTerm.objects.create(term_en="host")

    response = viewer_client.get(f"/{listed}/", {"q": text})

    assert response.status_code == 200
    assert "at most 100 characters" in response.content.decode()
    assert response.context["object_list"]


def test_delegations_are_not_searched_by_a_text_that_is_too_long(viewer_client):
    delegation = make_delegation()
    address = f"/meetings/{delegation.meeting.slug}/delegations/"

    response = viewer_client.get(address, {"q": LONG_TEXTS[0]})

    assert "at most 100 characters" in response.content.decode()
    assert list(response.context["object_list"]) == [delegation]


@pytest.mark.parametrize("text", LONG_TEXTS, ids=["word", "words"])
@pytest.mark.parametrize(
    "model", [m for m, a in site._registry.items() if a.search_fields], ids=str
)
def test_the_back_office_searches_for_what_a_long_text_begins_with(
    rf, manager, model, text
):
    request = rf.get("/")
    request.user = manager
    model_admin = site.get_model_admin(model)

    rows = model_admin.get_queryset(request)
    found, _repeats = model_admin.get_search_results(request, rows, text)

    assert list(found) == []


def test_the_page_of_a_government_shows_its_names_heads_and_meetings(
    viewer_client, record
):
    page = viewer_client.get("/governments/KR-42/").content.decode()

    for text in ("강원도", "11 June 2023", "김진선", "7th Trilateral Local"):
        assert text in page


def test_the_archive_of_the_record_is_as_the_secretariat_publishes_it(
    viewer_client, record
):
    trilateral = viewer_client.get("/series/tlgec/")
    governors = viewer_client.get("/series/kjgm/")

    assert [m.number for m in trilateral.context["archive"] if m.number] == [
        *range(1, 27)
    ]
    assert [m.number for m in governors.context["archive"]] == [*range(1, 10)]
    page = trilateral.content.decode()
    assert "Yiwu, Zhejiang" in page
    assert "China / Rizhao" in page
