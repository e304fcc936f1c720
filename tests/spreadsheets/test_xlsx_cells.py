"""Formulas without a value and errors in a workbook are neither blanks nor values."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.spreadsheets import Column, Unreadable, write_streamed_xlsx
from meetings.spreadsheets.files.packages import Package
from meetings.spreadsheets.files.workbooks import OLE, ZIP, read_workbook
from meetings.spreadsheets.files.xlsx import xlsx_marks
from meetings.spreadsheets.types import MAX_COLUMNS, MAX_ROWS, NoValue

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
PLACE = b'<c r="B2" t="inlineStr"><is><t>here</t></is></c>'


def parts():
    """The parts of a workbook with a cell B2, to be changed."""
    file = io.BytesIO()
    write_streamed_xlsx(
        file, "명단", [Column("성명"), Column("소속")], [("김견본", "here")]
    )
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def workbook(changed):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in (parts() | changed).items():
            if data is not None:
                packed.writestr(name, data)
    return file.getvalue()


def with_cell(xml):
    """A workbook whose second row has this cell beside 김견본."""
    return workbook({SHEET: parts()[SHEET].replace(PLACE, xml)})


def renamed(part, old, new):
    return workbook({part: parts()[part].replace(old, new)})


def cell_read(data):
    (sheet,) = read_workbook(data).sheets
    return sheet.rows[1][1]


def uncomputed_cells(data):
    """The texts of cells without a value, by sheet and place."""
    return {
        name: {place: cell.text for place, cell in marks.values.items()}
        for name, marks in xlsx_marks(Package(data)).items()
    }


def test_a_plain_cell_has_its_value():
    data = workbook({})

    assert uncomputed_cells(data) == {"명단": {}}
    assert cell_read(data) == "here"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (b'<c r="B2"><f>A2&amp;"x"</f></c>', '=A2&"x"'),
        (b'<c r="B2"><f>A2</f><v></v></c>', "=A2"),
        (b'<c r="B2"><f>A2</f><v/></c>', "=A2"),
        (b'<c s="1" r="B2" t="n"><f ca="1">NOW()</f></c>', "=NOW()"),
        (b'<c r="B2"><f t="shared" si="0"/></c>', "="),
        ('<c r="B2"><f>명단!A2</f></c>'.encode(), "=명단!A2"),
        (b'<c r="B2" t="e"><v>#REF!</v></c>', "#REF!"),
        (b'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        (b'<c r="B2" t="e"><f>VLOOKUP(A2,C:D,2)</f><v>#N/A</v></c>', "#N/A"),
    ],
)
def test_a_formula_without_a_value_and_an_error_have_none(xml, text):
    data = with_cell(xml)

    assert uncomputed_cells(data) == {"명단": {(1, 1): text}}
    assert cell_read(data) == NoValue(text)


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        (b'<c r="B2"><f>1+1</f><v>2</v></c>', 2),
        (b'<c r="B2" t="str"><f>A2</f><v>Gumi</v></c>', "Gumi"),
        (b'<c r="B2" t="str"><f>""</f><v></v></c>', None),
        (b'<c r="B2" t="str"><f>""</f></c>', None),
        (b'<c r="B2" t="b"><f>1=1</f><v>1</v></c>', True),
        (b'<c r="B2" s="1"/>', None),
        (b'<c r="B2" s="1"/><c r="C2"><f>A2</f><v>3</v></c>', None),
    ],
)
def test_a_computed_formula_is_its_value(xml, value):
    data = with_cell(xml)

    assert uncomputed_cells(data) == {"명단": {}}
    assert cell_read(data) == value


def test_a_blank_cell_before_a_formula_is_told_from_it():
    found = uncomputed_cells(with_cell(b'<c r="B2" s="1"/><c r="C2"><f>A2</f></c>'))

    assert found == {"명단": {(1, 2): "=A2"}}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (b"A1", (0, 0)),
        (b"Z9", (8, 25)),
        (b"AB10", (9, 27)),
        (b"CV%d" % MAX_ROWS, (MAX_ROWS - 1, MAX_COLUMNS - 1)),
    ],
)
def test_a_cell_stands_where_its_address_says(address, place):
    found = uncomputed_cells(with_cell(b'<c r="%s"><f>A2</f></c>' % address))

    assert found == {"명단": {place: "=A2"}}


@pytest.mark.parametrize(
    "address", [b"CW1", b"A%d" % (MAX_ROWS + 1), b"", b"1A", b"R1C1"]
)
def test_a_cell_beyond_the_limits_or_nowhere_is_left_out(address):
    data = with_cell(b'<c r="%s"><f>A2</f></c>' % address)

    assert uncomputed_cells(data) == {"명단": {}}


@pytest.mark.parametrize(
    "data",
    [
        workbook({BOOK: None}),
        workbook({RELATIONS: None}),
        renamed(RELATIONS, b"rId1", b"rId9"),
        workbook({SHEET: None}),
    ],
    ids=["no book", "no relations", "no target", "no sheet"],
)
def test_a_book_without_its_parts_has_no_formulas(data):
    assert uncomputed_cells(data) == {}


@pytest.mark.parametrize(
    "target", [b"/xl/worksheets/sheet1.xml", b"worksheets/sheet1.xml"]
)
def test_a_part_is_found_by_either_form_of_its_path(target):
    formula = parts()[SHEET].replace(PLACE, b'<c r="B2"><f>A2</f></c>')
    relations = parts()[RELATIONS].replace(b"worksheets/sheet1.xml", target)

    found = uncomputed_cells(workbook({SHEET: formula, RELATIONS: relations}))

    assert found == {"명단": {(1, 1): "=A2"}}


def test_a_sheets_name_is_read_as_it_is_shown():
    data = renamed(BOOK, 'name="명단"'.encode(), b'name="A &amp; B"')

    assert uncomputed_cells(data) == {"A & B": {}}


def test_a_formula_outside_the_table_is_no_cell_of_it():
    data = with_cell(PLACE + b'<c r="CV19999"><f>A2</f></c>')

    (sheet,) = read_workbook(data).sheets

    assert NoValue("=A2") not in [cell for row in sheet.rows for cell in row]


def test_a_merged_cell_gives_its_value_to_all_it_covers():
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'
    data = renamed(SHEET, b"</sheetData>", merged)

    (sheet,) = read_workbook(data).sheets

    assert sheet.rows == [["성명", "소속"], ["김견본", "김견본"]]


def test_a_hidden_sheet_is_known_as_hidden():
    data = renamed(BOOK, b'sheetId="1"', b'sheetId="1" state="hidden"')

    assert [sheet.is_hidden for sheet in read_workbook(workbook({})).sheets] == [False]
    assert [sheet.is_hidden for sheet in read_workbook(data).sheets] == [True]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([b"", ZIP, OLE]), st.binary(max_size=600))
def test_any_bytes_are_a_book_or_a_sentence(mark, data):
    with suppress(Unreadable):
        assert read_workbook(mark + data).sheets is not None


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([SHEET, BOOK, RELATIONS]), st.data())
def test_a_workbook_with_a_broken_part_is_a_book_or_a_sentence(part, data):
    xml = parts()[part]
    start = data.draw(st.integers(0, len(xml)))
    end = data.draw(st.integers(start, min(start + 40, len(xml))))
    broken = xml[:start] + data.draw(st.binary(max_size=8)) + xml[end:]

    with suppress(Unreadable):
        assert read_workbook(workbook({part: broken})).sheets is not None
