"""What staff decide about a list is stored as the first release stored it."""

import pytest
from django.core import serializers
from django.db import connection

from meetings.models import ImportBatch, ImportRow
from meetings.models.import_answers import (
    SOMEBODY_NEW,
    ImportAnswers,
    ImportChoices,
    NewBody,
    Problem,
)
from tests.factories import make_batch

STORED_ANSWERS = {
    "skip": ["CSV!2", "CSV!3"],
    "people": {"CSV!4": "p-1", "CSV!5": "new"},
    "cells": {"CSV!2": {"email": "a@example.org"}},
    "body": {"본부": "KR-47"},
    "role": {"코디": "staff"},
    "mode": {"줌": "online"},
    "once": ["산시성"],
    "new_bodies": {"KR-47-x": {"parent": "KR-47", "kind": "city", "names": {}}},
    "missing": {"AAAA-AAAA": "cancel"},
}
STORED_CHOICES = {
    "encoding": "cp949",
    "sheet": "명단",
    "header_row": 0,
    "mapping": {"2": "lodging", "3": "unkept"},
    "delegation": "KR-47",
}


def test_answers_keep_the_json_of_the_first_release():
    answers = ImportAnswers.from_json(STORED_ANSWERS)

    assert answers.skips_row("CSV!2")
    assert answers.chosen_people == {"p-1"}
    assert answers.corrections_of("CSV!2") == {"email": "a@example.org"}
    assert answers.meanings_of("role") == {"코디": "staff"}
    assert answers.new_bodies == {"KR-47-x": NewBody("KR-47", "city")}
    assert answers.cancels("AAAA-AAAA")
    assert answers.to_json() == STORED_ANSWERS


def test_choices_keep_the_json_of_the_first_release():
    choices = ImportChoices.from_json(STORED_CHOICES)

    assert choices.mapping == {2: "lodging", 3: "unkept"}
    assert choices.to_json() == STORED_CHOICES


@pytest.mark.parametrize("structure", [ImportAnswers, ImportChoices])
def test_nothing_decided_is_an_empty_object(structure):
    assert structure.from_json({}) == structure()
    assert structure().to_json() == {}


def test_a_row_is_skipped_and_taken_in_again():
    answers = ImportAnswers()

    answers.skip_row("CSV!2")
    assert answers.to_json() == {"skip": ["CSV!2"]}
    answers.skip_row("CSV!2", skip=False)
    assert answers.to_json() == {}


def test_answers_are_put_down_by_row_and_by_text():
    answers = ImportAnswers()

    answers.identify("CSV!2", SOMEBODY_NEW)
    answers.correct_cell("CSV!2", "role", "")
    answers.set_meaning("body", "본부", "KR-47")
    answers.set_meaning("body", "산시성", "CN-SX", is_one_off=True)
    answers.add_body("KR-47-x", NewBody("KR-47", "city"))
    answers.cancel_missing(["AAAA-AAAA"])

    assert answers.to_json() == {
        "people": {"CSV!2": "new"},
        "cells": {"CSV!2": {"role": ""}},
        "body": {"본부": "KR-47", "산시성": "CN-SX"},
        "once": ["산시성"],
        "new_bodies": {"KR-47-x": {"parent": "KR-47", "kind": "city", "names": {}}},
        "missing": {"AAAA-AAAA": "cancel"},
    }
    assert [*answers.lasting_meanings()] == [("body", "본부", "KR-47")]


def test_another_table_forgets_what_its_columns_were_mapped_to():
    choices = ImportChoices.from_json(STORED_CHOICES)

    choices.read_another_table(sheet="호텔")

    assert choices.to_json() == {
        "encoding": "cp949",
        "sheet": "호텔",
        "delegation": "KR-47",
    }


@pytest.mark.django_db
def test_the_database_holds_plain_json_and_gives_objects_back():
    batch = make_batch()
    problem = Problem("unknown_body", "government", "없는곳")
    batch.claim(
        answers=ImportAnswers.from_json(STORED_ANSWERS),
        choices=ImportChoices.from_json(STORED_CHOICES),
    )

    batch = ImportBatch.objects.get()
    assert batch.answers == ImportAnswers.from_json(STORED_ANSWERS)
    assert batch.choices == ImportChoices.from_json(STORED_CHOICES)
    assert batch.rows.get().problems == [problem]
    stored = ImportRow.objects.filter(problems__0__code="unknown_body")
    assert stored.exists()
    column = ImportBatch._meta.get_field("answers")
    assert column.clean(batch.answers, batch) == batch.answers


@pytest.mark.parametrize(
    ("model", "column"),
    [(ImportBatch, "answers"), (ImportBatch, "choices"), (ImportRow, "problems")],
)
def test_migrations_see_a_plain_json_column(model, column):
    field = model._meta.get_field(column)

    _name, path, _arguments, options = field.deconstruct()

    assert path == "django.db.models.JSONField"
    assert options == {"default": list if column == "problems" else dict}
    assert field.db_type(connection)


@pytest.mark.django_db
def test_one_key_of_a_column_is_read_as_it_is_stored():
    batch = make_batch()
    batch.claim(answers=ImportAnswers.from_json(STORED_ANSWERS))

    (skipped,) = ImportBatch.objects.values_list("answers__skip", flat=True)

    assert skipped == STORED_ANSWERS["skip"]


@pytest.mark.django_db
def test_a_fixture_holds_plain_json_and_gives_objects_back():
    batch = make_batch()
    batch.claim(answers=ImportAnswers.from_json(STORED_ANSWERS))
    rows = [*ImportBatch.objects.all(), *ImportRow.objects.all()]

    text = serializers.serialize("json", rows)

    again, row = (each.object for each in serializers.deserialize("json", text))
    assert again.answers == ImportAnswers.from_json(STORED_ANSWERS)
    assert row.problems == [Problem("unknown_body", "government", "없는곳")]
