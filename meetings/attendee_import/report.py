"""The report of a review, as `import_attendees --json` and the desk give it."""

from meetings.attendee_import.problems import sentence_of
from meetings.attendee_import.values import filled

# The column that stands for a field where several do.
OTHER_FIELDS = {
    "native_name": ("native_family", "native_given", "name", "latin_name"),
    "family_name": ("latin_name", "name"),
    "given_name": ("latin_name", "name"),
    "role": ("note",),
    "mode": ("note",),
}


def report_of(batch, rows, summary, missing):
    """Everything that a review found, JSON-ready; `rows` are ImportRows."""
    reading = batch.reading
    headers = headers_by_field(reading["columns"])
    return {
        "meeting": batch.meeting.slug,
        "file": batch.file_name,
        "encoding": reading["encoding"],
        "sheet": reading["sheet"],
        "sheets": [table["sheet"] for table in reading["tables"] if reading["sheets"]],
        "header_row": reading["header_row"],
        "columns": [
            {"header": column["header"], "field": column["field"]}
            for column in reading["columns"]
            if column["header"]
        ],
        "passed_over": reading["passed_over"],
        "summary": summary,
        "rows": [row_report(row, headers) for row in rows],
        "missing": [
            {"reference": gone["reference"], "native_name": gone["native_name"]}
            for gone in missing
        ],
    }


def row_report(row, headers):
    return {
        "row": row.number,
        "sheet": row.sheet,
        "state": row.state,
        "reference": None if row.attendee_version is None else row.reference,
        "values": filled(row.values),
        "changes": row.changes,
        "problems": [problem_report(problem, headers) for problem in row.problems],
    }


def problem_report(problem, headers):
    return {
        "column": header_of(problem["field"], headers),
        "value": problem["value"],
        "message": sentence_of(problem),
        "candidates": problem["candidates"],
    }


def told(row, headers):
    """The problems of a row in one text, each with the heading of its column."""
    return " ".join(
        f"{header}: {sentence_of(problem)}" if header else sentence_of(problem)
        for problem in row.problems
        for header in [header_of(problem["field"], headers)]
    )


def headers_by_field(columns):
    """The heading of the first column of each field."""
    headers = {}
    for column in columns:
        if column["field"]:
            headers.setdefault(column["field"], column["header"])
    return headers


def header_of(field, headers):
    """The heading that a problem's cell stands under, "" where there is no column."""
    fields = (field, *OTHER_FIELDS.get(field, ()))
    return next((headers[name] for name in fields if name in headers), "")
