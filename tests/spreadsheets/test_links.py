"""Links lead from sheet to sheet where a file can have them, else they are text."""

import io
import re
import zipfile

import pytest

from meetings import spreadsheets
from meetings.spreadsheets import Column, Link, xlsx_writer

AWKWARD = [
    "Names",
    "O'Brien & <Co>",
    "a/b",
    "a b",
    "50 % #1",
    'so "called"',
    "경상북도",
]
NAMES = ["Names", "O'Brien & <Co>", "a b", "a b (2)", "50 % #1", 'so "called"']
NAMES += ["경상북도"]


def written(suffix, names=AWKWARD):
    """A file of sheets that each link to all."""
    rows = [[Link(f"→ {name}", name)] for name in names]
    file = io.BytesIO()
    columns = [Column("Link")]
    spreadsheets.write_as(suffix, file, [(name, columns, rows) for name in names])
    return file.getvalue()


def targets_in(data, part, pattern):
    """What the links of a part lead to."""
    content = zipfile.ZipFile(io.BytesIO(data)).read(part).decode()
    entities = {"&apos;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
    found = re.findall(pattern, content)
    for entity, sign in entities.items():
        found = [target.replace(entity, sign) for target in found]
    return found


def quoted(name):
    return "'" + name.replace("'", "''") + "'"


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_link_shows_its_text(suffix):
    read = spreadsheets.read(written(suffix)).sheets

    assert [sheet.name for sheet in read] == NAMES
    for sheet in read:
        assert sheet.rows == [["Link"], *([f"→ {name}"] for name in AWKWARD)]


def test_a_link_in_a_workbook_leads_to_the_first_cell_of_its_sheet():
    found = targets_in(
        written("xlsx"),
        "xl/worksheets/sheet1.xml",
        r'<hyperlink [^>]*location="([^"]*)"',
    )

    assert found == [f"{quoted(name)}!A1" for name in NAMES]


def test_a_link_in_an_ods_file_leads_to_the_first_cell_of_its_sheet():
    found = targets_in(
        written("ods"), "content.xml", r'<text:a [^>]*xlink:href=["\']#(.*?A1)["\']>'
    )

    assert found == [f"{quoted(name)}.A1" for name in NAMES] * len(NAMES)


def test_a_link_looks_like_one():
    book = zipfile.ZipFile(io.BytesIO(written("xlsx")))
    ods = zipfile.ZipFile(io.BytesIO(written("ods")))

    assert b"<u/>" in book.read("xl/styles.xml")
    assert ods.read("content.xml").count(b'table:style-name="link"') == len(NAMES) ** 2


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_file_of_one_sheet_has_the_text_alone(suffix):
    data = written(suffix, ["Names"])

    assert spreadsheets.read(data).sheets[0].rows == [["Link"], ["→ Names"]]
    assert b"hyperlink" not in data


def test_more_links_than_excel_takes_are_text(monkeypatch):
    monkeypatch.setattr(xlsx_writer, "MAX_LINKS", 2)

    data = written("xlsx")

    found = targets_in(data, "xl/worksheets/sheet1.xml", r'<hyperlink ref="(\w+)"')
    assert found == ["A2", "A3"]
    assert len(spreadsheets.read(data).sheets[0].rows) == 1 + len(NAMES)


def test_a_text_like_an_address_is_no_link():
    file = io.BytesIO()
    rows = [["https://example.org"], ["internal:'A'!A1"], ["mailto:a@example.org"]]

    spreadsheets.write_workbook(
        file, [("A", [Column("A")], rows), ("B", [Column("A")], [])]
    )

    sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")
    assert b"hyperlink" not in sheet
    assert spreadsheets.read(file.getvalue()).sheets[0].rows[1:] == rows
