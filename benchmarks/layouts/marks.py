"""Who does not come, and who comes how, by marks that lists put."""

from benchmarks.layouts.tables import draw_kinds, put_people, put_table


def split(maker, people):
    """Part people into those who come and one or two who do not."""
    count = min(maker.random.randint(1, 2), len(people) - 1)
    away = maker.random.sample(people, count)
    return [person for person in people if person not in away], away


def attendance_column(maker):
    """A column says who comes: 참석/불참, 出席/欠席, 是/否, Yes/No."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker, without=("mode",))
    coming, away = split(maker, people)
    comes, stays = (maker.words.all("marks", key) for key in ("comes", "stays"))
    pair = maker.random.randrange(len(comes))
    for person in people:
        person.put("attendance", stays[pair] if person in away else comes[pair])
    place = maker.random.randint(1, len(kinds))
    kinds.insert(place, "attendance")
    put_marked(maker, grid, coming, away, people, kinds)
    return [grid]


def put_marked(maker, grid, coming, away, people, kinds):
    """Write all, and tell that only some come."""
    grid.put_row(0, maker.headings.of(kinds))
    put_people(grid, people, kinds, 1)
    maker.expect(coming, kinds)
    maker.expect_away(away)


def away_in_remarks(maker):
    """Remarks say who does not come."""
    grid, people = maker.grid(), maker.people()
    kinds = [*draw_kinds(maker, without=("note", "mode")), "note"]
    coming, away = split(maker, people)
    for person in away:
        person.put("note", maker.words.one("marks", "stays_note"))
    put_marked(maker, grid, coming, away, people, kinds)
    return [grid]


def struck_rows(maker):
    """Who does not come is struck through: the whole row, or the name alone."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    coming, away = split(maker, people)
    put_marked(maker, grid, coming, away, people, kinds)
    is_whole = maker.chance(0.7)
    for row, person in enumerate(people, 1):
        if person in away:
            columns = range(len(kinds)) if is_whole else [kinds.index("name")]
            grid.struck |= {(row, column) for column in columns}
    return [grid]


def hidden_rows(maker):
    """Who does not come is in a row that is hidden."""
    grid, people = maker.grid(), maker.people()
    kinds = draw_kinds(maker)
    coming, away = split(maker, people)
    put_marked(maker, grid, coming, away, people, kinds)
    grid.hidden_rows = {n for n, person in enumerate(people, 1) if person in away}
    return [grid]


def hidden_column(maker):
    """A column of old values is hidden beside the one in sight."""
    grid, people = maker.grid(), maker.people()
    kind = maker.random.choice(("phone", "email", "position"))
    kinds = [*draw_kinds(maker, without=(kind,)), kind]
    for person in people:
        old = maker.inventor.person(person.code, "")
        person.put("old", old.cells[kind])
    place = maker.random.randint(1, len(kinds))
    headings = maker.headings.of(kinds)
    headings.insert(place, maker.headings.one(kind))
    kinds.insert(place, "old")
    grid.put_row(0, headings)
    put_people(grid, people, kinds, 1)
    maker.expect(people, kinds)
    grid.hidden_columns = {place}
    return [grid]


def modes_by_marks(maker):
    """Two columns, of which one is ticked: in person, or online."""
    grid, people = maker.grid(), maker.people()
    kinds = [*draw_kinds(maker, without=("mode",)), "in_person", "online"]
    tick, untick = (maker.words.one("marks", key) for key in ("tick", "untick"))
    for person in people:
        mode = person.truths["mode"]["mode"]
        for column in ("in_person", "online"):
            person.put(column, tick if mode == column else untick)
        person.truths["in_person"] = {"mode": mode}
    put_table(maker, grid, people, kinds)
    return [grid]
