"""Lists from the shell: the report, what is saved, and the exit codes."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from meetings import spreadsheets
from meetings.attendee_import.drafts import read_list
from meetings.management.commands import import_attendees
from meetings.models import ImportBatch
from tests.factories import make_government, make_meeting, make_series

pytestmark = pytest.mark.django_db

GOOD = "성명,소속,역할,연락처\n김견본,경북,단장,010-1111-2222\n"
BAD = GOOD + "이견본,산시성,,\n"


@pytest.fixture(autouse=True)
def meeting():
    make_government("KR-47", short_ko="경북", name_ko="경상북도")
    for code in ("CN-SN", "CN-SX"):
        make_government(code, name_ko="산시성")
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def write(tmp_path):
    def write(text, name="명단.csv", encoding="cp949"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def run(*arguments):
    """The output, and the exit code."""
    out = io.StringIO()
    try:
        call_command("import_attendees", "tlgec-27", *arguments, stdout=out)
    except CommandError as error:
        return out.getvalue(), error.returncode
    return out.getvalue(), 0


# Of GOOD, but for its rows.
REPORT = {
    "meeting": "tlgec-27",
    "file": "명단.csv",
    "encoding": "cp949",
    "sheet": None,
    "sheets": [],
    "header_row": 1,
    "columns": [
        {"header": "성명", "field": "native_name"},
        {"header": "소속", "field": "government"},
        {"header": "역할", "field": "role"},
        {"header": "연락처", "field": "phone"},
    ],
    "passed_over": [],
    "unread": [],
    "warnings": [],
    "to_follow": [],
    "summary": {
        "rows": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "problems": 0,
        "left_out": 0,
        "skipped": 0,
        "missing": 0,
    },
    "missing": [],
}


def test_a_list_is_reviewed_and_nothing_saved(write, meeting):
    out, code = run(write(GOOD), "--json")

    report = json.loads(out)
    (row,) = report.pop("rows")
    assert code == 0
    assert report == REPORT
    assert (row["row"], row["state"], row["reference"]) == (2, "new", None)
    assert row["values"]["government"] == "KR-47"
    assert row["values"]["phone"] == "010-1111-2222"
    assert not meeting.attendees.exists()
    assert not ImportBatch.objects.exists()


def test_commit_saves_the_list(write, meeting):
    assert run(write(GOOD), "--commit")[1] == 0

    assert meeting.attendees.get().role == "head"
    assert ImportBatch.objects.get().status == "confirmed"


def test_problems_are_told_and_stop_the_list(write, meeting):
    out, code = run(write(BAD), "--commit")

    assert code == 1
    assert "CSV!3 소속: “산시성” is the name of several;" in out
    assert not meeting.attendees.exists()


def test_what_is_doubtful_is_printed(write, meeting):
    out, code = run(write("성명,소속,상태\n김견본,경북,불참\n"), "--commit")

    assert code == 0
    assert "CSV!2 The list says that 김견본 does not come;" in out
    assert not meeting.attendees.exists()


def test_unread_cells_that_look_like_people_stop_the_list(write, meeting, monkeypatch):
    unread = {"sheet": "CSV", "range": "F2:G9", "sample": ["이견본"], "why": "apart"}

    def read_with_unread(batch):
        read_list(batch)
        batch.reading["unread"] = [unread | {"is_asked": True}]

    monkeypatch.setattr(import_attendees, "read_list", read_with_unread)
    path = write(GOOD)
    out, code = run(path, "--commit")

    assert code == 1
    assert "CSV!F2:G9 not read: apart (이견본)" in out
    assert not meeting.attendees.exists()
    assert json.loads(run(path, "--json")[0])["unread"] == [unread]
    assert run(path, "--commit", "--skip-problem-rows")[1] == 0
    assert meeting.attendees.count() == 1


def test_rows_with_problems_may_be_skipped(write, meeting):
    assert run(write(BAD), "--commit", "--skip-problem-rows")[1] == 0

    assert meeting.attendees.count() == 1


def test_the_problems_go_to_a_file(write, tmp_path):
    marked = tmp_path / "back.xlsx"

    run(write(BAD), "--problems-to", str(marked))

    rows = spreadsheets.read(marked.read_bytes()).sheets[0].rows
    assert [bool(row[0]) for row in rows] == [True, False, True]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch.csv"],
        ["--encoding", "klingon"],
        ["--encoding", "utf-8"],
    ],
)
def test_what_cannot_be_read_ends_with_two(write, arguments):
    if arguments[0].startswith("--"):
        arguments = [write(GOOD), *arguments]

    assert run(*arguments) == ("", 2)


def test_a_text_that_is_no_list_is_refused(write):
    assert run(write("good morning\nthis is no list\n")) == ("", 2)


def test_a_sheet_and_a_delegation_may_be_named(tmp_path, meeting):
    path = tmp_path / "list.xlsx"
    columns = [spreadsheets.Column("성명"), spreadsheets.Column("직위")]
    with path.open("wb") as file:
        spreadsheets.write_workbook(
            file,
            [("old", columns, [["구견본", ""]]), ("new", columns, [["신견본", ""]])],
        )

    run(str(path), "--sheet", "new", "--delegation", "KR-47", "--commit")

    assert meeting.attendees.get().person.native_name == "신견본"


def test_the_back_office_gives_the_same_report(write, meeting, editor_client):
    path = write(BAD)
    with open(path, "rb") as file:
        sent = SimpleUploadedFile("명단.csv", file.read())
    page = reverse("admin:meetings_attendee_import")

    response = editor_client.post(page, {"meeting": meeting.pk, "file": sent})
    batch = ImportBatch.objects.get()
    report = editor_client.get(
        reverse("import-report", args=["tlgec-27", batch.pk])
    ).json()

    assert response.url == reverse("import-table", args=["tlgec-27", batch.pk])
    assert report == json.loads(run(path, "--json")[0])
