"""Turn the name columns of a list into native, family and given names."""

from __future__ import annotations

import re

from meetings.spreadsheets.columns import has_both_scripts
from meetings.spreadsheets.types import Cell, NoValue
from meetings.spreadsheets.vocabulary import Vocabulary
from meetings.text.folding import has_native_script, narrow, tidy
from meetings.text.latin_names import split_names

BETWEEN_TWO_NAMES = re.compile(r"\s*[(（\[【/／\n]\s*|\s+-\s+")
CLOSING = " )）]】"


def split_person_names(people: list[dict[str, Cell]], words: Vocabulary) -> None:
    """Give the cells of people `native_name`, `family_name` and `given_name`, in place.

    All people of a list are needed together, since only the whole column shows in
    which order its Latin names are written. `is_given_first` says which it was.
    """
    for cells in people:
        _separate_scripts(cells)
        _join_native(cells, words)
    latin = [_pop_latin_name(cells) for cells in people]
    for cells, name in zip(people, split_names(latin), strict=True):
        if name.family or name.given:
            cells.update(family_name=name.family, given_name=name.given)
            cells["is_given_first"] = name.is_given_first
        for field in ("family_name", "given_name"):
            if isinstance(text := cells.get(field), str):
                cells[field] = narrow(text)


def _separate_scripts(cells: dict[str, Cell]) -> None:
    """Turn a cell of either or both scripts into a native and a Latin name."""
    for field in ("name", "native_name"):
        text = cells.get(field)
        if not isinstance(text, str):
            continue
        parts = BETWEEN_TWO_NAMES.split(text, maxsplit=1)
        if has_both_scripts(text) and len(parts) == 2:
            parts = sorted((p.strip(CLOSING) for p in parts), key=has_native_script)
            if [has_native_script(part) for part in parts] == [False, True]:
                del cells[field]
                cells.setdefault("native_name", parts[1])
                cells.setdefault("latin_name", parts[0])
    text = cells.pop("name", None)
    if text is not None:
        is_native = isinstance(text, NoValue) or has_native_script(str(text))
        cells.setdefault("native_name" if is_native else "latin_name", text)


def _join_native(cells: dict[str, Cell], words: Vocabulary) -> None:
    parts = [cells.pop(field, None) for field in ("native_family", "native_given")]
    if any(parts):
        joined = "".join(tidy(str(part)) for part in parts if part is not None)
        cells.setdefault("native_name", joined)
    if isinstance(text := cells.get("native_name"), str):
        cells["native_name"] = without_honorific(tidy(text), words)


def without_honorific(name: str, words: Vocabulary) -> str:
    """Return a name without the title of courtesy behind it: 盧 世真 様."""
    first, _blank, last = name.rpartition(" ")
    return first if first and words.marks_as("honorifics", last) else name


def _pop_latin_name(cells: dict[str, Cell]) -> str:
    """Take out the Latin name; return it if it is still to be split, else ""."""
    text = cells.get("latin_name")
    if isinstance(text, NoValue):
        cells.setdefault("family_name", text)
    cells.pop("latin_name", None)
    is_known = "family_name" in cells or "given_name" in cells
    return "" if is_known or text is None or isinstance(text, NoValue) else str(text)
