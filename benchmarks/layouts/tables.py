"""Which columns a table has, and how its headings and rows come onto the sheet."""

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
