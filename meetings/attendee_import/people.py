"""Whom the rows of a list may be: attendees of the meeting, and people on record."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Appointment, Attendee, ListedValues, Person
from meetings.models.import_answers import Problem
from meetings.text.folding import fold

# Databases limit the parameters of a query, SQLite to 32,766.
KEYS_PER_QUERY = 5_000
BODY_PATHS = ("government__code", "organization__key")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a row says of who it is; names are folded."""

    native_key: str
    latin_key: str
    email: str
    country: str

    @property
    def has_name(self):
        return bool(self.native_key or self.latin_key)


@dataclass(slots=True)
class PersonMatch:
    """A person that a row may be, and the attendee that they are, if they are one.

    `bodies` are the codes and keys of those whom they attended or held an office for.
    `listed` is what the last list said of the attendee. Who is of the record has a name
    that the public reads.
    """

    person_key: str
    person_version: int
    native_key: str
    latin_key: str
    country: str
    values: dict
    bodies: set = field(default_factory=set)
    reference: str = ""
    attendee_version: int | None = None
    rank: int | None = None
    is_of_record: bool = False
    listed: dict = field(default_factory=dict)

    @property
    def is_attendee(self):
        return bool(self.reference)

    def contradicts(self, native_key, latin_key):
        """Whether a name in the same script is another one."""
        pairs = ((native_key, self.native_key), (latin_key, self.latin_key))
        return any(theirs and own and theirs != own for theirs, own in pairs)

    def has_email_of(self, identity):
        email = self.values["email"]
        return bool(email) and email.casefold() == identity.email.casefold()


class PeoplePool:
    """People who are found by name and body, or by e-mail and name."""

    def __init__(self):
        self.by_person = {}
        self.by_native = defaultdict(list)
        self.by_latin = defaultdict(list)

    def add(self, match):
        self.by_person[match.person_key] = match
        if match.native_key:
            self.by_native[match.native_key].append(match)
        if match.latin_key:
            self.by_latin[match.latin_key].append(match)

    def find(self, identity, body):
        """Return those whom a row of a body can mean, by the strongest evidence.

        Never by e-mail alone: assistants register several people with their own.
        """
        native = self.by_native.get(identity.native_key, ())
        latin = self.by_latin.get(identity.latin_key, ())
        latin = [m for m in latin if not m.contradicts(identity.native_key, "")]
        named = unique_people(*native, *latin)
        return (
            narrow_by_latin_name([m for m in native if body in m.bodies], identity)
            or [m for m in latin if body in m.bodies]
            or [m for m in named if m.has_email_of(identity)]
        )

    def namesakes(self, identity):
        """Return those of the same name in other bodies whom it may be, too."""
        same_name = self.by_native.get(identity.native_key) or [
            m for m in self.by_latin.get(identity.latin_key, ()) if not m.native_key
        ]
        return [
            match
            for match in same_name
            if not match.contradicts(identity.native_key, identity.latin_key)
            and (not identity.country or match.country in ("", identity.country))
        ]


def unique_people(*matches):
    """Return each person once, whatever they were found by."""
    return {match.person_key: match for match in matches}.values()


def narrow_by_latin_name(matches, identity):
    """Keep those of the same Latin name; all of them where there are none.

    Romanisations vary (Gyeongbuk, Kyungpook), so another one excludes nobody alone.
    """
    return [m for m in matches if not m.contradicts("", identity.latin_key)] or matches


class PeopleIndex:
    """Everybody whom the rows of a list may be, loaded in a few queries.

    `identities` are those of its rows, `chosen` the keys of people that staff chose.
    """

    def __init__(self, meeting, identities, chosen):
        self.here, self.elsewhere = PeoplePool(), PeoplePool()
        self.by_reference = {}
        self.by_listed_name = {}
        listed = ListedValues.objects.last_said(meeting)
        for match in attendees_of(meeting):
            self.here.add(match)
            self.by_reference[match.reference] = match
            if said := listed.get(match.reference):
                match.listed = said
                self.by_listed_name[listed_name(said)] = match
        native = {identity.native_key for identity in identities} - {""}
        latin = {identity.latin_key for identity in identities} - {""}
        for match in people_named(native, latin, chosen, meeting):
            self.elsewhere.add(match)

    def get(self, person_key):
        here, elsewhere = self.here.by_person, self.elsewhere.by_person
        return here.get(person_key) or elsewhere.get(person_key)

    def find(self, identity, body):
        """Return the PersonMatch, None for somebody new, a Problem if staff must say.

        Who attends already counts before those who are only on record.
        """
        if matches := self.here.find(identity, body):
            return only_one_of(matches)
        # Renamed or moved by hand since the last list, which said the same.
        said = identity.native_key, identity.latin_key, body
        if match := self.by_listed_name.get(said):
            return match
        if matches := self.elsewhere.find(identity, body):
            return only_one_of(matches)
        namesakes = [
            *self.here.namesakes(identity),
            *self.elsewhere.namesakes(identity),
        ]
        return question_who(namesakes) if namesakes else None


