"""Tell whether a word can be a Chinese given name in pinyin: Xiaodong, not Minjun."""

from __future__ import annotations

import re

# The finals that stand behind each initial (ISO 7098), without tones.
FINALS = {
    "b p m": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d t": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "n l": (
        "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un"
        " v ve ue"
    ),
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "i e ao ou an en ang eng ong u ua uo ui uan un",
    "z c s": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang ong i in ing u ue uan un",
    "w": "a o ai ei an en ang eng u",
    "": "a e o ai ei ao ou an en ang er",
}
SYLLABLES = sorted(
    {
        initial + final
        for initials, finals in FINALS.items()
        for initial in initials.split() or [""]
        for final in finals.split()
    },
    key=len,
    reverse=True,
)
GIVEN_NAME = re.compile(rf"(?:{'|'.join(SYLLABLES)}){{1,2}}")


def is_given_name(word: str) -> bool:
    """Whether a word is one syllable or two, as Chinese given names are."""
    return GIVEN_NAME.fullmatch(re.sub(r"[^a-z]", "", word.casefold())) is not None
