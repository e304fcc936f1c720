"""Every model goes out and comes in by its natural key, held to its own rules."""

import pytest
import tablib
from django.contrib import admin

from meetings.admin.base import TrackedModelAdmin
from meetings.admin.resources.base import resource_for
from meetings.admin.resources.widgets import key_as_text
from meetings.models import (
    AgendaItem,
    Attendee,
    Citation,
    Delegation,
    Government,
    Meeting,
    Person,
    Presenter,
    SeriesMembership,
    Session,
)
from tests.factories import (
    make_alias,
    make_attendee,
    make_citation,
    make_country,
    make_delegation,
    make_government,
    make_item,
    make_item_minutes,
    make_meeting,
    make_organization,
    make_person,
    make_presenter,
    make_series,
    make_session,
    make_source,
)

pytestmark = pytest.mark.django_db

MODELS = [
    m for m, a in admin.site._registry.items() if isinstance(a, TrackedModelAdmin)
]


def load(model, headers, *rows, dry_run=False):
    return resource_for(model)().import_data(
        tablib.Dataset(*rows, headers=headers),
        dry_run=dry_run,
        rollback_on_validation_errors=True,
    )


def complaints(result):
    """The sentences on each row of a result, and those on the file as row 0."""
    found = {
        row.number: [
            message
            for messages in row.error.message_dict.values()
            for message in messages
        ]
        for row in result.invalid_rows
    }
    found |= {
        row.number: [str(e.error) for e in row.errors] for row in result.error_rows
    }
    base = [str(error.error) for error in result.base_errors]
    return found | ({0: base} if base else {})


def test_what_goes_out_comes_in_without_a_change(record):
    make_alias()
    make_item_minutes()
    for model in MODELS:
        rows = resource_for(model)().export(force_native_type=True)

        result = resource_for(model)().import_data(rows, dry_run=True)

        assert complaints(result) == {}, model
        assert {row.import_type for row in result.rows} == {"skip"}, model


def test_keys_nest_in_a_cell():
    session = make_session(make_meeting(slug="tlgec-22"), order=1)
    item = make_item(session, order=3)
    delegation = make_delegation(
        session.meeting, organization=make_organization("clair")
    )

    assert key_as_text(item.natural_key()) == "tlgec-22/1/3"
    assert key_as_text(delegation.natural_key()) == "tlgec-22//clair"


def test_a_row_names_others_by_their_keys():
    item = make_item(make_session(make_meeting(slug="tlgec-22"), order=1), order=3)
    person = make_person(key="song-seung-whan")

    load(
        Presenter,
        ["item", "order", "person"],
        ["tlgec-22/1/3", 1, "song-seung-whan"],
    )

    presenter = Presenter.objects.get()
    assert (presenter.item, presenter.person) == (item, person)


def test_several_sources_stand_in_one_cell():
    first, second = make_source("first"), make_source("second")
    make_country("KR")

    load(
        Government,
        ["code", "country", "level", "kind", "name_ko", "sources"],
        ["KR-47", "KR", "province", "province", "경상북도", "first; second"],
    )

    assert set(Government.objects.get().sources.all()) == {first, second}


def test_an_unknown_code_is_refused_on_its_row():
    make_country("KR")

    result = load(
        Government,
        ["code", "country", "level", "kind", "name_en"],
        ["KR-47", "KR", "province", "province", "North Gyeongsang"],
        ["XX-1", "XX", "province", "province", "Nowhere"],
    )

    assert complaints(result) == {2: ["There is no country “XX”."]}
    assert not Government.objects.exists()


def test_a_key_of_too_few_parts_is_refused_on_its_row():
    result = load(AgendaItem, ["session", "order", "kind"], ["tlgec-22", 1, "topic"])

    assert complaints(result) == {1: ["There is no session “tlgec-22”."]}


def test_a_second_head_is_refused_on_its_row():
    delegation = make_delegation(
        make_meeting(slug="m"), government=make_government("KR-47")
    )
    for key in ("p-1", "p-2"):
        make_person(key=key)

    result = load(
        Attendee,
        ["reference", "delegation", "person", "role"],
        ["B111-1111", "m/KR-47/", "p-1", "head"],
        ["B222-2222", "m/KR-47/", "p-2", "head"],
    )

    assert complaints(result) == {2: ["This delegation already has a head."]}
    assert not delegation.attendees.exists()


def test_a_number_used_already_is_refused_on_its_row():
    make_meeting(slug="tlgec-17", number=17).series.save()
    series = Meeting.objects.get().series.slug

    result = load(
        Meeting, ["slug", "series", "number", "kind"], ["x", series, 17, "conference"]
    )

    assert complaints(result) == {
        1: ["Another meeting of this series already has this number."]
    }


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("date", "2026-13", "There is no date “2026-13”."),
        ("number", "1e1000000", "“1e1000000” is no whole number."),
        ("number", "17.5", "“17.5” is no whole number."),
        ("kind", "party", "Value 'party' is not a valid choice."),
    ],
)
def test_a_bad_cell_is_refused_on_its_row(column, value, sentence):
    meeting = make_meeting()

    result = load(Meeting, ["slug", column], [meeting.slug, value])

    assert complaints(result) == {1: [sentence]}


