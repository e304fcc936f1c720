"""Naughty texts in every field of a list come back by the shell as they were sent."""

import io
import re
import unicodedata

import pytest
from django.core.management import call_command

from meetings import spreadsheets
from meetings.attendee_import.values import MAY_SAY_NONE, means_blank
from meetings.exports import LISTINGS
from meetings.models import Attendee, Person
from tests.factories import make_delegation, make_government, make_meeting, make_series
from tests.naughty import NAUGHTY

pytestmark = pytest.mark.django_db

LISTING = LISTINGS["attendees"]
OF_PERSON = ("native_name", "family_name", "given_name", "reading", "phone")
OF_ATTENDEE = ("position", "department", "languages", "dietary", "lodging", "note")
FIELDS = (*OF_PERSON, *OF_ATTENDEE)
WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a＋＠]")
COLUMNS = [f"person__{name}" for name in OF_PERSON] + [*OF_ATTENDEE]


def kept(name, text):
    """A text as the rules of the import keep it; all are composed (NFC).

    Names and numbers have one blank for each run of blanks and line ends, and none at
    the ends; numbers are narrow. Other texts have no blanks at the ends, and are one
    line, but for remarks.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if name == "phone":
        text = WIDE.sub(lambda c: chr(ord(c[0]) - 0xFEE0), text)
    if name in OF_PERSON:
        return " ".join(text.split())
    if name != "note":
        text = re.sub(r"[ \u3000]*\n+[ \u3000]*", " ", text)
    return text.strip(" \u3000\u00a0")


def is_allowed(name, text):
    """Whether a field takes the text: it may be too long, or say “none”."""
    field = (Person if name in OF_PERSON else Attendee)._meta.get_field(name)
    is_none = name in MAY_SAY_NONE and means_blank(text)
    return len(text) <= (field.max_length or len(text)) and not is_none


@pytest.fixture(autouse=True)
def meeting():
    """One attendee for each text, who has it in each field that takes it."""
    meeting = make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
    delegation = make_delegation(meeting, government=make_government("KR-47"))
    people, attendees = [], []
    for text in NAUGHTY:
        fields = {name: text for name in FIELDS if is_allowed(name, text)}
        own = {name: fields.pop(name, "") for name in OF_PERSON}
        people.append(Person(**own | {"native_name": own["native_name"] or "견본"}))
        attendees.append(
            Attendee(
                person=people[-1], delegation=delegation, meeting=meeting, **fields
            )
        )
    for person in people:
        person.derive()
    Person.objects.bulk_create(people)
    Attendee.objects.bulk_create(attendees)
    return meeting


def texts_of(meeting):
    """The fields of each attendee, in the order in which they were registered."""
    rows = meeting.attendees.order_by("pk").values_list(*COLUMNS)
    return [dict(zip(FIELDS, row, strict=True)) for row in rows]


def export(meeting, path, without=()):
    keys = [
        key
        for key in LISTING.allowed_columns(with_sensitive=True)
        if key not in without
    ]
    columns = LISTING.choose_columns(keys, with_sensitive=True)
    items = meeting.attendees.order_by("pk")
    with path.open("wb") as file:
        spreadsheets.write_as(
            path.suffix[1:], file, [LISTING.sheet("List", items, columns)]
        )


def commit(path):
    """What the command says of the list, first of all how many rows changed."""
    out = io.StringIO()
    call_command("import_attendees", "tlgec-27", str(path), "--commit", stdout=out)
    return out.getvalue().splitlines()[0]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_list_of_naughty_texts_changes_nothing(meeting, tmp_path, suffix):
    path = tmp_path / f"list.{suffix}"
    before = texts_of(meeting)
    export(meeting, path)

    said = commit(path)

    rows = len(NAUGHTY)
    assert said == (
        f"list.{suffix}: {rows} rows, 0 new, 0 changed, {rows} unchanged, 0 problems,"
        " 0 left_out, 0 skipped, 0 missing."
    )
    assert texts_of(meeting) == before


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_list_of_naughty_texts_restores_them_all(meeting, tmp_path, suffix):
    path = tmp_path / f"list.{suffix}"
    before = texts_of(meeting)
    export(meeting, path)
    blanks = dict.fromkeys(OF_PERSON, "") | {"native_name": "x"}
    Person.objects.update(**blanks, native_key="x", latin_key="")
    meeting.attendees.update(**dict.fromkeys(OF_ATTENDEE, ""))

    commit(path)

    assert texts_of(meeting) == [
        {name: kept(name, text) for name, text in fields.items()} for fields in before
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_naughty_texts_beside_names_register_newcomers(meeting, tmp_path, suffix):
    path = tmp_path / f"list.{suffix}"
    name_plainly(Person.objects.order_by("pk"))
    before = texts_of(meeting)
    export(meeting, path, without=["reference"])
    meeting.attendees.all().delete()
    Person.objects.all().delete()

    commit(path)

    for fields in before:
        if "E+" in fields["phone"]:  # a spreadsheet has cut digits off
            fields["phone"] = ""
    assert texts_of(meeting) == [
        {name: kept(name, text) for name, text in fields.items()} for fields in before
    ]


def name_plainly(people):
    """Give each person a name in the own script that nobody else has."""
    for n, person in enumerate(people):
        person.native_name = f"김{chr(0xAC00 + n)}"
        person.family_name, person.given_name = "Kim", f"Sample{n}"
        person.derive()
    names = ["native_name", "family_name", "given_name", "native_key", "latin_key"]
    Person.objects.bulk_update(people, names)
