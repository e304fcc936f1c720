"""Turn the name columns of a list into people with native, family and given names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from meetings.spreadsheets.findings import Doubt, NamesToFollow, ReadPerson
from meetings.spreadsheets.names.cells import NameCell, parse_name_cell
from meetings.spreadsheets.names.named_cells import NamedCells, apart, without_names
from meetings.spreadsheets.names.one_name import read_name
from meetings.spreadsheets.names.plain_names import plain_name
from meetings.spreadsheets.names.slots import ParsedName
from meetings.spreadsheets.names.tokens import clean, without_brackets
from meetings.spreadsheets.references import is_our_row
from meetings.spreadsheets.types import Cell, has_value
from meetings.spreadsheets.vocabulary import NAMES, Vocabulary
from meetings.text.folding import fold, narrow, tidy
from meetings.text.latin_names import split_names

WHOLE_NAMES = ("native_name", "name", "latin_name")
NATIVE_PARTS = ("native_family", "native_given")
LATIN_PARTS = ("family_name", "given_name")
TOLD_ONCE = frozenset({"native", "latin", "reading", "doubt"})
ONLY_TOLD = frozenset({"incomplete_name", "odd_name"})  # not asked
CONTRADICTION = "other_name"


@dataclass(frozen=True)
class Named:
    """A person whose names are told apart, and the Latin name still to be split."""

    person: ReadPerson
    latin: str = ""


def split_person_names(
    people: Sequence[ReadPerson], words: Vocabulary
) -> tuple[list[ReadPerson], list[NamesToFollow]]:
    """Return people with `native_name`, `family_name`, `given_name`; and seats.

    A row may be of several people, or of seats whose names are to follow. All people
    of a list are needed together, since only the whole column shows in which order
    its Latin names are written; `is_given_first` says which it was. What cannot be
    read right is a problem or a warning of the person. Rows that we exported are not
    interpreted.
    """
    named: list[Named] = []
    to_follow: list[NamesToFollow] = []
    for person in people:
        if is_our_row(person.cells):
            named.append(Named(person))
            continue
        if plain := plain_person(person):
            named.append(plain)
            continue
        found, seats = read_person(person, words)
        named += found
        to_follow += seats
    names = split_names([each.latin for each in named])
    for each, name in zip(named, names, strict=True):
        cells = each.person.cells
        if name.family or name.given:
            cells.update(family_name=name.family, given_name=name.given)
            cells["is_given_first"] = name.is_given_first
    return with_parts_numbered([each.person for each in named]), to_follow


def plain_person(person: ReadPerson) -> Named | None:
    """Return a person whose cells hold names and nothing else, else None.

    So are most rows, and long lists are read in time only if these cost little.
    """
    cells = person.cells
    held = [field for field in WHOLE_NAMES if field in cells]
    if not held or len(held) < len(NAMES & cells.keys()):
        return None
    names = [plain_name(cell) for f in held if isinstance(cell := cells[f], str)]
    native = [name.native for name in names if name and name.native]
    latin = [name.latin for name in names if name and name.latin]
    if None in names or len(names) < len(held) or max(len(native), len(latin)) > 1:
        return None
    for field in held:
        del cells[field]
    if native:
        cells["native_name"] = native[0]
    return Named(person, latin[0] if latin else "")


def read_person(
    person: ReadPerson, words: Vocabulary
) -> tuple[list[Named], list[NamesToFollow]]:
    """Return the people of a row, and the seats whose names are to follow."""
    read = [
        (str(person.cells[field]), parse_name_cell(str(person.cells[field]), words))
        for field in WHOLE_NAMES
        if has_value(person.cells.get(field))
    ]
    parts, latin_parts = name_in_parts(person.cells, words)
    cells = [cell for _text, cell in read]
    text = next((text for text, _cell in read), parts.to_follow)
    names, doubts = joined_people(cells, parts)
    count = max((cell.to_follow for cell in cells), default=0)
    count = count or int(bool(parts.to_follow and not names))
    seats = [seats_of(person, cells, parts, text, count)] if count else []
    if not names and count:
        return [], seats
    codes = [cell.doubt for cell in cells if cell.doubt] or doubts
    problems = tuple(Doubt(code, "native_name", tidy(text)) for code in codes[:1])
    kept = replace(person, problems=(*person.problems, *problems))
    if len(names) < 2:
        name = names[0] if names else ParsedName()
        return [named_person(kept, name, words, latin_parts)], seats
    found = [
        named_person(one, name, words)
        for one, name in zip(apart(kept, len(names)), names, strict=True)
    ]
    return found, seats


def seats_of(
    person: ReadPerson,
    cells: Sequence[NameCell],
    parts: ParsedName,
    text: str,
    count: int,
) -> NamesToFollow:
    seat = next((cell.seat for cell in cells if cell.to_follow), parts)
    own = NamedCells(without_names(person.cells))
    own.put("role", seat.role)
    own.put("position", seat.title)
    return NamesToFollow(person.sheet, person.row, tidy(text), count, own.cells)


def name_in_parts(
    cells: Mapping[str, Cell], words: Vocabulary
) -> tuple[ParsedName, dict[str, Cell]]:
    """Return the name of columns for its parts, and the Latin cells among these."""
    read = {
        field: read_part(str(cells[field]), words)
        for field in (*NATIVE_PARTS, *LATIN_PARTS)
        if has_value(cells.get(field))
    }
    whole = ParsedName()
    for part in read.values():
        whole = joined(whole, replace(part, native="", latin="", reading=""))
    latin = {f: narrow(read[f].latin) for f in LATIN_PARTS if f in read}
    whole = replace(
        whole,
        native="".join(part.native for part in read.values()),
        latin=" ".join(filter(None, latin.values())),
        reading=" ".join(part.reading for part in read.values() if part.reading),
    )
    return whole, {field: text for field, text in latin.items() if text}


def read_part(text: str, words: Vocabulary) -> ParsedName:
    """Return what a column for a part of a name holds; a word alone is the name."""
    bare, inside = without_brackets(clean(text))
    part = read_name(bare, inside, words)
    if part.has_name or part.to_follow or not text.strip():
        return replace(part, doubt="")
    return (
        ParsedName(latin=tidy(text))
        if text.isascii()
        else ParsedName(native=tidy(text))
    )


def joined_people(
    cells: Sequence[NameCell], parts: ParsedName
) -> tuple[list[ParsedName], list[str]]:
    """Return the people whom the cells of a row name, and codes of doubts."""
    lists = [list(cell.people) for cell in cells if cell.people]
    if parts.has_name:
        lists.append([parts])
    if not lists:
        return [], []
    people, *others = lists
    codes = []
    for other in others:
        if len(other) != len(people):
            codes.append("several_people")
            continue
        pairs = list(zip(people, other, strict=True))
        codes += [CONTRADICTION for one, two in pairs if contradict(one, two)]
        people = [joined(one, two) for one, two in pairs]
    return people, codes


def contradict(one: ParsedName, two: ParsedName) -> bool:
    """Whether two columns have different names in one script.

    In Latin letters the family name may stand first in one of them.
    """
    if one.native and two.native and fold(one.native) != fold(two.native):
        return True
    latin = sorted(fold(one.latin)), sorted(fold(two.latin))
    return all(latin) and latin[0] != latin[1]


def joined(one: ParsedName, two: ParsedName) -> ParsedName:
    """Return what two columns tell of a person, once if they tell the same."""
    values = {}
    for name, text in vars(one).items():
        other = getattr(two, name)
        is_known = name in TOLD_ONCE or fold(other) in fold(text)
        both = text if is_known else f"{text} {other}"
        values[name] = both if text else other
    return ParsedName(**values)


def named_person(
    person: ReadPerson,
    name: ParsedName,
    words: Vocabulary,
    latin_parts: Mapping[str, Cell] | None = None,
) -> Named:
    """Return a person with a name and what stands beside it in the row's cells."""
    own = NamedCells(without_names(person.cells) | dict(latin_parts or {}))
    own.add(name, words)
    problems, warnings = list(person.problems), [*person.warnings, *own.warnings]
    if name.doubt:
        doubt = Doubt(name.doubt, "native_name", name.native or name.latin)
        (warnings if name.doubt in ONLY_TOLD else problems).append(doubt)
    one = replace(
        person, cells=own.cells, problems=tuple(problems), warnings=tuple(warnings)
    )
    return Named(one, "" if latin_parts else name.latin)


def with_parts_numbered(people: list[ReadPerson]) -> list[ReadPerson]:
    """Return people of whom no two have the same part of the same row."""
    told: Counter[tuple[str, int]] = Counter()
    result = []
    for person in people:
        row = person.sheet, person.row
        result.append(replace(person, part=told[row]) if told[row] else person)
        told[row] += 1
    return result
