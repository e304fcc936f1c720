"""Read a name cell once, in one place: names, what stands beside them, and seats.

`parse_name_cell` is a pure function. Nothing is lost by it: each letter and digit of
the cell is in a part of a name, or the cell is asked about as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from meetings.spreadsheets.names.lists import people_in
from meetings.spreadsheets.names.native import is_affiliation, is_full_name
from meetings.spreadsheets.names.plain_names import plain_name
from meetings.spreadsheets.names.seats import Seats, has_uncounted, split_seats
from meetings.spreadsheets.names.slots import ParsedName
from meetings.spreadsheets.names.tokens import clean, without_brackets
from meetings.spreadsheets.names.words import title_at_end
from meetings.spreadsheets.vocabulary import Vocabulary, word_key

LONGEST = 500  # characters; a longer cell is no name
NUMBERED = re.compile(
    r"(?:^|(?<=[\s,，、;；]))(?:(?:No\.?|№)\s*)?[(（]?\d{1,3}(?:[)）]|[.．、:：](?!\d))\s*|[①-⓿❶-➓㈠-㉃]"
    r"|\A\d{1,3}\s+(?=\D)"
)
NO_NAMES = frozenset({"totals", "samples", "ends", "countries", "vague", "ditto"})
# Names of which signs hide a part, and some that mean anybody: 김○○, 王*明, 张某, XXX.
HIDDEN = re.compile(
    r"[\uac00-\ud7a3\u3400-\u9fff]{0,2} ?[○〇◯●O\uff2f*\uff0a×Xx□△]{2,4}"
    r"|[\uac00-\ud7a3\u3400-\u9fff] ?[○◯●O\uff2f*\uff0a×X□] ?"
    r"[\uac00-\ud7a3\u3400-\u9fff]"
    r"|[\u3400-\u9fff]{1,2}某{1,2}|[Xx]{2,}(?: [Xx]{2,})?"
)
COUNTED = re.compile(r"[ #]?(?:[A-Za-z\uff21-\uff3a]|\d{1,2}|[①-⑳])$")
MAIL = re.compile(
    r"[<＜]?(?<![^\s<>＜＞()（）,，;；、])[^\s<>＜＞()（）,，;；、@＠]+[@＠][^\s<>＜＞()（）,，;；、]+[>＞]?"
)
SIGN_OF_ABSENCE = re.compile(r"\A\s*[×✕✖✗✘]\s*")

NOBODY = ParsedName()


@dataclass(frozen=True)
class NameCell:
    """What a name cell holds: people, and how many names are to follow.

    `seat` is what is told of those: a role or a title. `doubt` is the code of a
    question about the cell as a whole: "no_person" or "several_people".
    """

    people: tuple[ParsedName, ...] = ()
    to_follow: int = 0
    seat: ParsedName = NOBODY
    doubt: str = ""


def parse_name_cell(text: str, words: Vocabulary) -> NameCell:
    """Return the people and seats of a cell."""
    if name := plain_name(text):
        return NameCell((name,))
    if HIDDEN.fullmatch(text.strip()):
        return NameCell(doubt="no_person")
    text = clean(text)
    is_nothing = words.marks_as("nothing", text)
    if is_nothing or not any(sign.isalnum() for sign in text):
        return NameCell()
    if is_no_name(text, words):
        return NameCell(doubt="no_person")
    beside = " ".join(MAIL.findall(text))
    text = MAIL.sub(" ", text)
    head, seats = split_seats(text)
    if seats.number and not head.strip():
        cell = named_and_seats(head, seats, words)
        return cell if cell and not beside else NameCell(doubt="no_person")
    numbers = " ".join(match.strip() for match in NUMBERED.findall(text))
    text = NUMBERED.sub("\n", text).strip()
    absence = "×" if SIGN_OF_ABSENCE.match(text) else ""
    if has_uncounted(text):
        return NameCell(doubt="several_people")
    head, seats = split_seats(text)
    cell = named_and_seats(head, seats, words)
    if cell is None:
        cell = named_and_seats(text, Seats(), words) or NameCell(doubt="no_person")
    return with_first(cell, number=numbers, status=absence, leftover=beside)


def is_no_name(text: str, words: Vocabulary) -> bool:
    """Whether a cell is a heading, a body's name, a number or a page of text."""
    if len(text) > LONGEST or not any(sign.isalpha() for sign in text):
        return True
    is_mark = len(text) > 1 and words.marks.get(word_key(text)) in NO_NAMES
    if (
        words.knows(text)
        or words.labels_others(text)
        or is_mark
        or is_counted_role(text, words)
    ):
        return True
    if words.is_qualifier(text) and not text.isascii() and len(text) > 1:
        return True
    if is_office(text, words):
        return True
    is_body = is_affiliation("".join(text.split()))
    return bool(is_body) and not any(map(is_full_name, text.split()))


def is_office(text: str, words: Vocabulary) -> bool:
    """Whether a text is who heads a government or an office: 鳥取県知事."""
    title = title_at_end(text, words)
    body = text.removesuffix(title)
    if not title or is_full_name(text):
        return False
    return any(is_affiliation(body + title[:size]) for size in range(3))


def is_counted_role(text: str, words: Vocabulary) -> bool:
    """Whether a text is a role with a number or a letter: 随行者A, 수행원 1."""
    role = COUNTED.sub("", text)
    return role != text and not role.isascii() and word_key(role) in words.roles


def named_and_seats(text: str, seats: Seats, words: Vocabulary) -> NameCell | None:
    """Return the people and seats; None where a number does not count seats."""
    bare, inside = without_brackets(text)
    people, doubt = people_in(bare, inside, words)
    named = tuple(person for person in people if person.has_name)
    nameless = [person for person in people if not person.has_name]
    if named and seats.number and not (seats.is_linked or seats.is_together):
        return None if seats.is_word else NameCell(named, doubt="several_people")
    count = max(0, seats.number - len(named)) if seats.is_together else seats.number
    announced = sum(bool(person.to_follow) for person in nameless)
    count += announced if named else 0
    seat = nameless[0] if nameless else ParsedName()
    if not named:
        if not count and not seat.to_follow:
            return NameCell(doubt="no_person")
        if any(person.leftover for person in nameless):
            return NameCell(doubt="no_person")
        count = count or max(announced, 1)
    elif any(not person.to_follow for person in nameless):
        doubt = "several_people"
    return NameCell(named, count, seat, doubt)


def with_first(cell: NameCell, **parts: str) -> NameCell:
    """Return a cell whose first person has these parts, too."""
    parts = {name: text for name, text in parts.items() if text}
    if not cell.people or not parts:
        return cell
    first, *others = cell.people
    both = {
        name: " ".join(filter(None, (getattr(first, name), text)))
        for name, text in parts.items()
    }
    return replace(cell, people=(replace(first, **both), *others))
