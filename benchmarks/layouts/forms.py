"""Forms of labels and values: one person, several sheets, companions, cards."""

from benchmarks.layouts.tables import few_kinds, put_people

UNIT = ("government", "department", "position")
# What a form asks of a person beside unit and name, and how often.
ASKED = {
    "latin": 0.4,
    "sex": 0.3,
    "birth": 0.2,
    "passport": 0.1,
    "phone": 0.9,
    "email": 0.8,
    "arrives": 0.4,
    "departs": 0.4,
    "diet": 0.5,
    "note": 0.4,
}


def draw_labels(maker, unit=UNIT):
    """Return the kinds that a form asks for, in the order of its labels."""
    names = ["name"]
    if maker.language == "ja" and maker.chance(0.5):
        names = maker.random.choice((["reading", "name"], ["name", "reading"]))
    rest = [
        kind
        for kind, odds in ASKED.items()
        if maker.chance(odds) and (kind, maker.language) != ("latin", "en")
    ]
    front = [*unit, *names] if maker.chance(0.6) else [*names, *unit]
    return front + rest


def put_pairs(grid, labels, values, top, left=0, across=1, span=1):
    """Write labels with values to their right, so many pairs a row.

    A value spans so many columns. Return the row below.
    """
    for place, (label, value) in enumerate(zip(labels, values, strict=True)):
        row, column = top + place // across, left + place % across * (1 + span)
        grid.put(row, column, label)
        grid.put(row, column + 1, value)
        grid.merge(row, column + 1, row, column + span)
    return top - (-len(labels) // across)


def put_form(maker, grid, person, kinds, look):
    """Write the form of a person, with the contact officer's part below it."""
    labels, across, group, has_contact, contact_labels = look
    width = across * 2 + (1 if group else 0)
    grid.put(0, 0, maker.words.one("titles", "form"))
    grid.merge(0, 0, 0, width - 1)
    top = maker.random.randint(1, 2)
    left = 1 if group else 0
    values = [person.cells[kind] for kind in kinds]
    row = put_pairs(grid, labels, values, top, left, across)
    if group:
        grid.put(top, 0, group)
        grid.merge(top, 0, row - 1, 0)
    if has_contact:
        row = put_contact(maker, grid, person, row, contact_labels, left)
    grid.put_column(0, maker.words.several("titles", "signed", 3), row + 1)


def put_contact(maker, grid, person, row, labels, left):
    """Write who to ask about the form, who does not come; return the row below."""
    other = maker.inventor.person(person.code, "")
    below = put_pairs(grid, labels, other_values(other), row, left)
    if left:
        grid.put(row, 0, maker.words.one("groups", "contact"))
        grid.merge(row, 0, below - 1, 0)
    return below


def other_values(other):
    return [other.cells[kind] for kind in ("name", "phone", "email")]


def draw_look(maker, kinds):
    """Return what the forms of one file have in common."""
    group = maker.words.one("groups", "person") if maker.chance(0.3) else ""
    across = maker.random.choice((1, 1, 2))
    # Below a group of their own, the contact officer's labels may be the plain ones.
    prefix = "" if group and maker.chance(0.5) else "contact_"
    contact = [f"{prefix}{kind}" for kind in ("name", "phone", "email")]
    return (
        maker.headings.of(kinds),
        across,
        group,
        maker.chance(0.4),
        maker.headings.of(contact),
    )


def form_alone(maker):
    """One form, of one person."""
    grid, kinds = maker.grid(), draw_labels(maker)
    (person,) = maker.inventor.delegation(1)
    put_form(maker, grid, person, kinds, draw_look(maker, kinds))
    maker.expect([person], kinds)
    return [grid]


def form_per_sheet(maker):
    """The same form on each sheet, a person each."""
    people, kinds = maker.people(1, 2), draw_labels(maker)
    look = draw_look(maker, kinds)
    has_names = maker.chance(0.5)
    grids = []
    for person in people:
        name = person.cells["name"] if has_names else str(person.cells["number"])
        grids.append(maker.grid(name))
        put_form(maker, grids[-1], person, kinds, look)
    maker.expect(people, kinds)
    return grids


def form_with_companions(maker):
    """A form of the head, and a table of companions below it."""
    grid, kinds = maker.grid(), draw_labels(maker)
    people = maker.inventor.delegation(maker.random.randint(2, 5))
    columns = few_kinds(maker, unit=())
    grid.put(0, 0, maker.words.one("titles", "form"))
    head, *others = people
    row = put_pairs(grid, maker.headings.of(kinds), [head.cells[k] for k in kinds], 2)
    maker.expect([head], kinds)
    put_below(maker, grid, others, columns, row)
    return [grid]


def put_below(maker, grid, people, columns, row):
    """Write the table below a form, whose government is that of the form."""
    row += maker.random.randint(0, 1)
    grid.put(row, 0, maker.words.one("titles", "companions"))
    grid.put_row(row + 1, maker.headings.of(columns))
    put_people(grid, people, columns, row + 2)
    maker.expect(people, ["government", *columns])


def receipt(maker):
    """The unit and who to ask above, those who come in a table below (回执)."""
    grid = maker.grid()
    people = maker.inventor.delegation(maker.random.randint(2, 5))
    other = maker.inventor.person(people[0].code, "")
    labels = maker.headings.of(
        ["government", "contact_name", "contact_phone", "contact_email"]
    )
    values = [people[0].cells["government"], *other_values(other)]
    grid.put(0, 0, maker.words.one("titles", "form"))
    across = maker.random.choice((1, 2, 2))
    row = put_pairs(grid, labels, values, 1, across=across)
    row += maker.random.randint(0, 1)
    columns = few_kinds(maker, unit=())
    grid.put_row(row, maker.headings.of(columns))
    put_people(grid, people, columns, row + 1)
    maker.expect(people, ["government", *columns])
    return [grid]


def cards(maker):
    """A card of labels and values for each person, one below the other."""
    grid, people, kinds = maker.grid(), maker.people(1, 2), draw_labels(maker)
    labels = maker.headings.of(kinds)
    across = maker.random.choice((1, 1, 2))
    row, gap = 0, maker.random.randint(1, 2)
    for person in people:
        values = [person.cells[kind] for kind in kinds]
        row = gap + put_pairs(grid, labels, values, row, across=across)
    maker.expect(people, kinds)
    return [grid]
