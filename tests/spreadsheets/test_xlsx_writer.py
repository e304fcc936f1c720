"""A workbook of several sheets is laid out as one of one sheet, and tells no time."""

import datetime as dt
import inspect
import io
import os
import re
import tempfile
import time
import zipfile

import pytest
from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from meetings import spreadsheets
from meetings.spreadsheets import Column, xlsx_writer

TYPES = [
    "=1+1",
    None,
    "",
    7,
    2.5,
    True,
    False,
    dt.date(2026, 10, 23),
    dt.datetime(2026, 10, 23, 9, 30),  # noqa: DTZ001
    dt.time(9, 30),
]


def written(rows, columns=None, write=spreadsheets.write_workbook):
    file = io.BytesIO()
    columns = columns or [Column("A", 10), Column("B", 20)]
    write(file, [("One", columns, rows), ("Two", columns, rows)])
    return file.getvalue()


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def first_sheet(data):
    return part(data, "xl/worksheets/sheet1.xml")


def layout(xml):
    """What a sheet's XML says beside its cells, in a word for each element."""
    names = "pane|autoFilter|pageSetup|oddFooter|pageSetUpPr|col"
    found = re.findall(rf"<(?:{names}) [^>]*>|<oddFooter>[^<]*", xml)
    ignored = r' (?:horizontalDpi|verticalDpi|style|useFirstPageNumber)="[^"]*"'
    return sorted(re.sub(ignored, "", element) for element in found)


@pytest.mark.parametrize("width", [10, 60])
def test_each_sheet_is_laid_out_as_the_only_one(width):
    columns = [Column(heading, width) for heading in "ABCD"]
    rows = [["a", "b", "c", "d"]]
    single = io.BytesIO()
    spreadsheets.write_streamed_xlsx(single, "One", columns, rows)

    xml = first_sheet(written(rows, columns))

    assert layout(xml) == layout(first_sheet(single.getvalue()))


def test_the_header_is_repeated_and_filtered_on_every_sheet():
    xml = part(written([["a", "b"]]), "xl/workbook.xml")

    names = re.findall(r'"(_xlnm\.\w+)" localSheetId="(\d)"[^>]*>([^<]*)<', xml)
    assert sorted(names) == [
        ("_xlnm.Print_Titles", "0", "One!$1:$1"),
        ("_xlnm.Print_Titles", "1", "Two!$1:$1"),
        ("_xlnm._FilterDatabase", "0", "One!$A$1:$B$2"),
        ("_xlnm._FilterDatabase", "1", "Two!$A$1:$B$2"),
    ]


def test_cells_keep_their_types():
    read = spreadsheets.read(written([[cell, "x"] for cell in TYPES])).sheets

    kept = [cell if cell != "" else None for cell in TYPES]
    for sheet in read:
        assert [row[0] for row in sheet.rows[1:]] == kept
        assert [type(row[0]) for row in sheet.rows[1:]] == [*map(type, kept)]


def test_a_heading_may_stand_twice_or_be_blank():
    data = written([["a", "b", "c"]], [Column("A"), Column("A"), Column("")])

    assert spreadsheets.read(data).sheets[0].rows[0] == ["A", "A", None]


def test_a_sheet_without_rows_has_its_header():
    data = written([])

    assert [sheet.rows for sheet in spreadsheets.read(data).sheets] == [
        [["A", "B"]]
    ] * 2
    assert '<autoFilter ref="A1:B1"/>' in first_sheet(data)


@pytest.mark.parametrize("write", [spreadsheets.write_workbook, spreadsheets.write_ods])
def test_the_same_cells_give_the_same_bytes(write, monkeypatch):
    rows = [[cell, "x"] for cell in TYPES]
    first = written(rows, write=write)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setenv("TZ", "Asia/Seoul")

    assert written(rows, write=write) == first


def test_a_workbook_does_not_tell_when_it_was_made():
    about = part(written([]), "docProps/core.xml")

    assert re.findall(r">(\d{4}-[^<]*)<", about) == ["2000-01-01T00:00:00Z"] * 2


def test_nothing_stays_behind_where_the_rows_break_off(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows():
        yield ["a", "b"]
        yield ["c", "d"]
        raise LookupError("the database is gone")

    with pytest.raises(LookupError):
        written(rows())

    assert os.listdir(tmp_path) == []


# Private parts of XlsxWriter are used: these tests fail where a release changes them.
OVERRIDDEN = ["_xml_rich_inline_string", "_escape_control_characters"]
TAKEN_FOR_MORE = ["<r><t>rich</t></r>", "<r>&</r>", "_x005F_x0041_", "_x0041_"]


def parameters(method):
    return [each.name for each in inspect.signature(method).parameters.values()]


@pytest.mark.parametrize("name", OVERRIDDEN)
def test_the_engine_has_the_private_methods_that_are_overridden(name):
    ours, theirs = getattr(xlsx_writer.PlainTextSheet, name), getattr(XMLwriter, name)

    assert issubclass(Worksheet, XMLwriter)
    assert parameters(ours)[-1:] == parameters(theirs)[-1:]
    assert len(parameters(ours)) == len(parameters(theirs))
    assert parameters(XMLwriter._xml_inline_string) == [
        "self",
        "string",
        "preserve",
        "attributes",
    ]


@pytest.mark.parametrize("text", TAKEN_FOR_MORE)
def test_the_engine_calls_what_is_overridden(text, monkeypatch):
    called = []
    for name in OVERRIDDEN:
        ours = getattr(xlsx_writer.PlainTextSheet, name)

        def call(*args, name=name, ours=ours):
            called.append(name)
            return ours(*args)

        is_static = name == "_escape_control_characters"
        method = staticmethod(call) if is_static else call
        monkeypatch.setattr(xlsx_writer.PlainTextSheet, name, method)

    data = written([[text, "x"]])

    assert spreadsheets.read(data).sheets[0].rows[1][0] == text
    expected = OVERRIDDEN if text.startswith("<r>") else OVERRIDDEN[1:]
    assert set(called) == set(expected)


@pytest.mark.parametrize("text", TAKEN_FOR_MORE[:3])
def test_the_engine_would_not_write_these_texts_as_they_are(text, monkeypatch):
    for name in OVERRIDDEN:
        monkeypatch.delattr(xlsx_writer.PlainTextSheet, name)

    try:
        read = spreadsheets.read(written([[text, "x"]])).sheets[0].rows[1][0]
    except spreadsheets.Unreadable:
        read = None

    assert read != text
