"""Files that cannot be read get a sentence, and harm nothing."""

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.spreadsheets import Column, Unreadable, read, write_streamed_xlsx
from meetings.spreadsheets.child import options_from_job
from meetings.spreadsheets.lists.recognition import ReadingOptions
from meetings.spreadsheets.lists.sheets import MeetingMarks
from meetings.spreadsheets.reading import read_people


def workbook(rows=(("a", "b"),)):
    file = io.BytesIO()
    write_streamed_xlsx(file, "List", [Column("A"), Column("B")], rows)
    return file.getvalue()


def archive(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file.getvalue()


def rewritten(name, change):
    """A workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as packed:
        files = {part: packed.read(part) for part in packed.namelist()}
    files[name] = change(files[name])
    return archive(files)


def far_out(xml):
    """A sheet with one more cell, in its last possible place."""
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return xml.replace(b"</sheetData>", cell)


def entity_bomb(xml):
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">'
    for n in range(20):
        bomb += b'<!ENTITY a%d "%s">' % (n, b"&a;" * 10)
    return xml.replace(b"<worksheet", bomb + b"]><worksheet", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * (10 * 1024 * 1024 + 1), "too_large"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_a_sheet"),
        (b"PK\x03\x04 not really", "broken"),
        (archive({"readme.txt": b"no workbook"}), "not_a_sheet"),
        (archive({"bomb": b"\0" * 200_000_000}), "unpacks_too_large"),
        (archive({f"{n}": b"x" for n in range(1001)}), "unpacks_too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000, "not_a_sheet"),
        (workbook()[:-200], "broken"),
        (b"\xff\xd8\xff\xe0\x10JFIF" + b"\x81" * 9, "encoding"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_sheet"),
        (b"%PDF-1.7\n\x01\x02\x03", "not_a_sheet"),
        (b"a,b\n" * 20_001, "too_many_rows"),
        (b"a," * 101, "too_many_columns"),
        (b"a\n" + b"b" * 2001, "cell_too_long"),
        (b'"' + b"a" * 140_000 + b'"', "cell_too_long"),
        (b"a,b,c,d\n" * 80_000, "too_many_rows"),
        (b"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\n" * 19_000, "too_much_text"),
        (workbook([("a", "b")] * 20_001), "too_many_rows"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_unreadable_file_gets_its_sentence(data, code):
    with pytest.raises(Unreadable) as caught:
        read(data)

    assert caught.value.code == code
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("change", [far_out, lambda xml: xml[:50]])
def test_a_hostile_sheet_gets_a_sentence(change):
    with pytest.raises(Unreadable) as caught:
        read(rewritten("xl/worksheets/sheet1.xml", change))

    assert str(caught.value).endswith(".")


def test_entities_are_not_expanded():
    book = read(rewritten("xl/worksheets/sheet1.xml", entity_bomb))

    assert book.sheets[0].rows == [["A", "B"], ["a", "b"]]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("성명,소속\n".encode(), "utf-8"),
        ("성명,소속\n".encode("utf-8-sig"), "utf-8-sig"),
        ("성명,소속\n".encode("utf-16"), "utf-16"),
        ("성명;소속\n".encode(), "utf-8"),
        ("성명\t소속\n".encode(), "utf-8"),
    ],
)
def test_text_is_read_by_its_mark_or_as_utf8(data, encoding):
    book = read(data)

    assert (book.encoding, book.sheets[0].rows) == (encoding, [["성명", "소속"]])


def test_short_rows_are_filled_up():
    assert read(b"a,b\n1\n").sheets[0].rows == [["a", "b"], ["1", None]]


def test_the_content_tells_what_a_file_is():
    assert read(workbook()).sheets[0].rows == [["A", "B"], ["a", "b"]]


@settings(max_examples=15, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_book_or_a_sentence(data):
    with suppress(Unreadable):
        assert read(data).sheets


def test_all_that_staff_chose_is_told_to_the_child():
    options = ReadingOptions(
        sheet="명단",
        header_row=2,
        mapping={0: "native_name", 1: None},
        taught_headings={"비고란": "note"},
        meeting=MeetingMarks(2025, 26),
    )

    job = json.loads(json.dumps({"do": "find people"} | asdict(options)))

    assert options_from_job(job) == options


def test_rows_of_several_may_not_come_to_more_people_than_a_list_may_have():
    rows = [(", ".join(["김견본"] * 50), "구미시")] * 401

    with pytest.raises(Unreadable) as caught:
        read_people(workbook([("성명", "소속"), *rows]), ReadingOptions())

    assert caught.value.code == "too_many_people"
