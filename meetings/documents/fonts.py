"""The fonts of the papers, which must be there before anything is typeset.

Without a font for a letter, typst prints a blank and reports success.
"""

import re
from functools import cache

import typst
from django.utils.translation import gettext as _

from meetings.models.exports import CannotExport

KOREAN, JAPANESE, CHINESE = (
    "Noto Sans CJK KR",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
)

# 直, 骨 and 令 are drawn differently in each language, so its font comes first. The
# others serve for letters that it does not have.
FAMILIES = {
    "en": [KOREAN, JAPANESE, CHINESE],
    "ko": [KOREAN, JAPANESE, CHINESE],
    "ja": [JAPANESE, CHINESE, KOREAN],
    "zh": [CHINESE, JAPANESE, KOREAN],
}

# The error of typst for a letter that no font has, where it makes PDF/A.
NOT_DISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")


class MissingFonts(CannotExport):
    """The East Asian fonts are not installed: typst would print blanks."""

    def __init__(self):
        super().__init__(
            _(
                "The server has no fonts for Chinese, Japanese and Korean: have the"
                " Debian package fonts-noto-cjk installed."
            )
        )


class MissingLetters(CannotExport):
    """No font has these letters, Thai ones or rare signs: boxes would be printed."""

    def __init__(self, letters):
        super().__init__(
            _(
                "No font of the server has these letters, which would print as empty"
                " boxes: %(letters)s. Write them otherwise, or have a font installed"
                " that has them."
            )
            % {"letters": " ".join(map(_legible, letters))}
        )


def missing_letters(error):
    """Return the letters that an error of typst is about, each once."""
    escaped = NOT_DISPLAYED.findall(error.diagnostic)
    return [*dict.fromkeys(CODE_POINT.sub(_character, text) for text in escaped)]


def _character(escaped):
    return chr(int(escaped[1], 16))


def _legible(letters):
    """Return the letters, as their numbers if nobody could see them."""
    if letters.isprintable():
        return letters
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)


@cache
def installed_fonts():
    """Return all fonts of this machine; to find them takes longer than a paper."""
    return typst.Fonts()


def required_fonts():
    """Return the fonts to typeset with; raise MissingFonts if one is not installed."""
    fonts = installed_fonts()
    if not {KOREAN, JAPANESE, CHINESE} <= set(fonts.families()):
        installed_fonts.cache_clear()  # to find them as soon as they are installed
        raise MissingFonts
    return fonts
