"""Write the list as it was sent, with its problems in a column of their own."""

from django.utils.translation import gettext as _

from meetings.attendee_import.report import headers_by_field, problems_text
from meetings.spreadsheets.reading import mark


def write_marked(file, batch, rows):
    """Write XLSX to mail back: each row with its number and what is wrong with it.

    `rows` are the batch's, of which those with problems are marked. The file is read
    once more, since a draft stores only the cells that became fields; it may be
    Unreadable by then, if the limits are others.
    """
    headers = headers_by_field(batch.reading["columns"])
    problems = [
        (row.sheet, row.number, problems_text(row, headers))
        for row in rows
        if row.problems
    ]
    marks = {
        "tables": batch.reading["tables"],
        "problems": problems,
        "headings": [_("Problem"), _("Row")],
    }
    mark(file, batch.content, batch.reading["encoding"], marks)
