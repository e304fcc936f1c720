"""The back office: every model, for those who may enter."""

from meetings.admin import (
    agendas,
    attendees,
    exports,
    glossary,
    governments,
    imports,
    meetings,
    people,
    records,
)

__all__ = [
    "agendas",
    "attendees",
    "exports",
    "glossary",
    "governments",
    "imports",
    "meetings",
    "people",
    "records",
]
