"""The report of a review: each problem with its column and its sentence."""

import pytest

from meetings.attendee_import.drafts import read_list
from meetings.attendee_import.report import report_of
from meetings.attendee_import.review import review
from tests.attendee_import.reviews import attend, batch_of

pytestmark = pytest.mark.django_db


def test_a_report_gives_each_problem_its_column(meeting, delegation):
    batch = batch_of(meeting, "김견본,본부,마법사,a", headings="이름,기관,구분,메일")
    batch.content += "\n이가상,견본도,단장,\n합계".encode()
    read_list(batch)
    found = review(batch)

    report = report_of(batch, found.rows, found.summary, found.missing)

    assert [line["row"] for line in report["passed_over"]] == [4]
    assert report["summary"] == found.summary
    assert [row["state"] for row in report["rows"]] == ["problem", "new"]
    assert [
        (problem["column"], problem["value"], problem["message"])
        for problem in report["rows"][0]["problems"]
    ] == [
        ("메일", "a", "“a” is no e-mail address."),
        ("구분", "마법사", "“마법사” is no role that is known; choose one."),
        ("기관", "본부", "No government or organisation is called “본부”."),
    ]


def test_a_report_gives_the_references_of_attendees_only(meeting, delegation):
    attendee = attend(delegation)
    batch = batch_of(meeting, "김견본,견본도,,", "이가상,견본도,,")
    read_list(batch)
    found = review(batch)

    report = report_of(batch, found.rows, found.summary, found.missing)

    assert [row["reference"] for row in report["rows"]] == [attendee.reference, None]
