"""What a review has found, as JSON: the same for pages, commands and marked files."""

from meetings.attendee_import.sentences import sentence_of
from meetings.attendee_import.values import with_blanks

# The fields whose column a problem may come from, if its own has no column: a role
# may stand in the remarks, and a native name is put together from two columns.
OTHER_FIELDS = {
    "native_name": ("native_family", "native_given", "name", "latin_name"),
    "family_name": ("latin_name", "name"),
    "given_name": ("latin_name", "name"),
    "role": ("note", "position"),
    "mode": ("note",),
    "status": ("note",),
    "government": ("unit_and_post",),
    "department": ("unit_and_post",),
    "position": ("unit_and_post",),
}
UNREAD_KEYS = ("sheet", "range", "sample", "why")


def report_of(batch, rows, summary, missing):
    """Return everything that a review found as JSON; `rows` are ImportRows.

    `import_attendees --json` and `report.json` of a review are the same.
    """
    headers = headers_by_field(batch.reading["columns"])
    return {
        "meeting": batch.meeting.slug,
        "file": batch.file_name,
        **reading_report(batch.reading),
        "warnings": [warning_report(w, None) for w in batch.file_warnings],
        "to_follow": [
            {name: each[name] for name in ("government", "count", "rows")}
            for each in batch.to_follow
        ],
        "summary": summary,
        "rows": [row_report(row, headers) for row in rows],
        "missing": [
            {"reference": entry["reference"], "native_name": entry["native_name"]}
            for entry in missing
        ],
    }


def reading_report(reading):
    """Return how the file was understood, and what of it was not used."""
    return {
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
        "unread": [
            {name: unread[name] for name in UNREAD_KEYS}
            for unread in reading.get("unread", ())
        ],
    }


def row_report(row, headers):
    values = {name: value for name, value in row.values.items() if name != "rank"}
    return {
        "row": row.number,
        "sheet": row.sheet,
        "state": row.state,
        "reference": None if row.attendee_version is None else row.reference,
        "rank": row.values.get("rank"),
        "values": with_blanks(values),
        "changes": row.changes,
        "problems": [problem_report(problem, headers) for problem in row.problems],
        "warnings": [warning_report(w, row.number) for w in row.warnings],
    }


def problem_report(problem, headers):
    return {
        "column": header_of(problem.field, headers),
        "value": problem.value,
        "message": sentence_of(problem),
        "candidates": problem.candidates,
    }


def warning_report(warning, row):
    """Return a warning of a row, or of the whole file where `row` is None."""
    return {"row": row, "value": warning.value, "message": sentence_of(warning)}


def problems_text(row, headers):
    """Return the problems of a row in one text, each with its column's heading."""
    return sentences_text(row.problems, headers)


def sentences_text(problems, headers):
    """Return problems or warnings in one text, each with its column's heading."""
    return " ".join(
        f"{header}: {sentence_of(problem)}" if header else sentence_of(problem)
        for problem in problems
        for header in [header_of(problem.field, headers)]
    )


def headers_by_field(columns):
    """Return the heading of the first column of each field."""
    headers = {}
    for column in columns:
        if column["field"]:
            headers.setdefault(column["field"], column["header"])
    return headers


def header_of(field, headers):
    """Return the heading of the column of a field, "" where there is no column."""
    fields = (field, *OTHER_FIELDS.get(field, ()))
    return next((headers[name] for name in fields if name in headers), "")
