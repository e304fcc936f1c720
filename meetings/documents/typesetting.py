"""From data to PDF: typst reads a template of ours, and texts only as data."""

import json
from pathlib import Path

import typst

from meetings.documents import fonts
from meetings.models.names import active_language

TEMPLATES = Path(__file__).parent / "typst"


def typeset(template, data):
    """The PDF that a template makes of `data`; the same of the same data.

    Nothing that anybody typed becomes source of typst: it could read files then.
    It is PDF/A, of which typst refuses to make one with a letter that no font has.
    """
    available = fonts.needed()
    inputs = {"fonts": fonts.FAMILIES, "language": active_language()} | data
    try:
        return typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=available,
            sys_inputs={"data": json.dumps(inputs, ensure_ascii=False)},
            timestamp=0,
            pdf_standards="a-2b",
        )
    except typst.TypstError as error:
        if letters := fonts.lacking(error):
            raise fonts.MissingLetters(letters) from error
        raise
