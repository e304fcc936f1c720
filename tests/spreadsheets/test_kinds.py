"""A file is read as what it is, whatever its name says it is."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile

from meetings.spreadsheets.files.kinds import read_book
from meetings.spreadsheets.types import MAX_CELL, MAX_ROWS, Area, NoValue, Unreadable
from tests.spreadsheets.archives import SHEET, changed, ods, packed, parts_of, written

FILES = Path(__file__).with_name("files")
ROWS = [["성명", "소속"], ["김견본", "구미시"]]


def read(data, **chosen):
    (sheet,) = read_book(data, **chosen).sheets
    return sheet


def refusal_of(data):
    with pytest.raises(Unreadable) as caught:
        read_book(data)
    return caught.value.code


def html(body, head=""):
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


TABLE = "<table><tr><th>성명<th>소속<tr><td>김견본<td>구미시</table>"

HTTP_EQUIV = '<meta http-equiv=X content="text/html; charset=ks_c_5601-1987">'


@pytest.mark.parametrize(
    "page",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf  \n" + TABLE.encode(),
        html(TABLE),
        f"<?xml version='1.0'?><!DOCTYPE html><html>{TABLE}</html>".encode(),
        html(TABLE, "<meta charset=euc-kr>").decode().encode("cp949"),
        html(TABLE, HTTP_EQUIV).decode().encode("cp949"),
        html(TABLE).decode().encode("cp949"),
        html(TABLE, "<meta charset=utf-8>").decode().encode("cp949"),
        html(TABLE).decode().encode("utf-16"),
    ],
)
def test_a_web_page_is_a_sheet_in_any_encoding(page):
    assert read(page).rows == ROWS


def test_the_encoding_of_a_page_may_be_chosen():
    data = html(TABLE, "<meta charset=utf-8>").decode().encode("cp949")

    assert read(data, encoding="cp949").rows == ROWS
    assert read_book(data, "cp949").encoding == "cp949"


def test_cells_of_a_page_may_span_rows_and_columns():
    sheet = read(
        html(
            "<table><tr><td rowspan=2>a<td colspan=2>b</tr>"
            "<tr><td>c</td><td>d</td></tr></table><table><tr><td>e</td></tr></table>"
        )
    )

    assert sheet.rows == [["a", "b", "b"], ["a", "c", "d"], ["e", None, None]]
    assert sheet.merged == [Area(0, 0, 1, 0), Area(0, 1, 0, 2)]


def test_a_cell_reaches_no_further_than_its_table():
    sheet = read(html("<table><tr><td rowspan=9>a</table><table><tr><td>b</table>"))

    assert sheet.rows == [["a"], ["b"]]


def test_text_outside_the_tables_stands_on_rows_of_its_own():
    page = html("<h1>명단</h1>참고<br>사항<table><tr><td>a</table>끝")

    assert read(page).rows == [["명단"], ["참고"], ["사항"], ["a"], ["끝"]]


def test_a_table_within_a_table_loses_nothing():
    page = html("<table><tr><td>a<table><tr><td>b</table></td><td>c</table>")

    cells = [cell for row in read(page).rows for cell in row if cell]
    assert cells == ["a", "b", "c"]


def test_what_a_page_hides_or_strikes_out_is_told():
    sheet = read(
        html(
            "<table><tr><td>a</td></tr><tr style='display: none'><td>b</td></tr>"
            "<tr><td class=x>c</td></tr><tr><td><s>d</s>e<span hidden>f</span></td>"
            "</tr></table><script>no</script>",
            "<style>.x {text-decoration:line-through}</style><title>no</title>",
        )
    )

    assert sheet.rows == [["a"], ["b"], ["c"], ["e"]]
    assert sheet.hidden_rows == {1}
    assert sheet.struck == {(2, 0): "c", (3, 0): "d"}


def test_lines_of_a_cell_stay_lines():
    page = html("<table><tr><td>a\n  b<br>c&nbsp;d<p>e</p></table>")

    assert read(page).rows == [["a b\nc d\ne"]]


def test_a_page_without_a_table_is_refused():
    assert refusal_of(html("<p>Sign in</p>")) == "not_a_sheet"


TAGS = [
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=3>"),
    *("<td colspan=2>", "<p>", "</p>", "<br>", "<s>", "</s>", "<div hidden>", "x"),
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TAGS)))
def test_any_order_of_tags_is_a_sheet(tags):
    sheet = read(b"<table>" + "".join(tags).encode())

    assert len({len(row) for row in sheet.rows}) <= 1


def test_a_saved_web_page_is_read_with_its_parts():
    data = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n"
        "--X\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html></html>\r\n"
        "--X\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{TABLE}\r\n--X--\r\n"
    ).encode()

    assert read(data).rows == ROWS


def spreadsheetml(table, styles=""):
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="명단"><Table>{table}</Table>'
        "</Worksheet></Workbook>"
    ).encode()


def ss_cell(text, kind="String", attributes=""):
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_spreadsheetml_is_read_with_its_marks():
    sheet = read(
        spreadsheetml(
            '<Column/><Column ss:Hidden="1"/><Row>'
            + ss_cell("성명")
            + ss_cell("객실", attributes='ss:Index="3"')
            + "</Row><Row ss:Hidden='1'>"
            + ss_cell("김견본", attributes='ss:StyleID="gone" ss:MergeDown="1"')
            + ss_cell("901", "Number", 'ss:Index="3" ss:StyleID="zeros"')
            + '</Row><Row ss:Index="4">'
            + ss_cell("a", attributes='ss:MergeAcross="1"')
            + ss_cell("<S>b</S>c")
            + "</Row>",
            '<Style ss:ID="gone"><Font ss:StrikeThrough="1"/></Style>'
            '<Style ss:ID="zeros"><NumberFormat ss:Format="0000"/></Style>',
        )
    )

    assert sheet.name == "명단"
    assert sheet.rows == [
        ["성명", None, "객실"],
        ["김견본", None, "0901"],
        ["김견본", None, None],
        ["a", "a", "c"],
    ]
    assert sheet.struck == {(1, 0): "김견본", (2, 0): "김견본", (3, 2): "b"}
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {1})
    assert sheet.merged == [Area(1, 0, 2, 0), Area(3, 0, 3, 1)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", "Number", 12),
        ("1.5", "Number", 1.5),
        ("1", "Boolean", True),
        ("#N/A", "Error", NoValue("#N/A")),
        ("2026-10-01T09:30:00.000", "DateTime", "2026-10-01 09:30:00"),
        ("1899-12-31T09:30:00.000", "DateTime", "09:30:00"),
        ("x", "Number", "x"),
    ],
)
def test_cells_of_spreadsheetml_have_their_types(text, kind, value):
    ((cell,),) = read(spreadsheetml(f"<Row>{ss_cell(text, kind)}</Row>")).rows

    assert (str(cell) if kind == "DateTime" else cell) == value


def test_spreadsheetml_need_not_say_that_it_is_xml():
    data = spreadsheetml(f"<Row>{ss_cell('성명')}</Row>")

    assert read(data[data.index(b"<Workbook") :]).rows == [["성명"]]


def test_damaged_spreadsheetml_is_refused():
    assert refusal_of(spreadsheetml("<Row>")) == "broken"


def plain_book():
    return written(lambda _book, sheet: sheet.write_row(0, 0, ["성명", "소속"]))


def encrypted(password):
    file = io.BytesIO()
    OOXMLFile(io.BytesIO(plain_book())).encrypt(password, file)
    return file.getvalue()


def with_password_record():
    """An XLS file one of whose first records says that the others are encrypted."""
    data = (FILES / "marks.xls").read_bytes()
    # The record of the user's name (0x5C), which may stand where that one (0x2F) does.
    at = data.index(b"\x5c\x00\x70\x00")
    return data[:at] + b"\x2f\x00" + data[at + 2 :]


def encrypted_zip():
    data = bytearray(plain_book())
    data[6] |= 1  # of the first entry
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    "make",
    [
        lambda: encrypted("secret"),
        with_password_record,
        encrypted_zip,
        lambda: ods("<table:table-row/>", encryption="<manifest:encryption-data/>"),
    ],
    ids=["xlsx", "xls", "zip", "ods"],
)
def test_a_file_with_a_password_is_refused_in_so_many_words(make):
    with pytest.raises(Unreadable) as caught:
        read_book(make())

    assert caught.value.code == "password"


def test_the_password_that_every_program_knows_is_none():
    assert read(encrypted("VelvetSweatshop")).rows == [["성명", "소속"]]


def renamed(data, rename):
    return packed({rename(name): part for name, part in parts_of(data).items()})


@pytest.mark.parametrize(
    "make",
    [
        lambda data: renamed(data, lambda name: name.replace("/", "\\")),
        lambda data: changed(data, SHEET, (b'<dimension ref="A1:B1"/>', b"")),
        lambda data: changed(
            data,
            "xl/_rels/workbook.xml.rels",
            (b'"worksheets/', b'"/xl/worksheets/'),
        ),
        lambda data: changed(
            changed(data, "xl/workbook.xml", (MAIN, STRICT)), SHEET, (MAIN, STRICT)
        ),
        lambda data: renamed(
            changed(data, "_rels/.rels", (b"xl/workbook.xml", b"xl/book.xml")),
            lambda name: {
                "xl/workbook.xml": "xl/book.xml",
                "xl/_rels/workbook.xml.rels": "xl/_rels/book.xml.rels",
            }.get(name, name),
        ),
        lambda data: changed(data, "xl/styles.xml", (b"</styleSheet>", b"")),
    ],
    ids=["backslashes", "no dimension", "absolute", "strict", "elsewhere", "styles"],
)
def test_workbooks_that_other_programs_open_are_read(make):
    assert read(make(plain_book())).rows == [["성명", "소속"]]


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def test_a_workbook_of_charts_only_is_refused():
    def write(book, sheet):
        sheet.hide()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=명단!$A$1"})
        sheet_of_chart = book.add_chartsheet()
        sheet_of_chart.set_chart(chart)
        sheet_of_chart.activate()

    assert read(written(write)).rows == []


def test_another_sheet_may_be_too_long():
    def write(book, sheet):
        sheet.write(0, 0, "성명")
        book.add_worksheet("긴").write(MAX_ROWS, 0, "끝")
        book.add_worksheet("넓은").write(0, 100, "끝")

    short, long, wide = read_book(written(write)).sheets

    assert (short.rows, short.excess) == ([["성명"]], "")
    assert (long.rows, long.excess) == ([], "too_many_rows")
    assert (wide.rows, wide.excess) == ([], "too_many_columns")


def test_blanks_far_away_do_not_count():
    def write(book, sheet):
        sheet.write(0, 0, "성명")
        sheet.write(30_000, 2, " ")
        sheet.write(3, 300, "\u200b")

    assert read(written(write)).rows == [["성명"]]


@pytest.mark.parametrize(
    ("cell", "excess"),
    [
        (b'<c r="XFD1048576" t="str"><v> </v></c>', ""),
        (b'<c r="XFD1048576"><v>1</v></c>', "too_many_columns"),
        (b'<c r="A1048576"><v>1</v></c>', "too_many_rows"),
    ],
)
def test_the_last_possible_cell_harms_nothing(cell, excess):
    row = b'<row r="1048576">' + cell + b"</row></sheetData>"

    sheet = read(changed(plain_book(), SHEET, (b"</sheetData>", row)))

    assert (sheet.rows, sheet.excess) == ([] if excess else [["성명", "소속"]], excess)


def test_a_cell_that_is_too_long_is_named():
    def write(book, sheet):
        sheet.write(4, 27, "x" * (MAX_CELL + 1))

    with pytest.raises(Unreadable, match="Cell AB5 of sheet “명단”"):
        read_book(written(write))
