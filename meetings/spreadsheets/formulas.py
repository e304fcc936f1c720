"""Mark text that a spreadsheet would run as a formula, in files without types.

As OWASP advises against CSV injection: an apostrophe in front makes it text.
"""

from __future__ import annotations

import re

# What spreadsheets run or swallow, also behind apostrophes, blanks, and signs that
# have no width and that other programs may drop on the way.
RUNS = re.compile(
    r"[\s'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠\t\r]"
)


def escape(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run."""
    return f"'{text}" if RUNS.match(text) else text


def unescape(text: str) -> str:
    """Take off the apostrophe that `escape` put there."""
    return text[1:] if text.startswith("'") and RUNS.match(text[1:]) else text
