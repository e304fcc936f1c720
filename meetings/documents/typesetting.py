"""Make a PDF from data: typst reads a template of ours, and texts only as data."""

import json
from pathlib import Path

import typst

from meetings.documents import fonts
from meetings.models.names import active_language

TEMPLATES = Path(__file__).parent / "typst"


def typeset(template, data):
    """Return the PDF that a template makes of `data`: equal bytes for equal data.

    Nothing that anybody typed becomes source of typst, which can read files. It is
    PDF/A: only there does typst refuse letters that no font has.
    """
    available = fonts.required_fonts()
    inputs = {"fonts": fonts.FAMILIES, "language": active_language()} | data
    try:
        return typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=available,
            sys_inputs={"data": json.dumps(inputs, ensure_ascii=False)},
            timestamp=0,  # or each would differ by the moment it was made
            pdf_standards="a-2b",
        )
    except typst.TypstError as error:
        if letters := fonts.missing_letters(error):
            raise fonts.MissingLetters(letters) from error
        raise
