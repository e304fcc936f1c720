"""The sheet of an agenda, written, changed by hand, and read back."""

import io

from meetings import spreadsheets
from meetings.agenda.agenda import load_agenda
from meetings.agenda.sheet.columns import COLUMNS, sheet_of
from meetings.agenda.sheet.differences import row_changes
from meetings.agenda.sheet.reading import BY_KEY, SheetReading, read_back
from meetings.agenda.sheet.tables import SheetLine, SheetTable

KEYS = [column.key for column in COLUMNS]


def rows_of(meeting):
    """The rows of the sheet, each a dict by the keys of its columns."""
    _name, _heads, rows = sheet_of(load_agenda(meeting))
    return [dict(zip(KEYS, row, strict=True)) for row in rows]


def file_of(rows, suffix="xlsx", headings=None):
    """A file with these rows, under the keys of the columns or other headings."""
    headings = headings or list(dict.fromkeys(key for row in rows for key in row))
    columns = [spreadsheets.Column(heading) for heading in headings]
    cells = [[row.get(heading) for heading in headings] for row in rows]
    file = io.BytesIO()
    spreadsheets.write_as(suffix, file, [("Sheet", columns, cells)])
    return file.getvalue()


def read_rows(meeting, rows):
    """What rows of the sheet would make of the agenda."""
    return read_back(meeting, file_of(rows))


def read_cells(meeting, *rows):
    """As `read_rows`, of cells that have been in no file."""
    lines = [SheetLine(n, row) for n, row in enumerate(rows, start=2)]
    keys = dict.fromkeys(key for row in rows for key in row)
    table = SheetTable(lines, {key: BY_KEY[key] for key in keys}, [])
    return SheetReading(load_agenda(meeting), table)


def shape(reading):
    """The titles of the agenda, session by session."""
    return [
        (session.title, [item.title for item in session.item_list])
        for session in reading.agenda.sessions
    ]


def concerned(meeting, reading):
    """What becomes of which rows, by their titles; of new ones nothing further."""
    return {
        change.row.title: [
            what
            for what in ("is_new", "has_moved", "is_missing")
            if getattr(change, what)
        ]
        + [(each.old, each.new) for each in change.differences if not change.is_new]
        for change in row_changes(reading, load_agenda(meeting))
    }
