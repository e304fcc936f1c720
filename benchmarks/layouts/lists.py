"""Tables of people: one, several, or one in parts; upright or on their side."""

from benchmarks.layouts.tables import (
    cells_of,
    draw_kinds,
    few_kinds,
    put_ending,
    put_people,
    put_table,
    put_title,
)


def plain(maker):
    """Headings in the first row, a person in each row below."""
    grid = maker.grid()
    put_table(maker, grid, maker.people(), draw_kinds(maker))
    return [grid]


def titles_above(maker):
    """A title and notes above, a total and notes below."""
    grid, kinds, people = maker.grid(), draw_kinds(maker), maker.people()
    top = put_title(maker, grid, len(kinds))
    below = put_table(maker, grid, people, kinds, top)
    put_ending(maker, grid, people, below, len(kinds))
    return [grid]


def of_one_delegation(maker):
    """No column for the government: staff say whose list it is."""
    grid = maker.grid()
    people = maker.people(1, 1)
    maker.expect_delegation(people[0].code)
    put_table(maker, grid, people, draw_kinds(maker, unit=()))
    return [grid]


def side_by_side(maker):
    """The same columns twice or three times, beside one another."""
    grid, kinds, people = maker.grid(), few_kinds(maker), maker.people(2, 3)
    blocks = maker.random.choice((2, 2, 3))
    gap = maker.random.randint(0, 1)
    size = -(-len(people) // blocks)
    headings = maker.headings.of(kinds)
    top = put_title(maker, grid, len(kinds)) if maker.chance(0.4) else 0
    for block in range(blocks):
        left = block * (len(kinds) + gap)
        grid.put_row(top, headings, left)
        some = people[block * size : (block + 1) * size]
        put_people(grid, some, kinds, top + 1, left)
    maker.expect(people, kinds)
    return [grid]


def names_in_two_columns(maker):
    """Family and given name apart, in own script, in Latin letters, or in both."""
    grid, people = maker.grid(), maker.people()
    names = ["family", "given"]
    if maker.language != "en":
        names = maker.random.choice(
            (
                names,
                [*names, "latin_family", "latin_given"],
                ["name", "latin_family", "latin_given"],
            )
        )
    kinds = draw_kinds(maker, without=("name", "latin"))
    place = 1 if kinds[0] == "number" else 0
    kinds[place:place] = names
    put_table(maker, grid, people, kinds)
    return [grid]


def shared_cells(maker):
    """What a delegation shares stands once: its government, often its number."""
    grid, groups = maker.grid(), maker.delegations(2, 3)
    kinds = [k for k in draw_kinds(maker) if k not in ("number", "government")]
    is_numbered = maker.chance(0.5)
    shared = ["number", "government"] if is_numbered else ["government"]
    columns = shared + kinds
    grid.put_row(0, maker.headings.of(columns))
    row = 1
    for number, group in enumerate(groups, 1):
        put_people(grid, group, kinds, row, len(shared))
        body = group[0].cells["government"]
        grid.put_row(row, [number, body] if is_numbered else [body])
        for column in range(len(shared)):
            grid.merge(row, column, row + len(group) - 1, column)
        row += len(group)
        maker.expect(group, ["government", *kinds])
    return [grid]


def sections(maker):
    """A line with the government above its people, and often a total below."""
    grid, groups = maker.grid(), maker.delegations(2, 3)
    kinds = draw_kinds(maker, unit=())
    headings, form = (
        maker.headings.of(kinds),
        maker.words.one("titles", "sections", body="{body}", n="{n}"),
    )
    repeats, has_totals = maker.chance(0.4), maker.chance(0.4)
    row = put_title(maker, grid, len(kinds)) if maker.chance(0.4) else 0
    if not repeats:
        grid.put_row(row, headings)
        row += 1
    for group in groups:
        line = form.format(body=group[0].cells["government"], n=len(group))
        grid.put(row, 0, line)
        grid.merge(row, 0, row, len(kinds) - 1)
        row += 1
        if repeats:
            grid.put_row(row, headings)
            row += 1
        row = put_people(grid, group, kinds, row)
        if has_totals:
            grid.put(row, 0, maker.words.one("titles", "totals", n=len(group)))
            row += 1
        maker.expect(group, ["government", *kinds])
    return [grid]


def sheet_per_delegation(maker):
    """A sheet for each government, which its column, its title or its name tells."""
    how = maker.random.choice(("column", "column", "title", "name"))
    kinds = draw_kinds(maker, unit=["government"] if how == "column" else [])
    headings = maker.headings.of(kinds)
    grids = []
    for group in maker.delegations(2, 4):
        body = group[0].cells["government"]
        grid = maker.grid(body)
        top = 0
        if how == "title":
            grid.put(
                0, 0, maker.words.one("titles", "sections", body=body, n=len(group))
            )
            top = maker.random.randint(1, 2)
        grid.put_row(top, headings)
        put_people(grid, group, kinds, top + 1)
        maker.expect(group, ["government", *kinds])
        grids.append(grid)
    return grids


def on_its_side(maker):
    """Labels in the first column, a person in each further one."""
    grid, people = maker.grid(), maker.people(1, 2)
    kinds = draw_kinds(maker)
    top = put_title(maker, grid, len(people) + 1) if maker.chance(0.3) else 0
    grid.put_column(0, maker.headings.of(kinds), top)
    for column, person in enumerate(people, 1):
        grid.put_column(column, cells_of(person, kinds), top)
    maker.expect(people, kinds)
    return [grid]


def governments_by_code(maker):
    """The government by its code, as our own lists have it."""
    grid, people = maker.grid(), maker.people()
    for person in people:
        person.put("code", person.code, government=person.code)
    put_table(maker, grid, people, draw_kinds(maker, unit=["code"]))
    return [grid]


def reading_row_above(maker):
    """Two rows a person: the reading in small above the name, all else over both."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker, without=("reading",))
    name = kinds.index("name")
    headings = maker.headings.of(kinds)
    headings[name] = maker.headings.one("reading")
    grid.put_row(0, headings)
    grid.put(1, name, maker.headings.one("name"))
    for n, person in enumerate(people, 1):
        cells = cells_of(person, kinds)
        cells[name] = person.cells["reading"]
        grid.put_row(2 * n, cells)
        grid.put(2 * n + 1, name, person.native)
    for row in range(0, 2 * len(people) + 2, 2):
        for column in {*range(len(kinds))} - {name}:
            grid.merge(row, column, row + 1, column)
    maker.expect(people, [*kinds, "reading"])
    return [grid]
