"""The list of attendees from the shell."""

import pytest
from django.core.management import CommandError, call_command

from meetings import sheets
from tests.factories import (
    make_attendee,
    make_delegation,
    make_government,
    make_meeting,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def attendee():
    tottori = make_government("JP-31", name_en="Tottori", name_ja="鳥取県")
    delegation = make_delegation(make_meeting(slug="tlgec-27"), government=tottori)
    person = make_person(native_name="髙橋美咲", phone="+81-857-26-7111")
    return make_attendee(delegation=delegation, person=person, role="head")


def export(tmp_path, name, *options):
    path = tmp_path / name
    call_command("export_attendees", "tlgec-27", "--output", str(path), *options)
    return sheets.read(path.read_bytes()).sheets[0].rows


@pytest.mark.parametrize("name", ["list.xlsx", "list.ods", "list.csv", "LIST.CSV"])
def test_the_format_follows_the_ending(tmp_path, name):
    rows = export(tmp_path, name, "--columns", "name,phone")

    assert rows == [["Name", "Phone"], ["髙橋美咲", "+81-857-26-7111"]]


def test_labels_and_names_are_in_the_language_asked_for(tmp_path):
    rows = export(
        tmp_path, "list.csv", "--columns", "delegation,role", "--language", "ja"
    )

    assert rows == [["代表団", "役割"], ["鳥取県", "団長"]]


def test_without_columns_all_are_written(tmp_path):
    header, _row = export(tmp_path, "list.csv")

    assert (header[0], header[-1], len(header)) == ("Reference", "Note", 21)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nosuch", "--output", "x.csv"], "There is no meeting “nosuch”."),
        (
            ["tlgec-27", "--output", "x.pdf"],
            "The file's name has to end in .xlsx, .ods or",
        ),
        (
            ["tlgec-27", "--output", "x.csv", "--columns", "salary"],
            "There is no column “salary”; there are: reference,",
        ),
        (["tlgec-27", "--output", "/nosuch/x.csv"], "/nosuch/x.csv cannot be written"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence_and_ends_with_two(arguments, sentence):
    with pytest.raises(CommandError) as caught:
        call_command("export_attendees", *arguments)

    assert str(caught.value).startswith(sentence)
    assert caught.value.returncode == 2
