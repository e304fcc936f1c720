"""What stands in one cell beside what belongs there."""

import datetime as dt

from benchmarks.layouts.tables import cells_of, draw_kinds, put_people, put_table

# What stands in the cell of a name, and the role that it gives. Roles and titles are
# words of the list; {sex} and honorifics are never kept.
OF_ANY = (
    ("{number}. {name}", ""),
    ("{name}({role})", "role"),
    ("{name} ({role})", "role"),
)
NAME_CELLS = {
    "ko": (
        ("{name}({hanja})", ""),
        ("{name} ({hanja})", ""),
        ("{name}({sex})", ""),
        ("{name} {behind}", ""),
        ("{behind} {name}", ""),
        ("{name}{honorific}", ""),
        ("{name} {honorific}", ""),
        ("{name}\n{latin}", "latin"),
        ("{name} ({latin})", "latin"),
        ("{name}/{latin}", "latin"),
    ),
    "ja": (
        ("{name}（{reading}）", "reading"),
        ("{name}({reading})", "reading"),
        ("{name}\n{reading}", "reading"),
        ("{name} {honorific}", ""),
        ("{name}{honorific}", ""),
        ("{name}（{sex}）", ""),
        ("{name} {behind}", ""),
        ("{name}\n{latin}", "latin"),
        ("{name} ({latin})", "latin"),
    ),
    "zh": (
        ("{name}（{sex}）", ""),
        ("{name}({sex}，满族)", ""),
        ("{name} {latin}", "latin"),
        ("{name}（{latin}）", "latin"),
        ("{name}\n{latin}", "latin"),
        ("{name}{honorific}", ""),
        ("{name} {behind}", ""),
        ("{number}、{name}", ""),
    ),
    "en": (
        ("{honorific} {name}", ""),
        ("{name} ({honorific})", ""),
        ("{name} / {honorific}", ""),
        ("{name}, Ph.D.", ""),
        ("{name} ({native})", "native"),
        ("{behind} {name}", ""),
    ),
}


def name_cells(maker):
    """Names with what forms put beside them, in one manner or in a few."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker, without=("latin", "reading"))
    forms = maker.random.sample((*OF_ANY, *NAME_CELLS[maker.language]), 3)
    for person in people:
        dress(maker, person, *maker.random.choice(forms), kinds)
    put_table(maker, grid, people, kinds)
    return [grid]


BESIDE_NAMES = ("number", "native", "latin", "hanja", "reading", "role", "sex")


def dress(maker, person, form, gives, kinds):
    """Put what stands beside a name into its cell, and what is right of it."""
    words = {key: person.cells.get(key, "") for key in BESIDE_NAMES}
    for key in ("behind", "honorific"):
        words[key] = maker.words.one("cells", key)
    if gives == "role" and "role" in kinds:
        form, gives = "{name}", ""
    truth = person.truths["name"] | person.truths.get(gives, {})
    shown = form.format(name=person.cells["name"], **words)
    person.put("name", shown, **truth)


NAME_AND_POST = ("{name}", "{name}", "{name} ({position})", "{name} {position}")


def several_in_a_cell(maker):
    """A row for each government, all its people in one cell."""
    grid, groups = maker.grid(), maker.delegations(2, 4)
    between = maker.words.one("cells", "between_people")
    is_latin = maker.language == "en"
    form = maker.random.choice(NAME_AND_POST[:-1] if is_latin else NAME_AND_POST)
    rest = [kind for kind in ("number", "note") if maker.chance(0.4)]
    columns = ["government", *rest]
    grid.put_row(0, maker.headings.of([*columns, "people"]))
    for row, group in enumerate(groups, 1):
        cells = cells_of(group[0], columns)
        names = [form.format(**person.cells) for person in group]
        grid.put_row(row, [*cells, between.join(names)])
        maker.expect(group, ["government", "name"])
    return [grid]


def names_to_follow(maker):
    """Seats without names: 미정, 待定, TBD; 외 2명 behind a name or in its own row."""
    grid, groups = maker.grid(), maker.delegations(1, 2)
    kinds = draw_kinds(maker, without=("latin", "reading"))
    people = [person for group in groups for person in group]
    maker.expect(people, kinds)
    rows = [*people]
    for group in groups:
        how = maker.random.choice(("one", "one", "many", "behind"))
        last, count = group[-1], maker.random.randint(2, 4)
        if how == "behind":
            text = maker.words.one("marks", "follow_many", n=count)
            last.cells["name"] = f"{last.cells['name']} {text}"
        else:
            text = maker.words.one("marks", f"follow_{how}", n=count)
            rows.insert(rows.index(last) + 1, nobody(maker, last, text, kinds))
        maker.made.to_follow.append(text)
    grid.put_row(0, maker.headings.of(kinds))
    put_people(grid, rows, kinds, 1)
    return [grid]


def nobody(maker, last, text, kinds):
    """Return a row whose name is to follow; little of it is filled in."""
    seat = maker.inventor.person(last.code, last.cells["government"])
    for kind in {*kinds} - {"number", "government", "position"}:
        seat.put(kind, "")
    seat.put("name", text)
    return seat


def unit_and_post(maker):
    """Government, department and position in one column: 单位及职务."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker, unit=["unit_post"], without=("department", "position"))
    put_table(maker, grid, people, kinds)
    return [grid]


