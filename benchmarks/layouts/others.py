"""Columns and rows that are about somebody else: contact, family, samples."""

from benchmarks.layouts.grids import Grid
from benchmarks.layouts.tables import draw_kinds, put_people, put_table

OTHERS = (
    ("contact_name", "contact_phone", "contact_email"),
    ("contact_name", "contact_phone"),
    ("emergency_name", "emergency_phone"),
    ("emergency_phone",),
    ("spouse",),
)


def contact_officer(maker):
    """Columns of a contact officer, for emergencies or of a spouse beside the own."""
    grid, groups = maker.grid(), maker.delegations()
    kinds = draw_kinds(maker)
    theirs = maker.random.choice(OTHERS)
    place = maker.random.choice((0, len(kinds), len(kinds)))
    for group in groups:
        add_other(maker, group)
    people = [person for group in groups for person in group]
    columns = [*kinds[:place], *theirs, *kinds[place:]]
    put_table(maker, grid, people, columns)
    return [grid]


def add_other(maker, group):
    """Give a delegation a contact officer, who does not come."""
    other = maker.inventor.person(group[0].code, "")
    for person in group:
        for whose in ("contact", "emergency"):
            for what in ("name", "phone", "email"):
                person.put(f"{whose}_{what}", other.cells[what])
        # Few bring somebody along.
        person.put("spouse", other.cells["name"] if person.is_head else "")


def contact_in_a_group(maker):
    """The same words under two headings: those of the contact, and the own."""
    grid, groups = maker.grid(), maker.delegations()
    theirs, own = ["name", "phone", "email"], ["name", "position", "phone", "email"]
    comes_first = maker.chance(0.5)
    left = 1 + (len(theirs) if comes_first else 0)
    right = 1 + (0 if comes_first else len(own))
    grid.put(0, 0, maker.headings.one("government"))
    grid.merge(0, 0, 1, 0)
    headings = dict(zip(own, maker.headings.of(own), strict=True))
    for key, first, kinds in (("contact", right, theirs), ("person", left, own)):
        grid.put(0, first, maker.words.one("groups", key))
        grid.merge(0, first, 0, first + len(kinds) - 1)
        grid.put_row(1, [headings[kind] for kind in kinds], first)
    row = 2
    for group in groups:
        other = maker.inventor.person(group[0].code, "")
        for person in group:
            grid.put(row, 0, person.cells["government"])
            put_people(grid, [other], theirs, row, right)
            row = put_people(grid, [person], own, row, left)
        maker.expect(group, ["government", *own])
    return [grid]


def sample_row(maker):
    """A sample in the first row, marked as one in its number, its name or a remark."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    mark = maker.words.one("titles", "sample")
    sample = sample_person(maker, people[0].code)
    place = maker.random.choice(("number", "note", "name"))
    if place in kinds:
        shown = f"{mark} {sample.cells['name']}" if place == "name" else mark
    else:
        kinds, place, shown = ["number", *kinds], "number", mark
    sample.cells[place] = shown
    grid.put_row(0, maker.headings.of(kinds))
    put_people(grid, [sample, *people], kinds, 1)
    maker.expect(people, kinds)
    return [grid]


def sample_person(maker, code):
    """Return somebody with the name that samples have in this language."""
    sample = maker.inventor.person(code, maker.inventor.body_of(code))
    native, latin = maker.words.all("cells", "sample_names")
    sample.cells |= {"native": native, "name": native, "latin": latin}
    return sample


def other_sheet(maker):
    """Beside the list a sheet of an earlier year, of samples, or of codes."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    put_table(maker, grid, people, kinds)
    beside = maker.random.choice((old_sheet, sample_sheet, codes_sheet))
    grids = [grid, beside(maker, people, kinds)]
    return grids[::-1] if maker.chance(0.3) else grids


def old_sheet(maker, people, kinds):
    """Return the list of another year: others, who must not come unasked."""
    grid = Grid(maker.words.one("titles", "old_sheet"))
    grid.put_row(0, maker.headings.of(kinds))
    others = [maker.inventor.person(p.code, p.cells["government"]) for p in people]
    put_people(grid, others, kinds, 1)
    maker.made.asks = True
    return grid


def sample_sheet(maker, people, kinds):
    grid = Grid(maker.words.one("titles", "sample_sheet"))
    grid.put_row(0, maker.headings.of(kinds))
    put_people(grid, [sample_person(maker, people[0].code)], kinds, 1)
    maker.made.asks = True
    return grid


def codes_sheet(maker, people, kinds):
    """Return a long sheet of choices: no list of people."""
    grid = Grid(maker.words.one("titles", "codes_sheet"))
    choices = [maker.words.all("cells", key) for key in ("positions", "departments")]
    grid.put_row(0, [maker.headings.one(kind) for kind in ("position", "department")])
    for row in range(1, maker.random.choice((10, 60, 400))):
        grid.put_row(row, [words[row % len(words)] for words in choices])
    return grid
