"""Is a list read right, asked about, or silently wrong?

A list is right if everybody who comes is there with the values that are right, and
nobody else. It is asked if whatever is not right is told: on a row that is a problem or
has a warning; of somebody who is on no row, by a problem, warning or unread cell that
holds the name; of a value that is blank, by one that holds what the cell shows. All
else is wrong, since it would be saved without a word.
"""

import json
import re
import unicodedata
from dataclasses import dataclass

RIGHT, ASKED, WRONG = "right", "asked", "WRONG"
STAYS_AWAY = ("cancelled", "absent")
LEFT_OUT = ("skipped", "left_out")
NAME_FIELDS = ("native_name", "family_name", "given_name")
UNSAID = (None, "", "delegate")  # what a field is where nothing was read for it
NOT_DIGITS = re.compile(r"[^\d+]")


@dataclass(frozen=True)
class Fault:
    """What is not as it should be, and whether the report tells it."""

    what: str
    is_told: bool


def judge(made, report, refusal=None):
    """Return the verdict on a list, and why, as text."""
    if refusal:
        return ASKED, refusal
    found = [*faults(made, Report(report))]
    silent = [fault.what for fault in found if not fault.is_told]
    if silent:
        return WRONG, "; ".join(silent)
    told = "; ".join(fault.what for fault in found)
    return (ASKED if found and not made.asks else RIGHT), told


class Report:
    """A report on a list, with its texts as they are compared."""

    def __init__(self, report):
        self.rows = report["rows"]
        told = [*report.get("warnings", []), *report.get("unread", [])]
        for row in self.rows:
            told += told_of(row)
        shown = [[each.get("value"), each.get("sample")] for each in told]
        shown += [seats["text"] for seats in report["to_follow"]]
        self.told = [squash(json.dumps(each, ensure_ascii=False)) for each in shown]

    def tells(self, text):
        """Whether something that is told shows this text."""
        text = squash(json.dumps(text, ensure_ascii=False)[1:-1])
        return any(text in told for told in self.told)


def told_of(row):
    return [*row["problems"], *row.get("warnings", [])]


def squash(text):
    """Return a text as names are compared: without blanks, in one case."""
    return "".join(unicodedata.normalize("NFC", str(text or "")).split()).casefold()


def names_of(values):
    """Return what somebody may be called, for comparing."""
    family, given = (values.get(name) or "" for name in ("family_name", "given_name"))
    names = [values.get("native_name"), family + given, given + family]
    return {squash(name) for name in names if name}


def right_names(person):
    return names_of({name: right.value for name, right in person.items()})


def faults(made, report):
    """Yield what is not as it should be."""
    left = list(report.rows)
    for person in made.people:
        names = right_names(person)
        row = next((r for r in left if names & names_of(r["values"])), None)
        if row is None:
            is_told = any(map(report.tells, names))
            yield Fault(f"{shown_name(person)} is not there", is_told)
        else:
            left.remove(row)
            yield from faults_of(person, row, report)
    for row in left:
        yield from surplus(row, made.stay_away)
    for text in made.to_follow:
        if not report.tells(text):
            yield Fault(f"“{text}” is not told", is_told=False)


def faults_of(person, row, report):
    """Yield what is not right of somebody who comes."""
    values, told = row["values"], told_of(row)
    is_right = True
    for name, right in person.items():
        value = values.get(name)
        if not is_same(name, value, right.value):
            is_right = False
            is_unread = value in UNSAID and report.tells(right.shown)
            what = f"{shown_name(person)}: {name} {value!r}, not {right.value!r}"
            yield Fault(what, bool(told) or is_unread)
    if is_right and told:
        yield Fault(f"{shown_name(person)}: asked: {told[0]['message']}", is_told=True)
    if is_away(row):
        yield Fault(f"{shown_name(person)} is taken not to come", bool(told))


def surplus(row, stay_away):
    """Yield that a row is nobody's who comes, unless it is one who rightly does not."""
    names = names_of(row["values"])
    stays = any(names & right_names(person) for person in stay_away)
    if not (stays and is_away(row)):
        what = "comes" if stays else "is nobody"
        yield Fault(f"row {row['row']}: {sorted(names)} {what}", bool(told_of(row)))


def is_away(row):
    return row["values"].get("status") in STAYS_AWAY or row["state"] in LEFT_OUT


def shown_name(person):
    return " ".join(person[name].value for name in NAME_FIELDS if name in person)


def is_same(name, value, right):
    """Whether a value is right; blanks in names and signs in numbers do not count."""
    if name in ("native_name", "reading"):
        return squash(value) == squash(right)
    if name == "phone":
        return NOT_DIGITS.sub("", value or "") == NOT_DIGITS.sub("", right)
    return unicodedata.normalize("NFC", value or "") == right
