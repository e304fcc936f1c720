"""Invented people: what stands of each in every kind of column, and what it means."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.layouts.words import COUNTRY_OF, listed

MEETS_ON = dt.date(2025, 10, 16)  # the 26th conference, which the lists are for
MONTHS = ("Aug", "Sep", "Oct", "Nov")
FIRST_MONTH = 8
# How often each role stands in a list, below the head of the delegation.
ROLES = ("deputy", *["delegate"] * 6, "staff", "staff", "interpreter", "press")
PHONES = {
    "KR": ("010-{:04}-{:04}", "+82-10-{:04}-{:04}", "+82 10 {:04} {:04}"),
    "JP": ("090-{:04}-{:04}", "080-{:04}-{:04}", "+81-90-{:04}-{:04}"),
    "CN": ("138{:04}{:04}", "139 {:04} {:04}", "+86 138 {:04} {:04}"),
}
DAYS = {
    "ko": ("{0:%Y-%m-%d}", "{0:%Y.%m.%d}", "{0.month}월 {0.day}일", "{0:%m/%d}"),
    "ja": ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.month}月{0.day}日", "{0:%m/%d}"),
    "zh": ("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.month}月{0.day}日", "{0:%Y.%m.%d}"),
    "en": ("{0:%Y-%m-%d}", "{0.day} {1} {0.year}", "{1} {0.day}, {0.year}"),
}


class Right(NamedTuple):
    """A value that is right, and what the cell shows that it comes from."""

    value: str
    shown: str


@dataclass
class Person:
    """Somebody invented, of a government.

    `cells` is what a column of each kind holds, `truths` the values by field that are
    right of somebody with such a column.
    """

    code: str
    country: str
    cells: dict = field(default_factory=dict)
    truths: dict = field(default_factory=dict)

    def put(self, kind, cell, **truth):
        self.cells[kind] = cell
        self.truths[kind] = truth

    def shown(self, kinds):
        """Return what is right of somebody whose columns are of these kinds."""
        return {
            name: Right(value, str(self.cells[kind]))
            for kind in kinds
            for name, value in self.truths.get(kind, {}).items()
        }

    @property
    def native(self):
        return self.cells["native"]

    @property
    def latin(self):
        return self.cells["latin"]

    @property
    def is_head(self):
        return self.truths["role"]["role"] == "head"


class Inventor:
    """Makes people for one list, none twice; what a list does alike is chosen once."""

    def __init__(self, words):
        self.words = words
        self.language = words.language
        self.random = words.random
        self.taken = set()
        self.number = 0
        self.day_form = self.random.choice(DAYS[self.language])
        self.latin_form = self.random.choice(
            ("{F} {g}", "{f} {g}", "{F} {G}", "{F}, {g}", "{F} {g}", "{f}, {g}")
        )

    def delegation(self, size, code=None):
        """Return the people of one government, the head first."""
        code = code or self.random.choice(self.possible_codes())
        body = self.body_of(code)
        return [self.person(code, body, is_first=not n) for n in range(size)]

    def body_of(self, code):
        """Return a name of a government, half of the time its full one."""
        bodies = listed("governments")[code][self.language]
        return bodies[0] if self.random.random() < 0.5 else self.random.choice(bodies)

    def possible_codes(self):
        """Return the governments that a list of this language may be about."""
        country = COUNTRY_OF.get(self.language)
        codes = listed("governments")
        return [code for code in codes if not country or code.startswith(country)]

    def person(self, code, body, is_first=False):
        person = Person(code, code[:2])
        self.number += 1
        person.put("number", self.number)
        person.put("government", body, government=code)
        self.add_name(person)
        self.add_post(person, is_first)
        self.add_reach(person)
        self.add_days(person)
        self.add_rest(person)
        return person

    def add_name(self, person):
        own, latin, *other = self.new_name(person.country)
        family, given = latin
        shown = self.latin_form.format(
            f=family, F=family.upper(), g=given, G=given.upper()
        )
        upper = "{F}" in self.latin_form
        family = family.upper() if upper else family
        given = given.upper() if "{G}" in self.latin_form else given
        between = "　" if person.country == "JP" and self.random.random() < 0.4 else ""
        native = between.join(own)
        person.put("native", native, native_name=native)
        person.put("native_family", own[0], native_name=native)
        person.put("native_given", own[1], native_name=native)
        person.put("latin", shown, family_name=family, given_name=given)
        person.put("latin_family", family, family_name=family)
        person.put("latin_given", given, given_name=given)
        self.add_other_script(person, *other)
        is_latin = self.language == "en"
        for kind in ("name", "family", "given"):
            source = kind if kind != "name" else ""
            script = "latin" if is_latin else "native"
            same = f"{script}_{source}".rstrip("_")
            person.put(kind, person.cells[same], **person.truths[same])

    def add_other_script(self, person, other=()):
        """Add Hanja of a Korean name, kana of a Japanese one."""
        if person.country == "KR":
            person.put("hanja", "".join(other))
        if person.country == "JP":
            reading = self.random.choice((" ", "　", "")).join(other)
            person.put("reading", reading, reading=reading)

    def new_name(self, country):
        """Return a name, parted: in own script, in Latin letters, maybe in a third."""
        while True:
            names = listed("names")[country]
            family = self.random.choice(names["families"])
            given = self.given_name(country, names)
            # Folded by its Latin form: a list of Latin names has none twice, either.
            if (key := (family[1], given[1])) not in self.taken:
                self.taken.add(key)
                return zip(family, given, strict=True)

    def given_name(self, country, names):
        if country == "JP":
            return self.random.choice(names["givens"])
        count = 1 if country == "CN" and self.random.random() < 0.25 else 2
        parts = self.random.sample(names["syllables"], count)
        own, latin, *rest = zip(*parts, strict=True)
        hyphen = "-" if country == "KR" and self.random.random() < 0.3 else ""
        return ["".join(own), hyphen.join(latin).capitalize(), *map("".join, rest)]

    def add_post(self, person, is_first):
        department = self.words.one("cells", "departments")
        is_chief = is_first and self.random.random() < 0.3
        position = self.words.one("cells", "chiefs" if is_chief else "positions")
        role = "head" if is_first else self.random.choice(ROLES)
        body = person.cells["government"]
        person.put("department", department, department=department)
        person.put("position", position, position=position)
        person.put("role", self.words.one("roles", role), role=role)
        between = " " if self.language in ("ko", "en") else ""
        parted = {"department": department, "position": position}
        joined = between.join([body, department, position])
        if self.language == "en":
            joined = f"{position}, {department}, {body}"
        person.put("unit_post", joined, government=person.code, **parted)

    def add_reach(self, person):
        digits = [self.random.randint(1000, 9999) for _part in range(2)]
        phone = self.random.choice(PHONES[person.country]).format(*digits)
        family, given = (person.cells[f"latin_{part}"] for part in ("family", "given"))
        email = f"{given}.{family}@example.org".lower()
        mode = "online" if self.random.random() < 0.2 else "in_person"
        person.put("phone", phone, phone=phone)
        person.put("email", email, email=email)
        person.put("mode", self.words.one("modes", mode), mode=mode)

    def add_days(self, person):
        arrives = MEETS_ON - dt.timedelta(days=self.random.randint(1, 3))
        departs = MEETS_ON + dt.timedelta(days=self.random.randint(1, 3))
        for kind, day in (("arrives", arrives), ("departs", departs)):
            person.put(kind, self.as_written(day), **{f"{kind}_on": day.isoformat()})
        flight = self.random.choice(["MU5033", "KE857", "OZ 349", "NH 919", "CA 160"])
        hour = f"{self.random.randint(9, 20)}:{self.random.choice(['05', '30', '45'])}"
        shown = f"{self.as_written(arrives)} {hour} {flight}"
        person.put("arrives_by", shown, arrives_on=arrives.isoformat())

    def as_written(self, day):
        return self.day_form.format(day, MONTHS[day.month - FIRST_MONTH])

    def add_rest(self, person):
        for kind, words in (("sex", "sexes"), ("hotel", "rooms")):
            person.put(kind, self.words.one("cells", words))
        is_told = self.random.random() < 0.4
        person.put("diet", self.words.one("cells", "diets") if is_told else "")
        person.put("note", self.words.one("cells", "notes") if is_told else "")
        birth = dt.date(1965, 1, 1) + dt.timedelta(days=self.random.randint(0, 12_000))
        person.put("birth", birth.isoformat())
        person.put("passport", f"M{self.random.randint(10_000_000, 99_999_999)}")
