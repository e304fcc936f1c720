"""Cities and counties that a list names and nobody has entered yet."""

from django.utils.text import slugify

from meetings.models import Government
from meetings.models.governments import Level
from meetings.models.people import SCRIPT_OF
from meetings.sheets.folding import has_native_script
from meetings.sheets.units import DISTRICT, KIND_OF_UNIT, PARTS, split_unit

DISTRICT_KIND = KIND_OF_UNIT[DISTRICT]


def part_to_make(parent, text, name_en):
    """The code and the description of a part of `parent` that a list calls `text`.

    The description is what `answers["new_bodies"]` holds; the code is the parent's
    and the English name's.
    """
    units = split_unit(text)[1] & PARTS
    kind = KIND_OF_UNIT[min(units)] if units else KIND_OF_UNIT["city"]
    native = text.split()[-1] if has_native_script(text) else ""
    language = SCRIPT_OF.get(parent.country.code, "en")[:2]
    names = {f"name_{language}": native} if native else {}
    code = f"{parent.code}-{slugify(name_en)}"[:40]
    about = {"parent": parent.code, "kind": kind, "names": {"name_en": name_en} | names}
    return code, about


def make_parts(batch, rows, act):
    """Make the parts that the rows need; return their codes."""
    new = batch.answers.get("new_bodies", {})
    needed = {row.values.get("government") for row in rows} & new.keys()
    there = Government.objects.filter(code__in=needed).values_list("code", flat=True)
    parents = Government.objects.in_bulk(
        [new[code]["parent"] for code in needed], field_name="code"
    )
    made = [
        Government(
            code=code,
            parent=parents[new[code]["parent"]],
            country_id=parents[new[code]["parent"]].country_id,
            kind=new[code]["kind"],
            level=level_of(new[code]["kind"]),
            **new[code]["names"],
        )
        for code in sorted(needed - set(there))
    ]
    act.insert(made)
    return [government.code for government in made]


def level_of(kind):
    return Level.DISTRICT if kind == DISTRICT_KIND else Level.MUNICIPALITY
