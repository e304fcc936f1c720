"""Lists as delegations really lay them out, with invented people, are read right.

`expected.json` has what is right of each: the people who come, with the values that
matter, and the names of those who do not. `asks` tells that a question is right.
"""

import json
from pathlib import Path

import pytest

from benchmarks.layouts.judging import ASKED, RIGHT, judge
from benchmarks.layouts.making import MadeList
from benchmarks.layouts.people import Right
from benchmarks.layouts.reading import one_index, read_or_refusal
from meetings.models import Meeting

LISTS = Path(__file__).with_name("lists_as_they_come")
EXPECTED = json.loads((LISTS / "expected.json").read_text("utf-8"))
MEETING = "tlgec-26"
# Each asks about one cell or row that nobody could be sure of.
ASKED_ABOUT = {"17-name-cell-other-forms.xlsx", "28-days-and-times.xlsx"}


def list_of(name):
    right = EXPECTED[name]
    return MadeList(
        number=0,
        layout="",
        language="",
        format="",
        file_name=name,
        content=(LISTS / name).read_bytes(),
        delegation=right.get("delegation", ""),
        people=[
            {field: Right(value, value) for field, value in person.items()}
            for person in right["people"]
        ],
        stay_away=[
            {"native_name": Right(person, person)}
            for person in right.get("stay_away", ())
        ],
        asks=right.get("asks", False),
    )


@pytest.mark.django_db
def test_lists_as_they_come_are_read_right(record):
    meeting = Meeting.objects.get(slug=MEETING)
    with one_index(meeting):
        verdicts = {
            name: judge(list_of(name), *read_or_refusal(list_of(name), meeting))
            for name in EXPECTED
        }

    not_right = {name: each for name, each in verdicts.items() if each[0] != RIGHT}
    assert {name: verdict for name, (verdict, _why) in not_right.items()} == (
        dict.fromkeys(ASKED_ABOUT, ASKED)
    ), not_right


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [n for n, right in EXPECTED.items() if "warns" in right]
)
def test_what_is_doubtful_of_a_list_is_told(record, name):
    meeting = Meeting.objects.get(slug=MEETING)
    with one_index(meeting):
        report, _refusal = read_or_refusal(list_of(name), meeting)

    told = [
        *report["warnings"],
        *(w for row in report["rows"] for w in row["warnings"]),
    ]
    assert told or any(row["problems"] for row in report["rows"])
