"""Fields that are chosen by typing, as they work without a script."""

import pytest
from django import forms

from meetings.forms.attendees import AttendeeForm
from meetings.forms.choosing import (
    BodyChoiceField,
    GovernmentChoiceField,
    PersonChoiceField,
)
from meetings.models import Government, Person
from tests.factories import (
    make_attendee,
    make_delegation,
    make_government,
    make_government_name,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db


class ChoiceForm(forms.Form):
    government = GovernmentChoiceField(Government.objects, required=False)
    body = BodyChoiceField(required=False)
    person = PersonChoiceField(Person.objects, required=False)


@pytest.fixture
def suwon():
    return make_government("KR-41-suwon", name_en="Suwon", name_ko="수원시")


@pytest.fixture
def fuchu():
    """Two of one name."""
    parents = [make_government(name_en=name) for name in ("Tokyo", "Hiroshima")]
    level = {"level": "municipality", "kind": "city", "name_en": "Fuchu"}
    return [make_government(parent=parent, **level) for parent in parents]


def options_of(form, name):
    """The texts of the options of a field's select, but for the empty one."""
    select, _text = form[name].subwidgets[0].data["subwidgets"]
    groups = [options for _group, options, _index in select["optgroups"]]
    return [each["label"] for options in groups for each in options if each["value"]]


@pytest.mark.parametrize("text", ["KR-41-suwon", "suwon", "수원", "Suw"])
def test_a_text_that_means_one_is_taken(suwon, text):
    make_government(name_en="Busan")

    form = ChoiceForm({"government_typed": text, "body_typed": text})

    assert form.is_valid()
    assert form.cleaned_data["government"] == suwon
    assert form.cleaned_data["body"] == "KR-41-suwon"


def test_a_whole_name_is_taken_before_others_that_begin_with_it(suwon):
    make_government(name_en="Suwonia")

    form = ChoiceForm({"government_typed": "Suwon"})

    assert form.is_valid()
    assert form.cleaned_data["government"] == suwon


def test_a_text_that_means_several_is_asked_about(fuchu):
    form = ChoiceForm({"government_typed": "Fuchu"})

    assert form.errors["government"] == [
        "“Fuchu” may be several; choose one: Fuchu (Tokyo); Fuchu (Hiroshima)."
    ]
    assert options_of(form, "government") == [
        f"Fuchu ({each.parent}) · City · {each.code}" for each in fuchu
    ]
    _select, text = form["government"].subwidgets[0].data["subwidgets"]
    assert text["value"] is None  # or it would be asked about for ever


def test_one_of_those_asked_about_is_taken(fuchu):
    form = ChoiceForm({"government": str(fuchu[1].pk), "government_typed": ""})

    assert form.is_valid()
    assert form.cleaned_data["government"] == fuchu[1]


def test_one_that_ended_is_not_taken_unasked():
    end = {"valid_to": "2026-07-01", "successor": make_government()}
    ended = make_government("KR-29", name_ko="광주", **end)
    assert ChoiceForm({"body_typed": "광주"}).is_valid()

    make_government("KR-41", name_ko="광주시", kind="city")

    assert not ChoiceForm({"body_typed": "광주"}).is_valid()
    assert ChoiceForm({"body": ended.code}).is_valid()


@pytest.fixture
def gwangju():
    """A metropolis that ended, a district of it, its successor, and a city."""
    heir = make_government("KR-12", name_ko="전남광주통합특별시")
    end = {"valid_to": "2026-07-01", "successor": heir}
    metropolis = {"kind": "metropolitan_city", "name_ko": "광주광역시"}
    ended = make_government("KR-29", short_ko="광주", **metropolis, **end)
    part = {"level": "district", "kind": "autonomous_district", "name_ko": "동구"}
    district = make_government("KR-12-dong", parent=heir, **part)
    make_government_name(government=district, name="KR-29-dong")
    city = {"level": "municipality", "kind": "city", "name_ko": "광주시"}
    make_government(
        "KR-41-gwangju", parent=make_government("KR-41", name_ko="경기도"), **city
    )
    return ended


def test_a_name_that_is_also_another_with_a_longer_word_is_asked_about(gwangju):
    form = ChoiceForm({"government_typed": "광주시", "body_typed": "광주시"})

    assert set(form.errors) == {"government", "body"}
    [first, second, *_others] = options_of(form, "government")
    assert "KR-41-gwangju" in first
    assert "KR-29" in second


def test_a_name_is_taken_whose_likes_are_of_another_rank():
    prefecture = {"kind": "prefecture", "name_en": "Tottori", "name_ja": "鳥取県"}
    parent = make_government("JP-31", **prefecture, short_ja="鳥取")
    city = {"level": "municipality", "kind": "city", "name_en": "Tottori City"}
    make_government("JP-31-tottori", parent=parent, name_ja="鳥取市", **city)
    make_organization("tia", name_ja="鳥取", name_en="Tottori")

    for text, code in (
        ("鳥取県", "JP-31"),
        ("鳥取市", "JP-31-tottori"),
        ("Tottori City", "JP-31-tottori"),
    ):
        form = ChoiceForm({"body_typed": text})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["body"] == code
    form = ChoiceForm({"government_typed": "鳥取"})
    assert form.is_valid()  # as it is written, it is a name of the prefecture alone
    assert form.cleaned_data["government"] == parent


@pytest.mark.parametrize("text", ["KR-29", "kr-29"])
def test_a_whole_code_decides_even_of_one_that_ended(gwangju, text):
    form = ChoiceForm({"government_typed": text, "body_typed": text})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["government"] == gwangju
    assert form.cleaned_data["body"] == "KR-29"


def test_two_of_one_name_in_one_place_are_asked_about_by_kind_and_code(fuchu):
    town = {"level": "municipality", "kind": "town", "name_en": "Fuchu"}
    town = make_government(parent=fuchu[1].parent, **town)
    form = ChoiceForm({"government_typed": "Fuchu (Hiroshima)"})

    labels = [
        f"Fuchu (Hiroshima) · {each.name_ko} · {kind} · {each.code}"
        for kind, each in (("City", fuchu[1]), ("Town", town))
    ]
    assert form.errors["government"] == [
        f"“Fuchu (Hiroshima)” may be several; choose one: {'; '.join(labels)}."
    ]
    assert options_of(form, "government") == labels


def test_a_text_that_means_nothing_is_told_and_stays(suwon):
    form = ChoiceForm({"government_typed": "Atlantis", "government": suwon.pk})

    assert form.errors["government"] == [
        "Nothing is called “Atlantis”. Write another name, a part of it, or the code."
    ]
    _select, text = form["government"].subwidgets[0].data["subwidgets"]
    assert text["value"] == "Atlantis"
    assert options_of(form, "government") == ["Suwon"]


def test_a_page_has_what_is_chosen_and_nothing_else(suwon):
    make_government(name_en="Busan")
    clair = make_organization("clair", name_en="Council")

    form = ChoiceForm(initial={"government": suwon.pk, "body": clair.key})

    assert options_of(form, "government") == ["Suwon"]
    assert options_of(form, "body") == ["Council"]
    assert "Busan" not in str(form)


def test_what_is_left_alone_is_not_changed(suwon):
    data = {"government": str(suwon.pk), "government_typed": "", "body": "clair"}
    initial = {"government": suwon.pk, "body": "clair"}

    assert ChoiceForm(data, initial=initial).changed_data == []
    typed = data | {"government_typed": "Busan"}
    assert ChoiceForm(typed, initial=initial).changed_data == ["government"]


@pytest.mark.parametrize("value", ["nosuch", "9" * 30, "-1", "\x00", "²"])
@pytest.mark.parametrize("name", ["government", "body", "person"])
def test_a_value_that_there_is_not_is_refused_and_shown_as_none(suwon, name, value):
    form = ChoiceForm({name: value})

    assert set(form.errors) == {name}
    assert options_of(form, name) == []


@pytest.mark.parametrize("name", ["government", "body", "person"])
def test_a_text_that_no_database_takes_is_refused(name):
    form = ChoiceForm({f"{name}_typed": "a\x00"})

    assert form.errors[name] == ["Null characters are not allowed."]


def test_a_person_is_not_found_by_a_passport_name():
    make_person(native_name="김견본", family_name="Secretive")

    assert ChoiceForm({"person_typed": "김견본"}).is_valid()
    assert not ChoiceForm({"person_typed": "Secretive"}).is_valid()


@pytest.fixture
def delegation():
    return make_delegation()


def registration(delegation, **fields):
    data = {"delegation": delegation.pk, "role": "delegate", "mode": "in_person"}
    data |= {"status": "registered", "submission": "0" * 32} | fields
    return AttendeeForm(data, meeting=delegation.meeting)


def test_somebody_on_record_is_registered_without_names(delegation):
    person = make_person(native_name="김견본")

    form = registration(delegation, **{"person-on_record": person.pk})

    assert form.is_valid(), form.errors
    assert form.save().person == person
    assert Person.objects.count() == 1


def test_somebody_on_record_is_not_registered_twice(delegation):
    person = make_attendee(delegation=delegation).person

    form = registration(delegation, **{"person-on_record": person.pk})

    assert not form.is_valid()
