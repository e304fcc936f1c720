"""What the reader doubted, and did not read, reaches staff."""

import ast
from pathlib import Path

import pytest

from meetings import spreadsheets
from meetings.attendee_import.confirming import ImportRefused, confirm
from meetings.attendee_import.drafts import store
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from meetings.attendee_import.sentences import SENTENCES
from meetings.models import ImportBatch
from meetings.models.import_answers import Problem
from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.types import WARNINGS
from tests.attendee_import.lists import NOW, draft
from tests.attendee_import.reviews import found_batch

pytestmark = pytest.mark.django_db

KIM = {"native_name": "김견본", "government": "견본도", "phone": "1E+09"}
BROKEN = {"code": "unclosed_quote", "field": "", "value": "V", "details": {"row": 3}}
DOUBT = Doubt("bad_email", "phone", "1E+09")
UNREAD = {"sheet": "명단", "range": "F2:G9", "sample": ["이견본"], "why": "apart"}


def codes_of_doubts():
    """The codes of all doubts that the reader may have, as its source names them."""
    for path in Path(spreadsheets.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_doubt = isinstance(node, ast.Call) and (
                getattr(node.func, "id", "") == "Doubt"
            )
            if is_doubt and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def test_every_doubt_of_the_reader_has_its_sentence():
    assert set(codes_of_doubts()) <= SENTENCES.keys()


def test_a_problem_of_the_reader_is_one_of_the_row(meeting, delegation):
    batch = found_batch(meeting, ReadPerson("명단", 2, KIM, problems=(DOUBT,)))

    (row,) = review(batch).rows

    assert row.state == "problem"
    assert [(p.code, p.field, p.value) for p in row.problems] == [
        ("bad_email", "phone", "1E+09")
    ]


def test_a_corrected_cell_is_doubted_no_longer(meeting, delegation):
    cells = {"명단!2.1": {"phone": "010-1111-2222"}}
    person = ReadPerson("명단", 2, KIM, 1, problems=(DOUBT,), warnings=(DOUBT,))

    (row,) = review(found_batch(meeting, person, cells=cells)).rows

    assert (row.state, row.problems, row.warnings) == ("new", [], [])
    assert row.values["phone"] == "010-1111-2222"


def test_warnings_do_not_stand_in_the_way(meeting, delegation):
    reading = {"warnings": [BROKEN | {"value": ""}]}
    batch = found_batch(
        meeting, ReadPerson("명단", 2, KIM, warnings=(DOUBT,)), reading=reading
    )
    store(batch, review(batch), NOW)

    row = batch.rows.get()

    assert row.state == "new"
    assert row.warnings[0].code == "bad_email"
    assert [warning.code for warning in batch.file_warnings] == ["unclosed_quote"]


def test_the_report_tells_warnings_and_what_was_not_read(meeting, delegation):
    batch = draft(meeting, "김견본,견본도,,,,")
    batch.reading |= {
        "unread": [UNREAD | {"is_asked": False}],
        "warnings": [BROKEN],
    }
    row = batch.rows.get()
    row.warnings = [Problem(DOUBT.code, DOUBT.field, DOUBT.value)]

    report = report_of(batch, [row], batch.summary, [])

    sentence = str(WARNINGS["unclosed_quote"]) % {"row": 3}
    assert report["unread"] == [UNREAD]
    assert report["warnings"] == [{"row": None, "value": "V", "message": sentence}]
    assert report["rows"][0]["warnings"] == [
        {"row": 2, "value": "1E+09", "message": "“1E+09” is no e-mail address."}
    ]


def test_a_list_of_an_earlier_release_has_no_findings(meeting, delegation):
    batch = draft(meeting, "김견본,견본도,,,,")
    for name in ("unread", "warnings", "to_follow", "titles"):
        del batch.reading[name]
    batch.save()

    stored = ImportBatch.objects.get()

    assert (stored.file_warnings, stored.open_unread) == ([], [])
    assert review(stored).summary["new"] == 1
    report = report_of(stored, stored.rows.all(), stored.summary, [])
    assert (report["unread"], report["warnings"]) == ([], [])


def test_what_looks_like_people_has_to_be_answered(meeting, delegation, editor):
    batch = draft(meeting, "김견본,견본도,,,,")
    batch.reading["unread"] = [UNREAD | {"is_asked": True}]

    with pytest.raises(ImportRefused, match="not read and look like people"):
        confirm(batch, editor, NOW)
    batch.answers.see_unread("명단!F2:G9")
    confirm(batch, editor, NOW)

    assert meeting.attendees.count() == 1
