"""Every list of the corpus is read as a careful human would read it."""

import json
from pathlib import Path

import pytest
from django.utils import timezone

from meetings.attendee_import import row_drafts
from meetings.attendee_import.drafts import read_list
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from meetings.models import ImportBatch, Meeting

LISTS = Path(__file__).parent / "corpus"
EXPECTED = sorted(LISTS.glob("*.json"))

pytestmark = pytest.mark.django_db


def batch_of(path):
    """A list of a delegation to the 26th conference, read."""
    batch = ImportBatch(
        meeting=Meeting.objects.get(slug="tlgec-26"),
        file_name=path.name,
        content=path.read_bytes(),
        made_at=timezone.now(),
    )
    read_list(batch)
    return batch


def report_on(batch):
    reviewed = review(batch)
    return report_of(batch, reviewed.rows, reviewed.summary, reviewed.missing)


def reading_in(report):
    """What the expectations tell of a report, in their form."""
    is_several = len(report["sheets"]) > 1

    def place(entry):
        sheet = f"{entry['sheet']}!" if is_several else ""
        return f"{sheet}{entry['row']}" if is_several else entry["row"]

    return {
        "encoding": report["encoding"],
        "sheet": report["sheet"],
        "header_row": report["header_row"],
        "columns": report["columns"],
        "ignored": [place(entry) for entry in report["passed_over"]],
        "rows": [row_in(row, is_several) for row in report["rows"]],
    }


def row_in(row, is_several):
    values = dict(row["values"])
    for told_elsewhere in ("name_order", "rank"):
        values.pop(told_elsewhere, None)
    if values["status"] == "registered":
        del values["status"]
    told = {"row": row["row"], "values": {k: v for k, v in values.items() if v}}
    if is_several:
        told["sheet"] = row["sheet"]
    if row["problems"]:
        told["problems"] = [
            {"column": p["column"], "candidates": p["candidates"]}
            for p in row["problems"]
        ]
    return told


def expected_of(path, is_every_body_known=False):
    expected = json.loads(path.read_text("utf-8"))
    expected.pop("why")
    for row in expected["rows"]:
        if row["values"].get("status") == "registered":  # as it is if nothing is said
            del row["values"]["status"]
        # Whom a problem names where every municipality is known.
        known = row.pop("municipality", None)
        if known and is_every_body_known:
            row["values"]["government"] = known
            del row["problems"]
    return {"ignored": []} | expected


def fill_expected(expected, found):
    """Where an expectation names some candidates, others may be offered, too."""
    for wanted, row in zip(expected["rows"], found["rows"], strict=False):
        pairs = zip(wanted.get("problems", ()), row.get("problems", ()), strict=False)
        for problem, got in pairs:
            some = problem.pop("candidates_include", None)
            if some is not None:
                missing = set(some) - set(got["candidates"])
                problem["candidates"] = got["candidates"] if not missing else some


def assert_as_expected(batch, expected):
    found = reading_in(report_on(batch))
    fill_expected(expected, found)
    assert found == expected


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_a_list_is_read_as_a_human_would(record, every_body, monkeypatch, path):
    (list_file,) = (p for p in LISTS.glob(f"{path.stem}.*") if p.suffix != ".json")
    batch = batch_of(list_file)
    assert_as_expected(batch, expected_of(path))

    monkeypatch.setattr(row_drafts, "BodyIndex", lambda day: every_body.index)
    assert_as_expected(batch, expected_of(path, is_every_body_known=True))
