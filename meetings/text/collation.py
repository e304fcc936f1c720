"""Sort names: in Korean by 가나다, in Japanese by kana, in Chinese by pinyin, or Latin.

Keys are compared by code points, so that Python and all databases agree: collations of
databases differ with their systems and versions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from meetings.text.folding import fold

# Below the blank after a family name, which itself is below all letters.
SEPARATOR = "\t"
# Above kana and Hangul: the prefix of names without a reading, which come last.
LAST = "～"

HANGUL = re.compile("[가-힣]")
KANA = re.compile("[ぁ-ゖァ-ヺ]")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
SIGNS = re.compile(r"[\W_]+")

HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
VOICED = {"\u3099": "1", "\u309a": "2"}
ROWS = {
    "あ": "あかさたなはまやらわ",
    "い": "いきしちにひみりゐ",
    "う": "うくすつぬふむゆる",
    "え": "えけせてねへめれゑ",
    "お": "おこそとのほもよろを",
}
VOWEL_OF = {kana: vowel for vowel, row in ROWS.items() for kana in row}
LONG, SMALL, REPEATED, PLAIN = "0123"

# Tones by their numbers and ü as u:, as CC-CEDICT writes them; Lü < Luan, as u: < ua.
MARKS = {0x304: "1", 0x301: "2", 0x30C: "3", 0x306: "3", 0x300: "4", 0x308: ":"}
# What stands for ü: yu in passports, v where letters are typed; but not in Zhenyu.
UMLAUT = re.compile(r"(?<=l)yu|(?<=\bn)yu|(?<=[ln])v")


def sort_key(
    native_name: str, reading: str, latin_name: tuple[str, str], language: str
) -> str:
    """Return the sort key of a person's name by the rules of `language`.

    `latin_name` is the family name and the given name; `language` is ko, ja or zh, and
    any other means the Latin order. Names that lack what their language sorts by are
    the last.
    """
    latin = " ".join(filter(None, map(fold, latin_name))) or fold(native_name)
    match language:
        case "ko":
            key = _hangul(native_name) or _hangul(reading) or LAST + latin
        case "ja":
            key = _kana(reading) or _kana(native_name) or LAST + latin
        case "zh":
            words = reading.split(maxsplit=1)
            key = _pinyin(*words) or _pinyin(*latin_name) or _gb2312(native_name)
        case _:
            key = latin
    return key + SEPARATOR + native_name


def _hangul(text: str) -> str:
    """Return Hangul without blanks: Unicode has its syllables in that order."""
    text = "".join(unicodedata.normalize("NFC", text).split())
    return text if HANGUL.search(text) else ""


def _kana(text: str) -> str:
    """Return the key of a reading in kana by JIS X 4061, hiragana and katakana alike.

    The basic kana decide, then か < が, は < ば < ぱ, then アー < アァ < あゝ < ああ.
    """
    text = SIGNS.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    if HAN.search(text) or not KANA.search(text):
        return ""
    return SEPARATOR.join(map("".join, zip(*_attributes(text), strict=True)))


def _attributes(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the basic kana of each sign, its voicing, and what kind of sign it is."""
    before = ""
    for sign in text:
        split = unicodedata.normalize("NFD", sign).translate(HIRAGANA)
        written, mark = split[0], split[1:]
        kana, kind = written.translate(LARGE), PLAIN
        if kana != written:
            kind = SMALL
        elif kana == "ー":
            kana, kind = VOWEL_OF.get(before, before), LONG
        elif kana == "ゝ":
            kana, kind = before, REPEATED
        yield kana, VOICED.get(mark, "0"), kind
        before = kana


def _pinyin(*words: str) -> str:
    """Return the key of names in pinyin: the letters word by word, then the tones."""
    text = unicodedata.normalize("NFKC", SEPARATOR.join(words)).lower()
    text = unicodedata.normalize("NFD", text).translate(MARKS)
    names = UMLAUT.sub("u:", text).split(SEPARATOR)
    letters = " ".join(filter(None, (re.sub("[^a-z:]", "", name) for name in names)))
    return letters and letters + SEPARATOR + re.sub("[^1-5]", "", text)


def _gb2312(native_name: str) -> str:
    """Return the codes of GB 2312, whose level 1 is in the order of pinyin.

    Characters outside come last: their order is that of radicals, which few know.
    """
    codes = fold(native_name).encode("gb2312", "replace").replace(b"?", b"\xff\xff")
    return codes.decode("latin-1")
