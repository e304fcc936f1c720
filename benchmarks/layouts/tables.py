"""Tables: which columns there are, and how headings and rows stand on the sheet."""

# The columns that a list has beside name and government, and how often.
POST = {"department": 0.5, "position": 0.85}
REST = {
    "role": 0.35,
    "mode": 0.25,
    "sex": 0.15,
    "birth": 0.08,
    "passport": 0.08,
    "phone": 0.6,
    "email": 0.55,
    "arrives": 0.2,
    "departs": 0.2,
    "hotel": 0.1,
    "diet": 0.2,
    "note": 0.3,
}
MERGES = ("xlsx", "html", "spreadsheetml")


def draw_kinds(maker, unit=("government",), without=()):
    """Return the kinds of a list's columns, in an order that lists have."""
    numbers = ["number"] if maker.chance(0.6) else []
    post = [kind for kind, odds in POST.items() if maker.chance(odds)]
    names = name_kinds(maker)
    front = [*names, *unit, *post] if maker.chance(0.5) else [*unit, *names, *post]
    rest = [kind for kind, odds in REST.items() if maker.chance(odds)]
    return [kind for kind in [*numbers, *front, *rest] if kind not in without]


def name_kinds(maker):
    kinds = ["name"]
    if maker.language == "ja" and maker.chance(0.4):
        kinds.append("reading")
    if maker.language != "en" and maker.chance(0.35):
        kinds.append("latin")
    return kinds


def few_kinds(maker, unit=("government",)):
    """Return the kinds of a narrow list: name, government, position, little more."""
    kinds = ["number"] if maker.chance(0.5) else []
    unit = [*unit, "position"]
    kinds += ["name", *unit] if maker.chance(0.5) else [*unit, "name"]
    return kinds + [kind for kind in ("phone", "email") if maker.chance(0.3)]


def cells_of(person, kinds):
    return [person.cells[kind] for kind in kinds]


def put_people(grid, people, kinds, top, left=0):
    """Write a row for each person; return the row below them."""
    for row, person in enumerate(people, top):
        grid.put_row(row, cells_of(person, kinds), left)
    return top + len(people)


def put_table(maker, grid, people, kinds, top=0, left=0):
    """Write headings and people, who are expected; return the row below."""
    grid.put_row(top, maker.headings.of(kinds), left)
    maker.expect(people, kinds)
    return put_people(grid, people, kinds, top + 1, left)


def put_title(maker, grid, width, key="list"):
    """Write a title, and perhaps lines below it; return the row for what follows."""
    grid.put(0, 0, maker.words.one("titles", key))
    if maker.chance(0.6):
        grid.merge(0, 0, 0, width - 1)
    lines = maker.words.several("titles", "above", 2)
    grid.put_column(0, lines, top=1)
    return 1 + len(lines) + maker.random.randint(0, 1)


def put_ending(maker, grid, people, top, width):
    """Write a total and notes below a table, or one of them, or nothing."""
    row = top
    if maker.chance(0.4):
        total = maker.words.one("titles", "totals", n=len(people))
        grid.put(row, 0, total)
        if "{" not in total and not any(map(str.isdigit, total)) and maker.chance(0.6):
            grid.put(row, width - 1, len(people))
        row += 1
    row += maker.random.randint(0, 1)
    grid.put_column(0, maker.words.several("titles", "below", 2), top=row)


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
