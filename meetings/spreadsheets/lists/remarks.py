"""Read remarks that say a role, a mode, or that somebody stays away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from meetings.spreadsheets.findings import Doubt, ReadPerson
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import Cell
from meetings.spreadsheets.vocabulary import STAYING_AWAY, Vocabulary, word_key
from meetings.text.folding import fold, tidy

BETWEEN_WORDS = re.compile(r"(?<!\s)\s*[,，、/／·;；]\s*")
# A passport's number, that of a citizen of China or Korea, a day of birth.
DAY = r"(?:19|20)\d\d ?[-./년年] ?\d{1,2} ?[-./월月] ?\d{1,2} ?[.일日]?"
NEVER_KEPT = re.compile(
    r"(?:(?:여권|旅券|パスポート|护照|passport|PP) ?"
    r"(?:번호|番号|号码?|number|no)?[ .:：#]{0,3})?"
    r"(?<![A-Za-z\d])[A-Z]{1,2}\d{7,8}(?!\d)"
    r"|(?<!\d)(?:\d{17}[\dXx]|\d{6}-\d{7})(?!\d)"
    r"|(?:생년월일|生年月日|出生日期|date of birth|DOB|born(?: on)?)[ .:：]{0,3}"
    rf"{DAY}"
    rf"|{DAY} ?(?:생|生まれ|生|出生)",
    re.IGNORECASE,
)
AROUND_PARTS = " ,，、/／;；.()（）"
# When it was told, which changes nothing: 불참 통보(9.20.), Withdrawn on 20 September.
WHEN = re.compile(
    r"[(（][^()（）]{0,20}\d[^()（）]{0,20}[)）]|\b(?:on|by|at)\s[\w .-]{1,20}$",
    re.IGNORECASE,
)


def with_remark_read(person: ReadPerson, words: Vocabulary) -> ReadPerson:
    """Return a person whose remark is moved to the fields that it is wholly about.

    A remark that may say that somebody stays away, but says more, is a warning.
    """
    if is_our_row(person.cells):
        return person
    person = without_never_kept(with_post_read(person, words))
    text = person.cells.get("note")
    if not isinstance(text, str):
        return person
    if found := words_of_remark(tidy(text), person.cells, words):
        rest = {name: cell for name, cell in person.cells.items() if name != "note"}
        return replace(person, cells=rest | found)
    absence = word_of_absence(text, words)
    if not absence:
        if "status" in person.cells or not is_doubtful(text, words):
            return person
        return with_doubt_of_coming(person, "note", text)
    is_whole = says_only_absence(WHEN.sub(" ", text), absence, words)
    if is_whole and "status" not in person.cells:
        return replace(person, cells=person.cells | {"status": absence})
    is_known = words.statuses.get(word_key(str(person.cells.get("status"))))
    if is_known in STAYING_AWAY or (not is_whole and words.is_of_occasion(text)):
        return person
    doubt = Doubt("may_stay_away", "note", tidy(text))
    if is_whole:  # and another cell says that they come
        return replace(person, problems=(*person.problems, doubt))
    return with_doubt_of_coming(person, "note", text)


def without_never_kept(person: ReadPerson) -> ReadPerson:
    """Return a person without numbers of passports and days of birth in the remark."""
    text = person.cells.get("note")
    if not isinstance(text, str) or not NEVER_KEPT.search(text):
        return person
    parts = (
        part.strip(AROUND_PARTS) for part in NEVER_KEPT.sub("\n", text).split("\n")
    )
    rest = "\n".join(part for part in parts if part)
    cells = cells_without("note", person) | ({"note": rest} if rest else {})
    doubt = Doubt("not_kept_part", "note", rest)
    return replace(person, cells=cells, warnings=(*person.warnings, doubt))


def cells_without(field: str, person: ReadPerson) -> dict[str, Cell]:
    return {name: cell for name, cell in person.cells.items() if name != field}


def with_post_read(person: ReadPerson, words: Vocabulary) -> ReadPerson:
    """Return a person who stays away if it says so under the position: 과장(불참)."""
    text = person.cells.get("position")
    absence = word_of_absence(text, words) if isinstance(text, str) else ""
    if not absence or "status" in person.cells:
        return person
    if fold(str(text)) == fold(absence):
        rest = cells_without("position", person)
        return replace(person, cells=rest | {"status": absence})
    if words.is_of_occasion(str(text)):
        return person
    return with_doubt_of_coming(person, "position", str(text))


def with_notes_read(
    people: list[ReadPerson], notes: Sequence[str], words: Vocabulary
) -> list[ReadPerson]:
    """Return people with a warning for whom a line beside the list may call absent."""
    doubtful = [
        (fold(note), note)
        for note in dict.fromkeys(notes)
        if word_of_absence(note, words) and not words.is_of_occasion(note)
    ]
    for number, person in enumerate(people) if doubtful else ():
        names = names_of(person)
        for key, note in doubtful:
            if any(name in key for name in names):
                people[number] = with_doubt_of_coming(person, "note", note)
    return people


def names_of(person: ReadPerson) -> list[str]:
    """Return the folded names by which a line may call a person."""
    family, given, native = (
        str(person.cells.get(name) or "")
        for name in ("family_name", "given_name", "native_name")
    )
    return [key for key in map(fold, (native, family + given, given + family)) if key]


def with_doubt_of_coming(person: ReadPerson, field: str, text: str) -> ReadPerson:
    doubt = Doubt("may_stay_away", field, tidy(text))
    return replace(person, warnings=(*person.warnings, doubt))


def is_doubtful(text: str, words: Vocabulary) -> bool:
    """Whether a remark may say that somebody stays away, or sends another."""
    key = fold(text)
    is_said = any(word in key for word in words.words_for("doubtful"))
    deputies = words.words_for("deputies") - {key}
    is_said = is_said or any(key.startswith(word) for word in deputies)
    return is_said and not words.is_of_occasion(text)


def words_of_remark(
    text: str, cells: dict[str, Cell], words: Vocabulary
) -> dict[str, Cell]:
    """Return roles and modes, if a remark has nothing else and no cell tells them."""
    found: dict[str, Cell] = {}
    for part in BETWEEN_WORDS.split(text):
        field = "role" if fold(part) in words.roles else "mode"
        is_known = fold(part) in words.roles or fold(part) in words.modes
        if field in cells or field in found or not is_known:
            return {}
        found[field] = part
    return found


def word_of_absence(text: str, words: Vocabulary) -> str:
    """Return the longest word in a text that says somebody stays away, "" if none."""
    key = fold(text)
    if key in words.absences:
        return text.strip()
    found = [word for word in words.absences if word in key]
    return max(found, key=len, default="")


def says_nothing_else(text: str, status: str | None, words: Vocabulary) -> bool:
    """Whether a text does not say, beside a status, that somebody stays away."""
    absence = word_of_absence(text, words)
    return not absence or status in STAYING_AWAY or words.is_of_occasion(text)


def says_only_absence(text: str, absence: str, words: Vocabulary) -> bool:
    """Whether a remark says that somebody stays away, why, and nothing else."""
    before, _word, behind = fold(text).partition(fold(absence))
    reasons = words.words_for("reasons") | words.absences
    return all(not rest or is_made_of(rest, reasons) for rest in (before, behind))


def is_made_of(text: str, known: frozenset[str]) -> bool:
    """Whether a folded text is one known word, or two: 개인사정 and 으로."""
    ends = [word for word in known if text.startswith(word)]
    return any(text == word or text[len(word) :] in known for word in ends)