def test_a_key_that_stands_twice_is_refused_on_its_second_row():
    result = load(
        Person,
        ["key", "native_name"],
        ["p-1", "김견본"],
        ["p-1", "이견본"],
    )

    assert complaints(result) == {
        2: ["The same key stands in an earlier row of this file."]
    }
    assert not Person.objects.exists()


def test_an_unknown_column_is_refused_rather_than_lost():
    result = load(Person, ["key", "native_nam"], ["p-1", "김견본"])

    [sentence] = complaints(result)[0]
    assert sentence.startswith("There is no column “native_nam”; the columns are: ")


def test_the_one_room_of_an_earlier_release_is_the_english_one():
    make_session(make_meeting(slug="m"), order=1)

    load(Session, ["meeting", "order", "room"], ["m", 1, "Hall A"])

    assert Session.objects.get().room_en == "Hall A"


def test_an_earlier_heading_beside_that_of_today_is_refused():
    result = load(Meeting, ["slug", "venue", "venue_en"], ["m", "Hall A", "Hall B"])

    [sentence] = complaints(result)[0]
    assert sentence.startswith("There is no column “venue”; the columns are: ")


def test_a_blank_cell_is_empty_text():
    person = make_person(key="p-1", note_ko="To be cleared")

    load(Person, ["key", "note_ko"], ["p-1", None])

    person.refresh_from_db()
    assert person.note_ko == ""


def test_a_file_of_a_release_with_notes_in_one_language_is_still_taken():
    make_person(key="p-1")

    load(Person, ["key", "note"], ["p-1", "As it was written then"])

    assert Person.objects.get().note_en == "As it was written then"


def test_a_row_that_changes_nothing_writes_nothing():
    person = make_person(key="p-1")

    load(Person, ["key", "native_name"], ["p-1", person.native_name])

    assert Person.objects.get().version == 1


def test_an_import_is_kept_in_the_history():
    person = make_person(key="p-1")

    load(Person, ["key", "native_name"], ["p-1", "박견본"])

    assert person.history.count() == 2
    assert Person.objects.get().version == 2


def test_personal_columns_of_a_delegation_come_in_too():
    make_meeting(slug="m")
    make_government("KR-47")

    load(
        Delegation,
        ["meeting", "government", "organization", "focal_point_email"],
        ["m", "KR-47", None, "a@example.org"],
    )

    assert Delegation.objects.get().focal_point_email == "a@example.org"


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("make", "model", "queries"),
    [
        (make_attendee, Attendee, 3),
        (make_citation, Citation, 1),
        (lambda: make_presenter(person=make_person()), Presenter, 1),
    ],
    ids=["attendees", "citations", "presenters"],
)
def test_an_export_costs_a_constant_number_of_queries(
    django_assert_num_queries, make, model, queries, rows
):
    for _ in range(rows):
        make()

    with django_assert_num_queries(queries):
        dataset = resource_for(model)().export(force_native_type=True)

    assert len(dataset) == rows


def test_rules_about_several_governments_stand_on_their_rows():
    make_government("KR-47", name_ko="경상북도")
    union = make_government("KR-12", name_en="Union", valid_from="2026-07-01")
    headers = ["code", "country", "level", "kind", "name_ko", "valid_to", "successor"]
    province = ["KR", "province", "province"]

    result = load(
        Government,
        headers,
        ["KR-1", *province, "경상북도", "", ""],
        ["KR-2", *province, "경북도", "2026-06-30", "KR-12"],
        ["KR-3", *province, "경북", "2026-06-30", ""],
        ["KR-4", *province, "경남", "2026-07-02", "KR-12"],
    )

    found = complaints(result)
    assert set(found) == {1, 3, 4}
    assert "that time and place already: KR-47" in found[1][0]
    assert found[3] == [
        "A government that ended has a successor: choose who took over."
    ]
    assert "Union began on 1 July 2026, before 경남 ended" in found[4][0]
    assert not union.predecessors.exists()


def test_a_membership_that_runs_on_stands_on_its_row():
    union = make_government()
    make_government("KR-29", name_en="Gwangju", valid_to="2026-07-01", successor=union)
    make_series("kjgm")

    result = load(
        SeriesMembership,
        ["series", "government", "valid_from", "valid_to"],
        ["kjgm", "KR-29", "1999", ""],
    )

    [sentence] = complaints(result)[1]
    assert sentence.startswith("Gwangju ended on 1 July 2026; its membership of")
