"""Find the formulas of an XLSX file that no program has computed, or that failed.

A reader of values takes them for blanks; whoever wrote them means something by them.
Structure: ECMA-376, part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.3.1.96 (v).
"""

from __future__ import annotations

import html
import io
import re
import zipfile

from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS

SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*\"([^\"]*)\"")
CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?>([^<]*)</|<(?:\w+:)?f(?:\s[^>]*)?/>")
VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)</")
ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def uncomputed_cells(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Return the formulas and errors of each sheet by row and column, from 0."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = set(archive.namelist())
    if not {WORKBOOK, RELATIONS} <= names:
        return {}
    parts = _parts_by_sheet(archive)
    return {
        sheet: dict(_uncomputed_in(archive.read(part)))
        for sheet, part in parts.items()
        if part in names
    }


def _parts_by_sheet(archive: zipfile.ZipFile) -> dict[str, str]:
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _elements(RELATION, archive.read(RELATIONS))
    }
    return {
        sheet["name"]: _part(targets.get(sheet.get("r:id", ""), ""))
        for sheet in _elements(SHEET, archive.read(WORKBOOK))
        if "name" in sheet
    }


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _elements(pattern: re.Pattern[bytes], xml: bytes) -> list[dict[str, str]]:
    return [
        {
            name.decode(): html.unescape(value.decode("utf-8", "replace"))
            for name, value in ATTRIBUTE.findall(attributes)
        }
        for attributes in pattern.findall(xml)
    ]


def _uncomputed_in(xml: bytes) -> list[tuple[tuple[int, int], str]]:
    if not FORMULA.search(xml) and b't="e"' not in xml:
        return []
    found = []
    for cell in CELL.finditer(xml):
        known = dict(ATTRIBUTE.findall(cell[1]))
        place = _place(known.get(b"r", b"").decode("ascii", "replace"))
        text = _without_value(cell[2], known.get(b"t", b"n"))
        if place and text is not None:
            found.append((place, text))
    return found


def _without_value(content: bytes, kind: bytes) -> str | None:
    formula, value = FORMULA.search(content), VALUE.search(content)
    if value:
        return value[1].decode("utf-8", "replace") if kind == b"e" else None
    if not formula or kind == b"str":  # a formula that was computed to empty text
        return None
    written = (formula[1] or b"").decode("utf-8", "replace")
    return "=" + html.unescape(written)


def _place(address: str) -> tuple[int, int] | None:
    match = ADDRESS.fullmatch(address)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row - 1, column - 1) if row <= MAX_ROWS and column <= MAX_COLUMNS else None