def only_one_of(matches):
    return matches[0] if len(matches) == 1 else question_who(matches)


def listed_name(said):
    """Return the folded names and the body that a list said, as rows are looked up."""
    latin = said.get("family_name", "") + said.get("given_name", "")
    return fold(said.get("native_name", "")), fold(latin), said.get("body", "")


def question_who(matches):
    keys = [match.person_key for match in matches]
    return Problem("who_is_it", "native_name", candidates=sorted(keys))


def attendees_of(meeting):
    """Yield the PersonMatch of each attendee of a meeting, from one query."""
    columns = (
        "reference",
        "version",
        "rank",
        *(f"delegation__{path}" for path in BODY_PATHS),
        *ATTENDEE_FIELDS,
    )
    about = (*person_columns("person__"), *columns)
    attendees = meeting.attendees.annotate(has_office=holds_office("person"))
    for row in attendees.values_list(*about).iterator(chunk_size=2000):
        match = match_from(row)
        reference, version, rank, government, organization, *own = row[
            len(about) - len(columns) :
        ]
        match.reference, match.attendee_version, match.rank = reference, version, rank
        match.bodies.add(government or organization)
        match.values |= dict(zip(ATTENDEE_FIELDS, own, strict=True))
        yield match


PERSON_COLUMNS = (
    "key",
    "version",
    "native_key",
    "latin_key",
    "country__code",
    "is_public",
    *PERSON_FIELDS,
)


def person_columns(prefix=""):
    return ["has_office", *(f"{prefix}{column}" for column in PERSON_COLUMNS)]


def holds_office(person):
    """Return whether a person held an office, as an expression of a query."""
    return Exists(Appointment.objects.filter(person=OuterRef(person)))


def match_from(row):
    has_office, key, version, native, latin, country, is_public, *own = row[
        : 1 + len(PERSON_COLUMNS)
    ]
    values = dict(zip(PERSON_FIELDS, own, strict=True))
    match = PersonMatch(key, version, native, latin, country or "", values)
    match.is_of_record = is_public or has_office
    return match


def people_named(native_keys, latin_keys, chosen, meeting):
    """Return people of these names or keys who are not at the meeting.

    Each comes with all bodies that they attended or held an office for.
    """
    matches = {}
    for condition in conditions(native_keys, latin_keys, chosen):
        people = Person.objects.filter(condition).exclude(attendances__meeting=meeting)
        people = people.annotate(has_office=holds_office("pk"))
        people = people.values_list("pk", *person_columns())
        matches |= {row_id: match_from(row) for row_id, *row in people}
    for row_id, body in bodies_of(list(matches)):
        matches[row_id].bodies.add(body)
    return matches.values()


def conditions(native_keys, latin_keys, chosen):
    """Yield conditions that each have few enough keys for one query."""
    for column, keys in (
        ("native_key", native_keys),
        ("latin_key", latin_keys),
        ("key", chosen),
    ):
        for part in in_parts(keys):
            yield Q(**{f"{column}__in": part})


def in_parts(keys):
    """Yield the sorted keys in lists of at most KEYS_PER_QUERY."""
    keys = sorted(keys)
    for first in range(0, len(keys), KEYS_PER_QUERY):
        yield keys[first : first + KEYS_PER_QUERY]


def bodies_of(person_ids):
    """Yield (person id, code or key of a body) of attendances and offices."""
    for part in in_parts(person_ids):
        attended = Attendee.objects.filter(person__in=part).order_by()
        paths = [f"delegation__{path}" for path in BODY_PATHS]
        for row_id, *body in attended.values_list("person_id", *paths).distinct():
            yield row_id, next(filter(None, body))
        held = Appointment.objects.filter(person__in=part).order_by()
        for row_id, *body in held.values_list("person_id", *BODY_PATHS).distinct():
            yield row_id, next(filter(None, body))
