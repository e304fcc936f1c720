"""Carry out what staff answered: bodies are made, and meanings of texts remembered."""

from django.utils.text import slugify

from meetings.models import Alias, Government, Organization
from meetings.models.aliases import AliasKind
from meetings.models.countries import language_of
from meetings.models.government_choices import Level
from meetings.models.import_answers import NewBody
from meetings.models.organizations import OrganizationKind
from meetings.spreadsheets.vocabulary import NOT_KEPT
from meetings.text.folding import fold, has_native_script
from meetings.text.units import CITY, DISTRICT, KIND_OF_UNIT, PARTS, split_unit

LONGEST_CODE = 40  # of `Government.code` and `Organization.key`
LONGEST_TEXT = 200  # of `Alias.text`


def new_part_of(parent, text, name_en):
    """Return the code and the NewBody of a part of `parent` that a list calls `text`.

    The code is made of the parent's and of the English name.
    """
    units = split_unit(text)[1] & PARTS
    # Of 경상북도 구미시 the last word is the part's own name.
    native = text.split()[-1] if has_native_script(text) else ""
    language = language_of(parent.country) or "en"
    names = {"name_en": name_en} | ({f"name_{language}": native} if native else {})
    code = f"{parent.code}-{slugify(name_en)}"[:LONGEST_CODE]
    kind = KIND_OF_UNIT[min(units, default=CITY)]
    return code, NewBody(parent.code, kind, names)


def new_organization(name_en):
    """Return the key and the NewBody of an organisation."""
    return slugify(name_en)[:LONGEST_CODE], NewBody(names={"name_en": name_en})


def make_new_bodies(batch, rows, writer):
    """Make the bodies that the rows need; return their codes and their keys.

    Somebody else may have made one of them since it was answered; that one is used.
    """
    new = batch.answers.new_bodies
    codes = {row.values.get("government") for row in rows} & new.keys()
    keys = {row.values.get("organization") for row in rows} & new.keys()
    existing = Government.objects.filter(code__in=codes).values_list("code", flat=True)
    parents = Government.objects.in_bulk(
        [new[code].parent for code in codes], field_name="code"
    )
    new_codes = sorted(codes - set(existing))
    writer.insert([build_government(code, new[code], parents) for code in new_codes])
    existing = Organization.objects.filter(key__in=keys).values_list("key", flat=True)
    new_keys = sorted(keys - set(existing))
    writer.insert([build_organization(key, new[key]) for key in new_keys])
    return new_codes, new_keys


def build_government(code, new_body, parents):
    parent = parents[new_body.parent]
    is_district = new_body.kind == KIND_OF_UNIT[DISTRICT]
    return Government(
        code=code,
        parent=parent,
        country_id=parent.country_id,
        kind=new_body.kind,
        level=Level.DISTRICT if is_district else Level.MUNICIPALITY,
        **new_body.names,
    )


def build_organization(key, new_body):
    return Organization(key=key, kind=OrganizationKind.OTHER, **new_body.names)


def remember_answers(batch, writer):
    """Remember the answers that hold for any list; return those that are new.

    Which of two governments of one name was meant holds for this list only. What is
    remembered already is left as it is, so that undoing takes back nobody else's.
    """
    remembered = set(Alias.objects.values_list("kind", "text"))
    meanings = {
        (kind, text): value
        for kind, text, value in (
            *meanings_of_texts(batch),
            *meanings_of_headings(batch),
        )
        if (kind, text) not in remembered
    }
    new = [Alias(kind=kind, text=text, value=v) for (kind, text), v in meanings.items()]
    writer.insert(new)
    return [[alias.kind, alias.text] for alias in new]


def meanings_of_texts(batch):
    """Yield (kind, folded text, meaning) of the answers worth remembering."""
    for kind, text, value in batch.answers.lasting_meanings():
        if len(text) <= LONGEST_TEXT:
            yield kind, text, value


def meanings_of_headings(batch):
    """Yield (kind, folded heading, field) of the columns that staff mapped."""
    mapping = batch.choices.mapping
    for column in batch.reading["columns"]:
        text = fold(column["header"])
        if text and column["index"] in mapping:
            field = mapping[column["index"]] or NOT_KEPT
            yield AliasKind.HEADER.value, text, field


def forget_answers(remembered, writer):
    """Take back what `remember_answers` returned, but for what was edited since."""
    for kind, text in remembered:
        writer.delete(list(Alias.objects.filter(kind=kind, text=text, version=1)))
