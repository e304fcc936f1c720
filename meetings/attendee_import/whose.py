"""Whose delegation a row belongs to: by a column, the sheet's name, or the file."""

from meetings.attendee_import.values import Problem, as_text
from meetings.spreadsheets.types import NoValue


class Whose:
    """Tells the body of rows; `default` is the code of all that name none."""

    def __init__(self, index, default=None):
        self.index = index
        self.default = default

    def answer(self, cells, sheet, problems):
        """The body, None where a problem was found, and an office named with it."""
        for name in ("code", "government", "municipality"):
            if isinstance(cell := cells.get(name), NoValue):
                problems.append(Problem("no_value", name, cell.text))
                return None, ""
        name, text = named_in(cells)
        if not text:
            return self._unnamed(sheet, problems), ""
        found = self.index.find(text, as_text(cells.get("country", "")))
        if found.body:
            return found.body, found.department
        told = {"parent": found.parent} if found.parent else {}
        problems.append(Problem(found.problem, name, text, found.candidates, told))
        return None, ""

    def _unnamed(self, sheet, problems):
        body = self.index.get(self.default or "") or self.index.find(sheet).body
        if body is None:
            problems.append(Problem("no_government", "government"))
        return body


def named_in(cells):
    """The field and the text that name the body: a code, or names of one or two."""
    parts = {
        name: as_text(cells[name]).strip()
        for name in ("code", "government", "municipality")
        if name in cells
    }
    if parts.get("code"):
        return "code", parts["code"]
    both = [parts.get(name, "") for name in ("government", "municipality")]
    return ("municipality" if both[1] else "government"), " ".join(filter(None, both))