def arrival_with_flight(maker):
    """Day, time and flight in one column."""
    grid, people = maker.grid(), maker.people()
    kinds = [*draw_kinds(maker, without=("arrives", "departs")), "arrives_by"]
    put_table(maker, grid, people, kinds)
    return [grid]


def phones_as_numbers(maker):
    """Phone numbers that are numbers, and look right by the format of their cells."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker, without=("phone",))
    kinds.insert(maker.random.randint(1, len(kinds)), "phone")
    column = kinds.index("phone")
    for row, person in enumerate(people, 1):
        number, form, shown = number_and_format(maker, person.country)
        person.put("phone", number, phone=shown)
        grid.formats[row, column] = form
    put_table(maker, grid, people, kinds)
    return [grid]


def number_and_format(maker, country):
    """Return a phone number as Excel holds it, its format, and how it is shown."""
    rest = maker.random.randint(10_000_000, 99_999_999)
    if country == "CN":
        number = 13_000_000_000 + rest
        return maker.random.choice(
            ((number, "0", str(number)), (86 * 10**11 + number, '"+"0', f"+86{number}"))
        )
    local = (10 if country == "KR" else 90) * 10**8 + rest
    digits = f"0{local}"
    dashed = f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    return maker.random.choice(
        ((local, "000-0000-0000", dashed), (local, "00000000000", digits))
    )


def days_as_dates(maker):
    """Days of arrival and departure that are dates, not text."""
    grid, people = maker.grid(), maker.people()
    kinds = [*draw_kinds(maker, without=("arrives", "departs")), "arrives", "departs"]
    for person in people:
        for kind in ("arrives", "departs"):
            day = dt.date.fromisoformat(person.truths[kind][f"{kind}_on"])
            person.put(kind, day, **person.truths[kind])
    put_table(maker, grid, people, kinds)
    return [grid]


def online_form(maker):
    """What an online form exports: sentences as headings, and when each was sent."""
    grid, people = maker.grid(), maker.people()
    kinds = ["government", "name", "position", "phone", "email", "diet"]
    if maker.language != "en" and maker.chance(0.5):
        kinds.insert(2, "latin")
    for person in people:
        minute = f"10:{person.cells['number']:02}:00"
        person.put("sent", f"2025-09-{maker.random.randint(10, 28)} {minute}")
        person.put("consent", maker.words.all("questions", "yes")[0])
    columns = ["sent", *kinds, "consent"]
    grid.put_row(0, [maker.words.one("questions", kind) for kind in columns])
    put_people(grid, people, columns, 1)
    maker.expect(people, kinds)
    return [grid]
