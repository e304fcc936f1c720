"""The list of attendees from the shell."""

import pytest
from django.core.management import CommandError, call_command

from meetings import spreadsheets
from meetings.models import ExportLog
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
    return spreadsheets.read(path.read_bytes()).sheets[0].rows


@pytest.mark.parametrize("name", ["list.xlsx", "list.ods", "list.csv", "LIST.CSV"])
def test_the_format_follows_the_ending(tmp_path, name):
    rows = export(tmp_path, name, "--columns", "name,phone", "--reason", "Calls")

    assert rows == [["Name", "Phone"], ["髙橋美咲", "+81-857-26-7111"]]


def test_labels_and_names_are_in_the_language_asked_for(tmp_path):
    rows = export(
        tmp_path, "list.csv", "--columns", "delegation,role", "--language", "ja"
    )

    assert rows == [["代表団", "役割"], ["鳥取県", "団長"]]


def test_without_columns_all_that_are_not_sensitive_are_written(tmp_path):
    header, _row = export(tmp_path, "list.csv")

    assert (header[0], header[-1], len(header)) == ("Reference", "Languages", 11)


def test_an_order_can_be_asked_for(tmp_path, attendee):
    other = make_person(native_name="阿部太郎", family_name="Abe")
    make_attendee(delegation=attendee.delegation, person=other, role="staff")
    options = ("--columns", "name", "--order")

    by_rank = export(tmp_path, "list.csv", *options, "protocol")
    by_name = export(tmp_path, "list.csv", *options, "name")

    assert by_rank == [["Name"], ["髙橋美咲"], ["阿部太郎"]]
    assert by_name == [["Name"], ["阿部太郎"], ["髙橋美咲"]]


def test_an_export_is_logged_with_its_reason(tmp_path):
    export(tmp_path, "list.csv", "--columns", "name,phone", "--reason", "Calls")

    log = ExportLog.objects.get()
    assert (log.made_by, log.what, log.about, log.suffix) == (
        None,
        "attendees",
        "tlgec-27",
        "csv",
    )
    assert (log.columns, log.reason, log.row_count) == (["name", "phone"], "Calls", 1)


def test_personal_data_without_a_reason_is_refused(tmp_path):
    with pytest.raises(CommandError) as caught:
        export(tmp_path, "list.csv", "--columns", "phone")

    assert str(caught.value) == "Personal data needs a reason: add --reason TEXT."
    assert caught.value.returncode == 2
    assert list(tmp_path.iterdir()) == []
    assert not ExportLog.objects.exists()


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (" ", "Personal data needs a reason: add --reason TEXT."),
        ("x" * 251, "The reason is longer than 250 characters."),
    ],
)
def test_a_reason_that_the_log_cannot_keep_is_refused(tmp_path, reason, sentence):
    with pytest.raises(CommandError) as caught:
        export(tmp_path, "list.csv", "--columns", "phone", "--reason", reason)

    assert str(caught.value) == sentence
    assert not ExportLog.objects.exists()


def test_what_cannot_be_written_is_not_logged():
    with pytest.raises(CommandError):
        call_command("export_attendees", "tlgec-27", "--output", "/nosuch/x.csv")

    assert not ExportLog.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nosuch", "--output", "x.csv"], "There is no meeting “nosuch”."),
        (
            ["tlgec-27", "--output", "x.pdf"],
            "The file's name has to end in .xlsx or .ods",
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
