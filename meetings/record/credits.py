"""Whose data the record uses, under which licence, and what was changed of it.

All of it stands in fixtures/credits.toml, beside the data; a notice that has to stay
with the data is a file of the same folder.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Credit:
    """Data of others in the record, told in one language; `key` is that of a source."""

    key: str
    title: str
    holder: str
    licence: str
    taken: str
    changed: str
    licence_url: str = ""
    url: str = ""
    notice: str = ""


@cache
def load_credits(language):
    """Return the credits in a language: en, ko, ja or zh."""
    entries = tomllib.loads(read("credits.toml"))["credit"]
    return [Credit(**texts_in(language, entry)) for entry in entries]


@cache
def load_notices():
    """Return the notices that have to stay with the data, by name of their files."""
    names = dict.fromkeys(credit.notice for credit in load_credits("en"))
    return {name: read(name) for name in names if name}


def texts_in(language, entry):
    """Return the fields of an entry, each in one language or the same in all."""
    return {
        name: value[language] if isinstance(value, dict) else value
        for name, value in entry.items()
    }


def read(name):
    return Path(settings.FIXTURE_DIRS[0], name).read_text(encoding="utf-8")
