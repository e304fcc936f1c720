"""A government's page: its names, what it succeeds, and what belongs to it."""

import pytest
from django.urls import reverse

from tests.factories import make_country, make_government, make_series
from tests.helpers import messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_government(
        "JP-11-misato",
        country=make_country("JP"),
        name_en="Misato",
        name_ko="미사토정",
        name_ja="美里町",
        origins={"name_ko": "rule"},
    )


def shown(client, government):
    return client.get(government.get_absolute_url()).content.decode()


def confirm(client, language):
    address = reverse("government-name-confirm", args=["JP-11-misato", language])
    return client.post(address, follow=True)


def test_a_name_by_rule_is_marked_and_confirmed_by_one_click(
    editor, editor_client, viewer_client, town
):
    assert shown(viewer_client, town).count("by rule") == 1
    assert "names/ko/confirm/" not in shown(viewer_client, town)
    assert shown(editor_client, town).count("names/ko/confirm/") == 1

    response = confirm(editor_client, "ko")

    assert messages_of(response) == ["“미사토정” is confirmed."]
    assert "by rule" not in response.content.decode()
    assert town.history.latest().history_user == editor


def test_confirming_twice_says_that_nothing_is_left_to_confirm(editor_client, town):
    confirm(editor_client, "ko")

    response = confirm(editor_client, "ko")

    assert messages_of(response) == ["There is nothing to confirm in that language."]
    assert town.history.count() == 2


def test_a_language_that_there_is_not_is_absent(editor_client, town):
    assert confirm(editor_client, "fr").status_code == 404


def test_a_government_that_ended_leads_to_its_successor_and_back(viewer_client):
    union = make_government("KR-12", name_en="Union", valid_from="2026-07-01")
    series = make_series()
    ended = make_government(
        "KR-29", name_en="Gwangju", valid_to="2026-07-01", successor=union
    )
    series.memberships.create(government=ended, valid_to="2026-07-01")

    page, unions_page = shown(viewer_client, ended), shown(viewer_client, union)

    link = '<a href="/governments/KR-12/">Union</a>'
    assert f"Ended on 1 July 2026; succeeded by {link}." in page
    assert '<a href="/governments/KR-29/">Gwangju</a> (– 1 July 2026)' in unions_page
    assert "no source seen says that it is one" in unions_page
    assert "no source seen" not in page


def test_parts_in_being_come_by_official_code_and_former_ones_apart(viewer_client):
    province = make_government("KR-28")
    town = {"level": "municipality", "kind": "city", "parent": province}
    make_government("KR-28-b", official_code="1", **town)
    new = make_government("KR-28-a", official_code="2", **town)
    make_government("KR-28-c", valid_to="2000-01-01", successor=new, **town)
    make_government("KR-28-d", valid_from="2999-01-01", **town)

    context = viewer_client.get(province.get_absolute_url()).context

    assert [part.code for part in context["parts"]] == ["KR-28-b", "KR-28-a"]
    assert [part.code for part in context["other_parts"]] == ["KR-28-c", "KR-28-d"]
