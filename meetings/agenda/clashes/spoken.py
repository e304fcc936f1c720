"""Which of the four languages a text names: “KO-JA”, “한국어/일본어”, 日中, 英語."""

import re
import unicodedata

from meetings.text.folding import fold

LATIN = {
    "ko": "ko kor kr korean",
    "ja": "ja jpn jp japanese",
    "zh": "zh zho chi cn chn chinese mandarin putonghua",
    "en": "en eng english",
}
CODES = {word: code for code, words in LATIN.items() for word in words.split()}

# What may stand alone, as in 한중 and 日英, and what only before 어, 말 or 語. Other
# forms of a character are united by `fold`.
SIGNS = {"ko": "한韩", "ja": "일日", "zh": "중中", "en": "영英"}
STEMS = {"ko": "조선 우리 朝鲜", "ja": "", "zh": "북경 汉 华 普通 北京", "en": ""}
CODE_OF = {sign: code for code, signs in SIGNS.items() for sign in signs}
CODE_OF |= {stem: code for code, stems in STEMS.items() for stem in stems.split()}

SIGN = f"[{''.join(SIGNS.values())}]"
STEM = "|".join(CODE_OF)
FULL = re.compile(f"({STEM})[국본国本]?[어말문语话文]")  # 한국어, 日本語, 中文
WORK = "(?:동시|순차|同时|逐次)?(?:통역사?|번역|通译|口译|飜译|翻译)"
SHORT = re.compile(f"(?:{SIGN}[국본国本]?[어문语文]?)+(?:{WORK})?")  # 한중, 日英通訳
RUN = re.compile(r"[a-z]+|[^\W\da-z_]+")


def languages_named(text):
    """Return the codes of the languages that a text names: ko, ja, zh, en."""
    languages = set()
    for run in RUN.findall(unicodedata.normalize("NFKC", text).casefold()):
        if run.isascii():
            languages.update(filter(None, [CODES.get(run)]))
        else:
            languages.update(languages_of_signs(fold(run)))
    return languages


def languages_of_signs(run):
    """Return the languages in a run of signs that is all short names, or has full ones.

    Short names count only if nothing else is in the run: 일 is a day as well as Japan.
    """
    signs = re.findall(SIGN, run) if SHORT.fullmatch(run) else FULL.findall(run)
    return {CODE_OF[sign] for sign in signs}
