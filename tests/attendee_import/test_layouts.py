"""Lists of all layouts, made at random by the benchmark, are never silently wrong."""

from collections import Counter

import pytest

from benchmarks.layouts.judging import ASKED, RIGHT, WRONG, judge
from benchmarks.layouts.making import MadeList, make
from benchmarks.layouts.measure import MEETING, described
from benchmarks.layouts.people import Right
from benchmarks.layouts.reading import one_index, read_or_refusal
from benchmarks.layouts.registry import LAYOUTS
from benchmarks.layouts.words import LANGUAGES, listed
from meetings.models import Meeting

LISTS = range(100)
MAIN_HEADINGS = (
    "government",
    "department",
    "position",
    "name",
    "role",
    "mode",
    "attendance",
    "email",
    "phone",
    "arrives",
    "departs",
    "diet",
    "note",
)


@pytest.mark.django_db
def test_a_hundred_lists_are_read_right_or_asked_about(record):
    meeting = Meeting.objects.get(slug=MEETING)
    wrong = []
    with one_index(meeting):
        for made in map(make, LISTS):
            verdict, why = judge(made, *read_or_refusal(made, meeting))
            if verdict == WRONG:
                wrong.append(f"{described(made)}: {why[:200]}")

    assert wrong == []


def test_a_hundred_lists_have_every_layout_and_language():
    made = [make(number) for number in LISTS]

    assert {one.layout for one in made} == LAYOUTS.keys()
    assert {one.language for one in made} == {*LANGUAGES}


def test_the_same_seed_makes_the_same_list():
    one, same, other = make(7), make(7), make(7, seed=13)

    assert (one.people, one.content) == (same.people, same.content)
    assert one.people != other.people


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_main_heading_is_called_by_eight_words(language):
    headings = listed("words")[language]["headings"]

    few = [kind for kind in MAIN_HEADINGS if len({*headings[kind]}) < 8]

    assert few == []


def row_of(name="서도현", problems=(), state="new", **values):
    values = {"native_name": name, "role": "delegate", "position": "과장"} | values
    return {"row": 2, "state": state, "values": values, "problems": [*problems]}


def report_of(*rows, **told):
    return {"rows": [*rows], "to_follow": [], **told}


def list_of(*names, **more):
    people = [
        {"native_name": Right(name, name), "position": Right("과장", "과장")}
        for name in names
    ]
    return MadeList(0, "plain", "ko", "xlsx", people=people, **more)


PROBLEM = {"value": "과장", "message": "What is it?"}


def verdict_on(made, report):
    return judge(made, report)[0]


def test_a_list_is_right_if_all_who_come_are_there():
    assert verdict_on(list_of("서도현"), report_of(row_of())) == RIGHT


@pytest.mark.parametrize(
    "row", [row_of(position="국장"), row_of(position=""), row_of(name="한지민")]
)
def test_what_is_not_right_is_wrong_unless_its_row_is_a_problem(row):
    made = list_of("서도현")

    verdicts = [
        verdict_on(made, report_of(row, unread=unread))
        for unread in ([], [{"sample": ["서도현"]}])
    ]
    row["problems"].append(PROBLEM)
    asked = verdict_on(made, report_of(row, unread=[{"sample": ["서도현"]}]))

    assert verdicts == [WRONG, WRONG]
    assert asked == ASKED


def test_a_value_that_is_told_as_unread_is_asked():
    row = row_of(position="")

    told = report_of(row, unread=[{"sample": ["과장"], "why": "no heading"}])

    assert verdict_on(list_of("서도현"), told) == ASKED


def test_who_is_lost_is_wrong_unless_told_as_unread():
    made = list_of("서도현", "한지민")

    lost = report_of(row_of())
    told = report_of(row_of(), unread=[{"sample": ["한지민"]}])

    assert [verdict_on(made, lost), verdict_on(made, told)] == [WRONG, ASKED]


def test_who_stays_away_may_be_cancelled_left_out_or_on_no_row():
    away = [{"native_name": Right("한지민", "한지민")}]
    made = list_of("서도현", stay_away=away)

    verdicts = Counter(
        verdict_on(made, report_of(row_of(), *rows))
        for rows in (
            [row_of(name="한지민", status="cancelled")],
            [row_of(name="한지민", state="left_out")],
            [],
            [row_of(name="한지민")],
        )
    )

    assert verdicts == {RIGHT: 3, WRONG: 1}


def test_seats_without_names_are_to_be_told():
    made = list_of("서도현", to_follow=["외 2명"])

    silent = report_of(row_of())
    told = silent | {"to_follow": [{"text": "외 2명"}]}

    assert [verdict_on(made, silent), verdict_on(made, told)] == [WRONG, RIGHT]


def test_a_refusal_is_a_question():
    assert judge(list_of("서도현"), None, "Save it as XLSX.")[0] == ASKED
