"""The fonts of the papers, which must be there before anything is typeset."""

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

# 直, 骨 and 令 are drawn differently in each; the others serve for letters it lacks.
FAMILIES = {
    "en": [KOREAN, JAPANESE, CHINESE],
    "ko": [KOREAN, JAPANESE, CHINESE],
    "ja": [JAPANESE, CHINESE, KOREAN],
    "zh": [CHINESE, JAPANESE, KOREAN],
}


# What typst says of a letter that no font has, when it makes PDF/A.
LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")


class MissingFonts(CannotExport):
    """No East Asian fonts: typst would print blanks and say that all is well."""

    def __init__(self):
        super().__init__(
            _(
                "The server has no fonts for Chinese, Japanese and Korean: have the"
                " Debian package fonts-noto-cjk installed."
            )
        )


class MissingLetters(CannotExport):
    """Letters that no font has, Thai ones or rare signs: they would print as boxes."""

    def __init__(self, letters):
        super().__init__(
            _(
                "No font of the server has these letters, which would print as empty"
                " boxes: %(letters)s. Write them otherwise, or have a font installed"
                " that has them."
            )
            % {"letters": " ".join(map(_legible, letters))}
        )


def lacking(error):
    """The letters that typst complains of in an error, each once."""
    found = LACKING.findall(error.diagnostic)
    return [*dict.fromkeys(CODE_POINT.sub(_character, text) for text in found)]


def _character(escaped):
    return chr(int(escaped[1], 16))


def _legible(letters):
    """The letters, by their numbers if nobody could see them."""
    if letters.isprintable():
        return letters
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)


@cache
def installed():
    """All fonts of this machine, which take longer to find than to use."""
    return typst.Fonts()


def needed():
    """The fonts to typeset with; raise MissingFonts where one is not installed."""
    fonts = installed()
    if not {KOREAN, JAPANESE, CHINESE} <= set(fonts.families()):
        installed.cache_clear()  # to find them as soon as they are installed
        raise MissingFonts
    return fonts
