"""Seats of a delegation whose names are to follow: “미정”, “외 2명”.

A list says how many there are; a delegation has that number beside the seats expected.
"""

from meetings.attendee_import.bodies import BODY_FIELDS
from meetings.models import Delegation, ImportBatch
from meetings.models.import_answers import Problem
from meetings.models.imports import ImportStatus
from meetings.spreadsheets.reading import decode_cell


def read_names_to_follow(reading, delegations):
    """Return how many names of each body are to follow, and what nobody can place.

    The first is [{"government": code, "organization": key, "count": 2, "rows": [4]}],
    of which one of code and key is None; the second are warnings.
    """
    seats, warnings = {}, []
    for entry in reading.get("to_follow", ()):
        cells = {
            name: decode_cell(cell)
            for name, cell in entry["cells"].items()
            if name in (*BODY_FIELDS, "country")
        }
        body, _office = delegations.resolve(cells, entry["sheet"], [])
        if body is None:
            details = {"row": entry["row"]}
            warnings.append(Problem("seats_of_nobody", "", entry["text"], [], details))
            continue
        kind = "government" if body.is_government else "organization"
        place = {"government": None, "organization": None, kind: body.key}
        each = seats.setdefault(body.key, place | {"count": 0, "rows": []})
        each["count"] += entry["count"]
        each["rows"].append(entry["row"])
    return [*seats.values()], warnings


def counts_by_body(batch):
    """Return how many names are to follow, by the code or key of the body."""
    return {
        each["government"] or each["organization"]: each["count"]
        for each in batch.to_follow
    }


def set_names_to_follow(batch, bodies, delegations, writer):
    """Write the numbers of the list; return [old, new] by the body's code or key.

    `bodies` are those of whom the list names people: a number that an earlier list gave
    goes when no name is to follow any more, one that staff wrote stays.
    """
    counts = counts_by_body(batch)
    given = given_by_lists(batch)
    changes = {}
    for code in bodies | counts.keys():
        delegation = delegations.get(code)
        old = delegation.names_to_follow if delegation else None
        new = counts.get(code, None if old == given.get(code) else old)
        if delegation and old != new:
            changes[code] = [old, new]
    write_names_to_follow(changes, delegations, writer, new=1)
    return changes


def given_by_lists(batch):
    """Return the number that the last confirmed list gave, by body."""
    confirmed = ImportBatch.objects.filter(
        meeting=batch.meeting, status=ImportStatus.CONFIRMED
    )
    earlier = confirmed.exclude(pk=batch.pk).exclude(to_follow=[])
    given = {}
    for each in earlier.only("to_follow").order_by("closed_at", "pk"):
        given |= counts_by_body(each)
    return given


def restore_names_to_follow(changes, delegations, writer):
    """Write back what a list changed, where nobody has changed it again."""
    untouched = {
        code: pair
        for code, pair in changes.items()
        if code in delegations and delegations[code].names_to_follow == pair[1]
    }
    write_names_to_follow(untouched, delegations, writer, new=0)


def write_names_to_follow(changes, delegations, writer, new):
    """Give delegations the old or the new number of each pair."""
    ids = [delegations[code].pk for code in changes]
    locked = Delegation.objects.filter(pk__in=ids).order_by("pk").select_for_update()
    by_id = {delegation.pk: delegation for delegation in locked}
    for code, pair in changes.items():
        by_id[delegations[code].pk].names_to_follow = pair[new]
    writer.update([*by_id.values()], ["names_to_follow"])
