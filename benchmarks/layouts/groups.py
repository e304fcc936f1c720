"""Tables whose headings stand in two or three rows, under headings of groups."""

from benchmarks.layouts.tables import draw_kinds, put_people, put_title

# The columns that a heading may stand over.
GROUPS = {
    "person": ("name", "latin", "reading", "sex", "birth", "passport"),
    "unit": ("government", "department", "position"),
    "reach": ("phone", "email"),
    "travel": ("arrives", "departs"),
}


def group_of(kind):
    return next((group for group, kinds in GROUPS.items() if kind in kinds), "")


def runs_of(kinds):
    """Return the columns that stand side by side in one group: (group, first, last)."""
    runs = []
    for place, kind in enumerate(kinds):
        group = group_of(kind)
        if group and runs and runs[-1][0] == group:
            runs[-1] = (group, runs[-1][1], place)
        else:
            runs.append((group, place, place))
    return runs


def put_groups(maker, grid, kinds, top):
    """Write headings in two rows, of groups and of columns; return the row below."""
    grid.put_row(top + 1, maker.headings.of(kinds))
    for group, first, last in runs_of(kinds):
        if group and last > first:
            grid.put(top, first, maker.words.one("groups", group))
            grid.merge(top, first, top, last)
            continue
        # A heading without a group stands over both rows.
        for place in range(first, last + 1):
            grid.put(top, place, grid.cells.pop((top + 1, place)))
            grid.merge(top, place, top + 1, place)
    return top + 2


def two_heading_rows(maker):
    """Group headings in merged cells above those of columns."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    top = put_title(maker, grid, len(kinds)) if maker.chance(0.3) else 0
    put_people(grid, people, kinds, put_groups(maker, grid, kinds, top))
    maker.expect(people, kinds)
    return [grid]


def three_heading_rows(maker):
    """One more heading, over all columns or over those behind the first."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    left = maker.random.randint(0, 1)
    grid.put(0, left, maker.words.one("groups", "person"))
    grid.merge(0, left, 0, len(kinds) - 1)
    put_people(grid, people, kinds, put_groups(maker, grid, kinds, 1))
    if left:
        lift_first(grid)
    maker.expect(people, kinds)
    return [grid]


def lift_first(grid):
    """Let the heading of the first column stand over all three rows, if it may."""
    area = (1, 0, 2, 0)
    if area in grid.merged:
        grid.merged.remove(area)
        grid.put(0, 0, grid.cells.pop((1, 0)))
        grid.merge(0, 0, 2, 0)
