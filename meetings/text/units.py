"""Recognise the words for a government's rank or seat in its name: 県, 시, 庁.

A text may lack the word or have that of another name; it may not contradict the rank:
제주시 is a city, and so not the province 제주.
"""

from __future__ import annotations

import re

from meetings.text.folding import tidy

PROVINCE, METROPOLIS, PREFECTURE = "province", "metropolis", "prefecture"
CITY, COUNTY, DISTRICT, WARD = "city", "county", "district", "ward"
TOWN, VILLAGE = "town", "village"
PARTS = frozenset({PREFECTURE, CITY, COUNTY, DISTRICT, TOWN, VILLAGE})

# What a word may mean: 广州市 is a city, and so is 北京市, which has the rank of a
# province; 县 is a county in China, and a prefecture of Japan as Chinese writes it.
SUFFIXES = {
    (
        "특별자치도 자치도 자치구 도 현 성 自治区 特别自治道 特別自治道 特别行政区"
        " 特別行政区 省 県 縣 都 道 府"
    ): {PROVINCE},
    (
        "통합특별시 특별자치시 특별시 광역시 직할시 統合特別市 统合特别市 特別自治市"
        " 特别自治市 広域市 廣域市 广域市 特別市 特别市 直辖市"
    ): {METROPOLIS},
    "자치주 지구 주 맹 自治州 地区 州 盟": {PREFECTURE},
    "시 市": {CITY, METROPOLIS},
    "군 郡": {COUNTY},
    "县": {COUNTY, PROVINCE},
    "구 区 區": {DISTRICT, WARD},
    "읍 면 정 町 鎮 镇": {TOWN},
    "촌 村": {VILLAGE},
}
UNITS_OF_SUFFIX = {
    word: frozenset(units)
    for words, units in SUFFIXES.items()
    for word in words.split()
}
LONGEST_SUFFIX = max(map(len, UNITS_OF_SUFFIX))

LATIN_WORDS = {
    r"(?:special )?(?:self[- ]governing )?province|state"
    r"|(?:(?:zhuang|hui|uygur|uyghur) )?autonomous region|do|ken|fu|to|sheng": {
        PROVINCE
    },
    r"prefecture|pref\.?": {PROVINCE, PREFECTURE},
    # Linxia Hui Autonomous Prefecture: the people's name goes with the word.
    r"(?:\w+ (?:and \w+ )?)?autonomous prefecture|league|zhou": {PREFECTURE},
    r"(?:metropolitan|special|special self[- ]governing) city|municipality"
    r"|gwangyeoksi|teukbyeolsi": {METROPOLIS},
    r"metropolis|metropolitan government": {METROPOLIS, PROVINCE},
    # The special wards of Tokyo call themselves cities.
    "city": {CITY, METROPOLIS, WARD},
    "si|shi": {CITY, METROPOLIS},
    "county|gun": {COUNTY},
    "district|ward|gu|ku": {DISTRICT, WARD},
    "town|machi|cho": {TOWN},
    "village|mura|son": {VILLAGE},
}
LATIN_UNITS = [frozenset(units) for units in LATIN_WORDS.values()]
# A group for each of the units, by whose place the word's meaning is found.
ANY_LATIN_WORD = "|".join(f"({words})" for words in LATIN_WORDS)
LATIN_ENDING = re.compile(rf"(?<![\s-])[\s-]+(?:{ANY_LATIN_WORD})$", re.IGNORECASE)
LATIN_BEGINNING = re.compile(rf"^(?:{ANY_LATIN_WORD})\s+of\s+", re.IGNORECASE)

# 延边 is 延边朝鲜族自治州: whose autonomous prefecture it is goes with the word.
AUTONOMOUS = ("자치주", "自治州")
PEOPLES = re.compile(
    r"(?<![ァ-ヴー回苗白族])(?:(?:[ァ-ヴー]|回|藏|苗|侗|羌|彝|壮|傣|白|布依|土家|朝鲜|朝鮮|蒙古|哈萨克|柯尔克孜"
    r"|哈尼|景颇|傈僳)族?)+$| \S+$"
)

# The legal form of a body, which few write: （一財）自治体国際化協会.
LEGAL_FORM = re.compile(
    r"^(?:(?:一般|公益)?(?:財団|社団)法人|[(（](?:一|公)?(?:財|社)[)）]|(?:재단|사단)법인"
    r"|[(（](?:재|사)[)）])\s*"
)

