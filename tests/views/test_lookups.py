"""What the comboboxes are answered while somebody types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from secretariat.roles import TABLE, permissions_of
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_organization,
    make_person,
    make_series,
    make_session,
)

pytestmark = pytest.mark.django_db


def asked(client, kind, text):
    response = client.post(reverse("lookup", args=[kind]), {"q": text})
    assert response.status_code == 200
    return response.json()


def values(client, kind, text):
    return [option["value"] for option in asked(client, kind, text)]


@pytest.fixture
def fuchu():
    japan = make_country("JP")
    for code, name in (("JP-13", "東京都"), ("JP-34", "広島県")):
        names = {"name_en": "", "name_ko": ""}
        parent = make_government(code, japan, name_ja=name, **names)
        level = {"level": "municipality", "kind": "city", "parent": parent}
        make_government(f"{code}-fuchu", japan, name_ja="府中市", **level | names)


def test_two_of_one_name_come_with_what_they_belong_to(viewer_client, fuchu):
    found = asked(viewer_client, "bodies", "府中市")

    assert found == [
        {
            "value": "JP-13-fuchu",
            "text": "府中市 (東京都)",
            "detail": "City · JP-13-fuchu",
        },
        {
            "value": "JP-34-fuchu",
            "text": "府中市 (広島県)",
            "detail": "City · JP-34-fuchu",
        },
    ]


def test_two_of_one_name_come_with_their_names_in_other_scripts(viewer_client):
    make_government("CN-SN", name_en="Shan", name_zh="陕西省", name_ko="산시성")
    make_government("CN-SX", name_en="Shan", name_zh="山西省", name_ko="산시성")

    found = asked(viewer_client, "bodies", "shan")

    assert {option["detail"].partition(" · ")[0] for option in found} == {
        "산시성 陕西省",
        "산시성 山西省",
    }


def test_one_that_ended_says_until_when_and_comes_last(viewer_client):
    names = {"name_en": "Gwangju", "name_ko": "광주", "kind": "metropolitan_city"}
    end = {"valid_to": "2026-07-01", "successor": make_government()}
    make_government("KR-29", **end, **names)
    make_government("KR-41", **names)

    found = asked(viewer_client, "governments", "gwangju")

    assert [option["detail"] for option in found] == [
        "광주 · Metropolitan city · KR-41",
        "광주 · Metropolitan city · KR-29 · ended on 1 July 2026",
    ]


def test_governments_and_organisations_come_together_by_likeness(viewer_client):
    make_government("KR-1", name_en="Clairton")
    make_organization("clair", name_en="Council of Local Authorities")
    make_organization("else", name_en="Nothing like it")

    assert values(viewer_client, "bodies", "clair") == ["clair", "KR-1"]


def test_a_form_of_rows_is_given_their_ids(viewer_client):
    government = make_government(name_en="Suwon")
    organization = make_organization(name_en="Suwon Foundation")

    assert values(viewer_client, "governments", "suwon") == [str(government.pk)]
    assert values(viewer_client, "organizations", "suwon") == [str(organization.pk)]


def test_twenty_are_answered_at_most(viewer_client):
    for n in range(21):
        make_government(name_en=f"Sample {n}")

    assert len(asked(viewer_client, "governments", "sample")) == 20


@pytest.mark.parametrize(
    "text", ["27", "27th", "第27回", "2027", "2027년", "수원", "wave", "s 27 wave"]
)
def test_a_meeting_is_found_by_number_year_place_theme_and_title(viewer_client, text):
    series = make_series("s")
    suwon = make_government(name_ko="수원시")
    about = {"place_government": suwon, "theme_en": "New waves"}
    meeting = make_meeting(series, number=27, date="2027-05", **about)
    make_meeting(series, number=26, date="2026")

    assert values(viewer_client, "meetings", text) == [str(meeting.pk)]


def test_agendas_are_those_of_meetings_that_have_one(viewer_client):
    series = make_series("s")
    make_session(make_meeting(series, number=1))
    make_meeting(series, number=2)

    assert values(viewer_client, "agendas", "s") == ["s-1"]


@pytest.fixture
def kim():
    names = {"family_name": "PASSPORTFAMILY", "given_name": "PASSPORTGIVEN"}
    return make_person(native_name="김견본", **names, country=make_country())


def test_a_person_is_found_by_a_name_that_everybody_may_read(viewer_client, kim):
    attendee = make_attendee(person=kim, position="Governor")

    assert asked(viewer_client, "people", "김견") == [
        {
            "value": str(kim.pk),
            "text": "김견본",
            "detail": f"Country KR · {attendee.meeting.slug} · Governor",
        }
    ]


def test_passport_names_are_found_and_read_by_who_may_see_them(
    viewer_client, desk_client, kim
):
    assert asked(viewer_client, "people", "passportfamily") == []
    [found] = asked(desk_client, "people", "passportfamily")
    assert found["detail"] == "PASSPORTFAMILY PASSPORTGIVEN · Country KR"


def test_presenters_are_answered_as_the_editor_writes_them(editor_client):
    meeting = make_meeting()
    suwon = make_government("KR-41-s", name_en="Suwon")
    delegation = make_delegation(meeting, government=suwon)
    make_attendee(
        delegation=delegation,
        person=make_person(native_name="김견본"),
        reference="B111-1111",
        position="Mayor of Suwon",
    )
    make_person(native_name="Suwonee", key="p-x", is_public=True)
    make_person(native_name="Suwonian", is_public=False)
    make_attendee(person=make_person(native_name="Suwon elsewhere"))

    address = reverse("lookup-presenters", args=[meeting.slug])
    found = editor_client.post(address, {"q": "suwon"}).json()

    assert [option["value"] for option in found] == [
        "김견본 [B111-1111]",
        "Suwon [KR-41-s]",
        "Suwonee [p-x]",
    ]


def test_words_that_are_repeated_are_looked_for_once(viewer_client):
    meeting = make_meeting(theme_en="a b")

    with CaptureQueriesContext(connection) as once:
        assert values(viewer_client, "meetings", "a b") == [str(meeting.pk)]
    with CaptureQueriesContext(connection) as often:
        assert values(viewer_client, "meetings", "a b " * 25) == [str(meeting.pk)]

    lengths = [[len(q["sql"]) for q in queries] for queries in (once, often)]
    assert max(lengths[0]) == max(lengths[1])


@pytest.mark.parametrize("text", ["", " ", "\x00", "x" * 101])
def test_a_text_that_nobody_types_finds_nothing(viewer_client, fuchu, text):
    for kind in ("governments", "people", "meetings"):
        assert asked(viewer_client, kind, text) == []


def test_nothing_typed_may_stand_in_an_address(viewer_client):
    address = reverse("lookup", args=["people"])

    assert viewer_client.get(f"{address}?q=김견본").status_code == 405


def test_a_kind_that_there_is_not_is_404(viewer_client):
    assert viewer_client.post(reverse("lookup", args=["names"])).status_code == 404


@pytest.mark.parametrize(
    ("kind", "model"),
    [("governments", "government"), ("people", "person"), ("bodies", "organization")],
)
def test_who_may_not_view_rows_may_not_look_them_up(
    monkeypatch, viewer_client, kind, model
):
    permissions_of.cache_clear()
    kept = [(a, b, set(c) - {model}, d) for a, b, c, d in TABLE]
    monkeypatch.setattr("secretariat.roles.TABLE", kept)

    response = viewer_client.post(reverse("lookup", args=[kind]), {"q": "x"})
    permissions_of.cache_clear()

    assert response.status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("kind", "queries"),
    [("governments", 5), ("organizations", 5), ("bodies", 7), ("people", 6)],
)
def test_a_lookup_costs_its_queries_whatever_it_finds(
    editor_client, django_assert_num_queries, kind, queries, rows
):
    for n in range(rows):
        government = make_government(name_en=f"Sample {n}")
        make_organization(name_en=f"Sample {n}")
        delegation = make_delegation(government=government)
        person = make_person(native_name=f"Sample {n}")
        make_attendee(delegation=delegation, person=person)

    with django_assert_num_queries(queries):
        found = asked(editor_client, kind, "sample")

    assert len(found) == rows * (2 if kind == "bodies" else 1)
