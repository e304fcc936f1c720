"""What reads a cell takes time in proportion to its length, whatever it holds.

A cell has 2,000 characters at most, and a file 20 million: what is quadratic would keep
the program busy for minutes.
"""

import time

import pytest

from meetings.attendee_import import bodies, contacts
from meetings.spreadsheets import vocabulary
from meetings.spreadsheets.lists import columns, passed_rows, remarks, sections
from meetings.spreadsheets.names import cells, lists, named_cells, one_name
from meetings.spreadsheets.types import MAX_CELL
from meetings.text import dates, days_with_rest, latin_names, native_names, units

ALLOWED = 0.05  # seconds of the processor, of which a linear expression takes 0.0005

SEARCHED = [
    bodies.COMMA,
    columns.MAIL,
    contacts.ADDRESS,
    dates.TIME,
    days_with_rest.MIDNIGHT,
    latin_names.COMMA,
    cells.MAIL,
    lists.LABEL_AFTER_BLANKS,
    lists.LINE_BEFORE_BRACKET,
    lists.SEPARATOR,
    named_cells.BETWEEN_VALUES,
    native_names.JAPANESE,
    one_name.BETWEEN_REMARKS,
    passed_rows.COUNT_AT_END,
    passed_rows.ORNAMENTS_AROUND,
    passed_rows.SEAL,
    passed_rows.WORD_FOR_GROUP,
    remarks.BETWEEN_WORDS,
    sections.WORD_FOR_DELEGATION,
    sections.WORD_FOR_PEOPLE,
    units.LATIN_ENDING,
    units.PEOPLES,
    vocabulary.BRACKETS,
]
REPEATED = [
    *(
        " ",
        "\u3000",
        "\n",
        " \n",
        "1",
        "1 ",
        "(",
        "((",
        ")",
        "【",
        "】",
        "a",
        "a-",
        "-",
    ),
    *("T", "T1:", "@a", "a@", "a@a.", "ア", "県", "city ", "■", ":", ",", ", ", "a "),
]


def seconds_for(pattern, text):
    start = time.process_time()
    pattern.sub("", text)
    pattern.fullmatch(text)
    return time.process_time() - start


@pytest.mark.any_database
@pytest.mark.parametrize("pattern", SEARCHED, ids=lambda pattern: pattern.pattern[:20])
def test_a_cell_of_any_repeated_text_is_read_at_once(pattern):
    slow = [
        repeated + end
        for repeated in REPEATED
        for end in ("", "x", "\nx")
        if seconds_for(pattern, (repeated * MAX_CELL)[:MAX_CELL] + end) > ALLOWED
    ]

    assert slow == []
