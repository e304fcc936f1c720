"""CSV comes in blocks, the header at once, and is the same file as in one piece."""

import datetime as dt
import io
from itertools import count

import pytest

from meetings import spreadsheets
from meetings.spreadsheets import Column, Link
from meetings.spreadsheets.writing import BLOCK

COLUMNS = [Column("성명"), Column("=비고")]
ROW = ["김견본", "=1+1"]


@pytest.mark.parametrize("rows", [0, 1, 10, 20_000])
def test_the_blocks_are_the_file_that_is_written_at_once(rows):
    file = io.BytesIO()
    spreadsheets.write_csv(file, COLUMNS, [ROW] * rows)

    blocks = [*spreadsheets.csv_chunks(COLUMNS, iter([ROW] * rows))]

    assert b"".join(blocks) == file.getvalue()
    assert file.getvalue().count(b"\r\n") == rows + 1


def test_the_header_comes_before_the_first_row_is_asked_for():
    def rows():
        raise LookupError("asked for a row")
        yield

    blocks = spreadsheets.csv_chunks(COLUMNS, rows())

    assert next(blocks) == "\ufeff성명,'=비고\r\n".encode()
    with pytest.raises(LookupError):
        next(blocks)


def test_no_more_rows_are_taken_than_a_block_needs():
    taken = []
    rows = ([taken.append(n), "x" * 1021] for n in count())  # 1,024 bytes each

    blocks = spreadsheets.csv_chunks(COLUMNS, rows)

    assert len(next(blocks)) < 100
    assert [len(next(blocks)) for _ in range(3)] == [BLOCK] * 3
    assert len(taken) == 3 * BLOCK // 1024


@pytest.mark.parametrize("text", ["a;b", "a\tb", "a,b", "a\nb"])
def test_what_may_part_a_cell_stands_in_quotes(text):
    (_header, block) = spreadsheets.csv_chunks([Column("A")] * 2, [[text, '"']])

    assert block == f'"{text}",""""\r\n'.encode()


@pytest.mark.parametrize("blank", [None, ""])
def test_a_row_of_one_blank_cell_is_a_row(blank):
    rows = [["x"], [blank], ["y"]]

    (_header, block) = spreadsheets.csv_chunks([Column("A")], rows)

    assert block == b'x\r\n""\r\ny\r\n'


def test_cells_are_text():
    row = [True, 2.5, dt.date(2026, 10, 23), None, Link("to A", "A"), "a\r\nb"]

    (_header, block) = spreadsheets.csv_chunks([Column("A")] * 6, [row])

    assert block == b'True,2.5,2026-10-23,,to A,"a\nb"\r\n'