# The rank of each kind of government.
UNIT_OF_KIND = {
    "special_city": METROPOLIS,
    "integrated_city": METROPOLIS,
    "metropolitan_city": METROPOLIS,
    "self_governing_city": METROPOLIS,
    "municipality": METROPOLIS,
    "province": PROVINCE,
    "self_governing_province": PROVINCE,
    "prefecture": PROVINCE,
    "autonomous_region": PROVINCE,
    "autonomous_prefecture": PREFECTURE,
    "chinese_prefecture": PREFECTURE,
    "league": PREFECTURE,
    "prefecture_level_city": CITY,
    "county_level_city": CITY,
    "city": CITY,
    "county": COUNTY,
    "autonomous_district": DISTRICT,
    "special_ward": WARD,
    "town": TOWN,
    "village": VILLAGE,
}
# What a new part of a government is taken for, by the word in its name.
KIND_OF_UNIT = {
    PREFECTURE: "autonomous_prefecture",
    CITY: "city",
    COUNTY: "county",
    DISTRICT: "autonomous_district",
    TOWN: "town",
    VILLAGE: "village",
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
# The seat of a government before an office in it: 庁企画部国際課, 人民政府外事办公室.
SEAT_BEFORE_OFFICE = re.compile(
    r"(?:[시도군구]청|본청|[県府都道]?庁|[市区]?役所|[町村]?役場|[省市]?人民政府)\s*(?=\S)"
)
SEAT_AT_END = re.compile(rf"(?:{SEAT.pattern})$", re.IGNORECASE)
# Those of the Latin words that people write out behind a name.
UNITS_OF_WORD = {
    "province": {PROVINCE},
    "state": {PROVINCE},
    "region": {PROVINCE},
    "prefecture": {PROVINCE, PREFECTURE},
    "league": {PREFECTURE},
    "metropolis": {METROPOLIS, PROVINCE},
    "municipality": {METROPOLIS, CITY},
    "city": {METROPOLIS, CITY, WARD},
    "county": {COUNTY},
    "district": {DISTRICT, WARD},
    "ward": {DISTRICT, WARD},
    "town": {TOWN},
    "village": {VILLAGE},
}


def split_unit(text: str) -> tuple[str, frozenset[str]]:
    """Return the text without the word for its rank, and the ranks the word may mean.

    The ranks are CITY, PROVINCE and the like; there are none without such a word. The
    legal form of a body is left out, too.
    """
    text = LEGAL_FORM.sub("", tidy(text))
    return split_suffix(text) or split_latin_word(text) or (text, frozenset())


def split_suffix(text: str) -> tuple[str, frozenset[str]] | None:
    """Split off the longest suffix: 자치구 is a region, 구 a district."""
    for size in range(min(LONGEST_SUFFIX, len(text) - 1), 0, -1):
        suffix = text[-size:]
        # 중구 and 津市 would be no names without their second sign.
        if suffix in UNITS_OF_SUFFIX and len(text) > size + (size == 1):
            stem = text.removesuffix(suffix)
            if suffix in AUTONOMOUS:
                stem = PEOPLES.sub("", stem)
            return stem, UNITS_OF_SUFFIX[suffix]
    return None


def split_latin_word(text: str) -> tuple[str, frozenset[str]] | None:
    for pattern in (LATIN_ENDING, LATIN_BEGINNING):
        if match := pattern.search(text):
            rest = text[: match.start()] + text[match.end() :]
            return rest, LATIN_UNITS[(match.lastindex or 0) - 1]
    return None


def office_in(rest: str) -> str | None:
    """Return the office after a government's name, "" for its seat, else None."""
    office = SEAT.sub("", rest, count=1).strip() if SEAT.match(rest) else rest
    if bare := SEAT_BEFORE_OFFICE.match(office):
        office = office[bare.end() :]
    return office if not office or OFFICE.search(office) else None


def without_seat(text: str) -> str:
    """Return the government whose seat a text names: 鳥取県 for 鳥取県庁."""
    text = tidy(text)
    seat = SEAT_AT_END.search(text)
    if not seat or seat.start() < 2:
        return text
    unit = seat[0][0] if seat[0][0] in UNITS_OF_SUFFIX else ""
    return text[: seat.start()].rstrip(" ,") + unit


def units_begun(word: str) -> frozenset[str]:
    """Return the ranks whose Latin word may be on its way: of “pref”, that of 県."""
    begun = (units for name, units in UNITS_OF_WORD.items() if name.startswith(word))
    return frozenset().union(*begun)
