"""Convert values to what JSON can hold."""

from __future__ import annotations

import datetime as dt


def json_value(value: object) -> object:
    """Return a date or a time of day in ISO 8601, any other value as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
