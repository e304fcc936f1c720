"""Recognise the words for a government's rank or seat in its name: 県, 시, 庁.

A text may lack the word or have that of another name; it may not contradict the rank:
제주시 is a city, and so not the province 제주.
"""

from __future__ import annotations

import re

from meetings.text.folding import tidy

CITY, PROVINCE, COUNTY, DISTRICT, TOWN = (
    "city",
    "province",
    "county",
    "district",
    "town",
)
PARTS = frozenset({CITY, COUNTY, DISTRICT, TOWN})

# Of suffixes the longest counts: 자치구 is a region, 구 a district.
SUFFIXES = {
    PROVINCE: "특별자치도 자치도 자치구 도 현 성 주 自治区 特别行政区 特別行政区"
    " 省 県 縣 都 道 府",
    CITY: "특별자치시 특별시 광역시 직할시 시 広域市 廣域市 广域市 特別市 特别市"
    " 直辖市 市",
    COUNTY: "군 郡",
    DISTRICT: "구 区 區",
    TOWN: "읍 면 정 촌 町 村 鎮 镇",
}
BY_SUFFIX = {word: unit for unit, words in SUFFIXES.items() for word in words.split()}
ENDINGS = sorted(BY_SUFFIX, key=len, reverse=True)
# A county in China, and a prefecture of Japan as Chinese writes it.
AMBIGUOUS_ENDINGS = {"县": frozenset({COUNTY, PROVINCE})}

LATIN_WORDS = {
    r"(?:special )?(?:self[- ]governing )?province|prefecture|state|pref\.?"
    r"|(?:(?:zhuang|hui|uygur|uyghur) )?autonomous region|do|ken|fu|to|sheng": PROVINCE,
    r"(?:metropolitan |special |special self[- ]governing )?city|municipality"
    r"|metropolis|metropolitan government|si|shi|gwangyeoksi": CITY,
    "county|gun": COUNTY,
    "district|ward|gu|ku": DISTRICT,
    "town|village|machi|cho|mura|son": TOWN,
}
LATIN_ENDINGS = [
    (re.compile(rf"[\s-]+(?:{words})$", re.IGNORECASE), unit)
    for words, unit in LATIN_WORDS.items()
]
LATIN_BEGINNINGS = [
    (re.compile(rf"^(?:{words})\s+of\s+", re.IGNORECASE), unit)
    for words, unit in LATIN_WORDS.items()
]

# The legal form of a body, which few write: （一財）自治体国際化協会.
LEGAL_FORM = re.compile(
    r"^(?:(?:一般|公益)?(?:財団|社団)法人|[(（](?:一|公)?(?:財|社)[)）]|(?:재단|사단)법인"
    r"|[(（](?:재|사)[)）])\s*"
)

# The rank of each kind of government.
UNIT_OF_KIND = {
    "special_city": CITY,
    "integrated_city": CITY,
    "metropolitan_city": CITY,
    "self_governing_city": CITY,
    "province": PROVINCE,
    "self_governing_province": PROVINCE,
    "prefecture": PROVINCE,
    "autonomous_region": PROVINCE,
    "municipality": CITY,
    "prefecture_level_city": CITY,
    "county_level_city": CITY,
    "city": CITY,
    "county": COUNTY,
    "town": TOWN,
    "village": TOWN,
    "autonomous_district": DISTRICT,
    "special_ward": DISTRICT,
    "autonomous_prefecture": PROVINCE,
    "chinese_prefecture": PROVINCE,
    "league": PROVINCE,
}
# What a new part of a government is taken for, by the word in its name.
KIND_OF_UNIT = {
    CITY: "city",
    COUNTY: "county",
    DISTRICT: "autonomous_district",
    TOWN: "town",
}

OFFICE = re.compile(
    r"(?:과|국|실|청|팀|담당관|본부|센터|課|局|部|室|庁|役所|役場|厅|处|办|委|委员会|委員会|政府"
    r"|division|department|office|bureau|section|government|hall|affairs"
    r"|cent(?:er|re))$",
    re.IGNORECASE,
)
# The seat of a government is no office of it: 鳥取県庁 says no more than 鳥取県.
SEAT = re.compile(
    r"(?:[시도군구]?청|본청|[県府都道]?庁|[市区]?役所|[町村]?役場|[省市]?人民政府|[省市]?政府"
    r"|(?:(?:provincial|prefectural|metropolitan|city|municipal|people's)\s+)*"
    r"(?:government|office|hall))(?:[\s,]+|(?=외|国|國|外|総|办)|$)",
    re.IGNORECASE,
)
SEAT_AT_END = re.compile(rf"(?:{SEAT.pattern})$", re.IGNORECASE)
# Those of the Latin words that people write out behind a name.
UNIT_OF_WORD = {
    "province": PROVINCE,
    "prefecture": PROVINCE,
    "state": PROVINCE,
    "region": PROVINCE,
    "city": CITY,
    "municipality": CITY,
    "metropolis": CITY,
    "county": COUNTY,
    "district": DISTRICT,
    "ward": DISTRICT,
    "town": TOWN,
    "village": TOWN,
}


def split_unit(text: str) -> tuple[str, frozenset[str]]:
    """Return the text without the word for its rank, and the ranks the word may mean.

    The ranks are CITY, PROVINCE and the like; there are none without such a word. The
    legal form of a body is left out, too.
    """
    text = LEGAL_FORM.sub("", tidy(text))
    for ending in ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + (len(ending) == 1):
            return text.removesuffix(ending), frozenset({BY_SUFFIX[ending]})
    for ending, units in AMBIGUOUS_ENDINGS.items():
        if text.endswith(ending) and len(text) > 2:
            return text.removesuffix(ending), units
    for pattern, unit in (*LATIN_ENDINGS, *LATIN_BEGINNINGS):
        if pattern.search(text):
            return pattern.sub("", text), frozenset({unit})
    return text, frozenset()


def office_in(rest: str) -> str | None:
    """Return the office after a government's name, "" for its seat, else None."""
    office = SEAT.sub("", rest, count=1).strip() if SEAT.match(rest) else rest
    return office if not office or OFFICE.search(office) else None


def without_seat(text: str) -> str:
    """Return the government whose seat a text names: 鳥取県 for 鳥取県庁."""
    text = tidy(text)
    seat = SEAT_AT_END.search(text)
    if not seat or seat.start() < 2:
        return text
    unit = seat[0][0] if seat[0][0] in BY_SUFFIX else ""
    return text[: seat.start()].rstrip(" ,") + unit


def units_begun(word: str) -> frozenset[str]:
    """Return the ranks whose Latin word may be on its way: of “pref”, that of 県."""
    return frozenset(
        unit for name, unit in UNIT_OF_WORD.items() if name.startswith(word)
    )
