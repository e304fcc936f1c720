"""Cities, counties and organisations that a list names and nobody has entered yet."""

from django.utils.text import slugify

from meetings.models import Government, Organization
from meetings.models.governments import Level
from meetings.models.organizations import OrganizationKind
from meetings.models.people import SCRIPT_OF
from meetings.text.folding import has_native_script
from meetings.text.units import CITY, DISTRICT, KIND_OF_UNIT, PARTS, split_unit

LONGEST_CODE = 40


def part_to_make(parent, text, name_en):
    """The code and the description of a part of `parent` that a list calls `text`.

    The description is what `answers["new_bodies"]` holds; the code is the parent's
    and the English name's.
    """
    units = split_unit(text)[1] & PARTS
    native = text.split()[-1] if has_native_script(text) else ""
    language = SCRIPT_OF.get(parent.country.code, "en")[:2]
    names = {"name_en": name_en} | ({f"name_{language}": native} if native else {})
    code = f"{parent.code}-{slugify(name_en)}"[:LONGEST_CODE]
    kind = KIND_OF_UNIT[min(units, default=CITY)]
    return code, {"parent": parent.code, "kind": kind, "names": names}


def organization_to_make(name_en):
    """The key and the description of an organisation, as `part_to_make`."""
    key = slugify(name_en)[:LONGEST_CODE]
    return key, {"parent": "", "kind": "", "names": {"name_en": name_en}}


def make_newcomers(batch, rows, act):
    """Make the bodies that the rows need; return their codes and their keys."""
    new = batch.answers.get("new_bodies", {})
    codes = {row.values.get("government") for row in rows} & new.keys()
    keys = {row.values.get("organization") for row in rows} & new.keys()
    there = Government.objects.filter(code__in=codes).values_list("code", flat=True)
    parents = Government.objects.in_bulk(
        [new[code]["parent"] for code in codes], field_name="code"
    )
    made = {code: new[code] for code in sorted(codes - set(there))}
    act.insert([part(code, about, parents) for code, about in made.items()])
    there = Organization.objects.filter(key__in=keys).values_list("key", flat=True)
    founded = sorted(keys - set(there))
    act.insert([organization(key, new[key]) for key in founded])
    return list(made), founded


def part(code, about, parents):
    parent = parents[about["parent"]]
    is_district = about["kind"] == KIND_OF_UNIT[DISTRICT]
    return Government(
        code=code,
        parent=parent,
        country_id=parent.country_id,
        kind=about["kind"],
        level=Level.DISTRICT if is_district else Level.MUNICIPALITY,
        **about["names"],
    )


def organization(key, about):
    return Organization(key=key, kind=OrganizationKind.OTHER, **about["names"])
