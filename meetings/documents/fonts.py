"""The fonts of the papers, which must be there before anything is typeset."""

from functools import cache

import typst
from django.utils.translation import gettext as _

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


class MissingFonts(Exception):
    """No East Asian fonts: typst would print blanks and say that all is well."""

    def __str__(self):
        return _(
            "The server has no fonts for Chinese, Japanese and Korean: have the"
            " Debian package fonts-noto-cjk installed."
        )


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
