"""LibreOffice shows what was written, letter by letter, and computes none of it."""

import subprocess
import xml.etree.ElementTree as ET

import pytest

from meetings import spreadsheets
from meetings.spreadsheets import Column, Link
from meetings.spreadsheets.formulas import escape
from tests.naughty import NAUGHTY

pytestmark = pytest.mark.needs("libreoffice")

NAMES = "urn:oasis:names:tc:opendocument:xmlns"
TABLE, TEXT = f"{{{NAMES}:table:1.0}}", f"{{{NAMES}:text:1.0}}"
KIND = f"{{{NAMES}:office:1.0}}value-type"
HREF = "{http://www.w3.org/1999/xlink}href"

COLUMNS = [Column("Name"), Column("Note")]
SHEETS = [
    ("List", COLUMNS, [[text, text] for text in NAUGHTY]),
    ("O'Brien & <Co>", COLUMNS, [[Link("=List", "List"), Link("50 %", "O'Brien #1")]]),
    ("O'Brien #1", COLUMNS, []),
]
FILES = {
    "sheet.xlsx": SHEETS[:1],
    "book.xlsx": SHEETS,
    "other.ods": SHEETS,
    "list.csv": SHEETS[:1],
    "eager.csv": SHEETS[:1],
}
# UTF-8, split at each of the separators outside of quotes; the first column is text,
# the second whatever it looks like.
EAGER = "Text - txt - csv (StarCalc):44/59/9,34,76,1,1/2/2/1,0,false,true"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """What LibreOffice makes of each file, as XML in which formulas are seen."""
    place = tmp_path_factory.mktemp("libreoffice")
    for name, parts in FILES.items():
        with (place / name).open("wb") as file:
            spreadsheets.write_as(name.partition(".")[2], file, parts)
    *others, eager = FILES
    convert(place, *others)
    convert(place, eager, f"--infilter={EAGER}")
    return {name: ET.parse(place / f"{name.partition('.')[0]}.fods") for name in FILES}


def convert(place, *arguments):
    """Run LibreOffice with settings of its own."""
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", *arguments]
    subprocess.run(command, cwd=place, check=True, capture_output=True, timeout=120)


def shown_in(table):
    """What the first column shows below its heading, as text."""
    shown = []
    for row in table.iter(f"{TABLE}table-row"):
        cell = row.find(f"{TABLE}table-cell")
        if cell is not None and cell.get(KIND) == "string":
            lines = "\n".join(map(text_of, cell.findall(f"{TEXT}p")))
            shown += [lines] * int(row.get(f"{TABLE}number-rows-repeated", 1))
    return shown[1:]


def text_of(element):
    """The text of a paragraph, in which some blanks are elements."""
    blanks = {f"{TEXT}s": " " * int(element.get(f"{TEXT}c", 1)), f"{TEXT}tab": "\t"}
    inside = (text_of(child) + (child.tail or "") for child in element)
    return blanks.get(element.tag, element.text or "") + "".join(inside)


def with_line_feeds(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", FILES)
def test_no_formula_arises(opened, name):
    found = opened[name].iterfind(f".//*[@{TABLE}formula]")

    assert [text_of(cell) for cell in found] == []


@pytest.mark.parametrize("name", ["sheet.xlsx", "book.xlsx", "other.ods"])
def test_a_workbook_shows_what_was_written(opened, name):
    table = next(opened[name].iter(f"{TABLE}table"))

    assert shown_in(table) == [with_line_feeds(text) for text in NAUGHTY]


def test_csv_shows_what_was_written_behind_the_mark(opened):
    table = next(opened["eager.csv"].iter(f"{TABLE}table"))

    assert shown_in(table) == [escape(with_line_feeds(text)) for text in NAUGHTY]


@pytest.mark.parametrize("name", ["book.xlsx", "other.ods"])
def test_links_lead_to_their_sheets(opened, name):
    links = opened[name].iter(f"{TEXT}a")

    assert [(text_of(link), link.get(HREF)) for link in links] == [
        ("=List", "#'List'.A1"),
        ("50 %", "#'O''Brien #1'.A1"),
    ]
