"""Write the list as it was sent, with its problems in a column of their own."""

from django.utils.translation import gettext as _

from meetings import spreadsheets
from meetings.attendee_import.report import headers_by_field, problems_text


def write_marked(file, batch, rows):
    """Write XLSX to mail back: each row with its number and what is wrong with it.

    `rows` are the batch's, of which those with problems are marked. The file is read
    once more, since a draft stores only the cells that became fields.
    """
    headers = headers_by_field(batch.reading["columns"])
    problems = {
        (row.sheet, row.number): problems_text(row, headers)
        for row in rows
        if row.problems
    }
    encoding = batch.reading["encoding"]
    book = {
        sheet.name: sheet for sheet in spreadsheets.read(batch.content, encoding).sheets
    }
    spreadsheets.write_workbook(
        file,
        [
            marked_sheet(book[table["sheet"]], table, problems)
            for table in batch.reading["tables"]
        ],
    )


def marked_sheet(sheet, table, problems):
    """Return a sheet to write: the rows below its headings, problems in front."""
    first = max(table["header_row"], 1) - 1
    headings = sheet.rows[first] if table["depth"] else [None] * len(sheet.rows[0])
    columns = [spreadsheets.Column(_("Problem"), 50), spreadsheets.Column(_("Row"))]
    columns += [spreadsheets.Column(str(heading or "")) for heading in headings]
    below = enumerate(sheet.rows[first + bool(table["depth"]) :], first + 2)
    rows = (
        [problems.get((sheet.name, number), ""), number, *cells]
        for number, cells in below
    )
    return sheet.name, columns, rows
