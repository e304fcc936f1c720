"""A list of invented people, as the secretariat would put together for one meeting."""

import datetime as dt
import io
from collections import Counter
from functools import cache
from itertools import product
from random import Random

from benchmarks.imports.municipalities import municipalities
from meetings.models import Government
from meetings.spreadsheets import Column, write_streamed_xlsx
from meetings.text.folding import fold

HEADINGS = (
    "연번",
    "소속",
    "성명",
    "영문성명",
    "직위",
    "역할",
    "참가방식",
    "이메일",
    "휴대폰",
    "식이사항",
    "도착일",
    "출발일",
)
LATIN = "Ga Na Da Ra Ma Ba Sa A Ja Cha Ka Ta Pa Ha"
# Of each country: family names with their Latin form, and what given names are made of.
NAMES = {
    "KR": (
        "김 Kim 이 Lee 박 Park 최 Choi 정 Jung 강 Kang 조 Cho 윤 Yoon",
        "가나다라마바사아자차카타파하",
    ),
    "JP": (
        "見本 Mihon 例田 Reita 仮名 Kamei 試山 Tameyama 様川 Samakawa",
        "賀奈太良馬羽佐亜次知加多波芳",
    ),
    "CN": (
        "张 Zhang 王 Wang 李 Li 赵 Zhao 陈 Chen 杨 Yang",
        "甲乙丙丁戊己庚辛壬癸子丑寅卯",
    ),
}
POSITIONS = {
    "KR": ("국장", "과장", "팀장", "주무관"),
    "JP": ("局長", "課長", "係長", "主事"),
    "CN": ("主任", "处长", "科长", "职员"),
}
ROLES = {
    "KR": ("단장", "단원", "수행원", "통역"),
    "JP": ("団長", "団員", "随行員", "通訳"),
    "CN": ("团长", "团员", "工作人员", "翻译"),
}
MODES = {
    "KR": ("현장", "온라인"),
    "JP": ("会場", "オンライン"),
    "CN": ("线下", "线上"),
}
DIETS = ("", "", "채식", "ハラール", "素食", "No nuts")
NATIVE = {"KR": "ko", "JP": "ja", "CN": "zh"}


def make_list(rows):
    """An XLSX file of `rows` people of many governments, the same each time."""
    file = io.BytesIO()
    columns = [Column(heading) for heading in HEADINGS]
    write_streamed_xlsx(file, "명단", columns, people(rows))
    return file.getvalue()


def people(rows):
    """Yield the cells of the list, delegation by delegation."""
    random = Random(47)
    bodies = list(bodies_as_written())
    number = 0
    for place, (country, body) in enumerate(bodies):
        size = (place + 1) * rows // len(bodies) - place * rows // len(bodies)
        for rank, (native, latin) in enumerate(names(country, size, random)):
            number += 1
            about = told_of(country, rank, number, random)
            yield [number, body, native, latin, *about]


def bodies_as_written():
    """Yield each government's country, and its name, or its code if two share it.

    Municipalities are left out: they are to be known, not to be on the list.
    """
    governments = Government.objects.filter(country__code__in=NAMES).order_by("code")
    governments = governments.select_related("country").prefetch_related("names")
    shared = Counter(
        name
        for government in governments
        for name in {fold(name) for name in government.all_names}
    )
    listed = {*governments.filter(end_day=None)} - {*municipalities()}
    for government in governments:
        country = government.country.code
        name = getattr(government, f"name_{NATIVE[country]}")
        is_plain = name and shared[fold(name)] == 1
        if government in listed:
            yield country, name if is_plain else government.code


def names(country, size, random):
    """Yield names in own script and in Latin letters, none twice in a delegation."""
    for native, family, given in random.sample(every_name(country), size):
        yield native, f"{family} {given}"


@cache
def every_name(country):
    """All names there are: in own script, and the family and given name in Latin."""
    families, signs = NAMES[country]
    families = families.split()
    pairs = zip(families[::2], families[1::2], strict=True)
    parts = list(zip(signs, LATIN.split(), strict=True))
    return [
        (f"{family}{one}{two}", in_latin.upper(), f"{first}-{second.lower()}")
        for (family, in_latin), (one, first), (two, second) in product(
            pairs, parts, parts
        )
    ]


def told_of(country, rank, number, random):
    """Position, role, mode, e-mail, phone, diet and two days; the first is the head."""
    positions, roles = POSITIONS[country], ROLES[country]
    arrival = dt.date(2026, 10, 20) + dt.timedelta(days=random.randrange(2))
    return (
        positions[0] if rank == 0 else random.choice(positions[1:]),
        roles[0] if rank == 0 else random.choice(roles[1:]),
        random.choice(MODES[country]),
        f"delegate{number}@example.org",
        f"+82-10-{number:08}",
        random.choice(DIETS),
        arrival,
        arrival + dt.timedelta(days=random.randrange(3, 5)),
    )
