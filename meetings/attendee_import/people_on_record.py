"""People on record: who attends the meeting, and who is named as on a list."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from meetings.attendee_import.values import ATTENDEE_FIELDS, PERSON_FIELDS
from meetings.models import Appointment, Attendee, Person

# Databases limit the parameters of a query, SQLite to 32,766.
KEYS_PER_QUERY = 5_000
BODY_PATHS = ("government__code", "organization__key")


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

    @property
    def delegation(self):
        """The code or key of the body that an attendee is of."""
        return min(self.bodies)

    def contradicts(self, native_key, latin_key):
        """Whether a name in the same script is another one."""
        pairs = ((native_key, self.native_key), (latin_key, self.latin_key))
        return any(theirs and own and theirs != own for theirs, own in pairs)

    def has_email_of(self, identity):
        email = self.values["email"]
        return bool(email) and email.casefold() == identity.email.casefold()


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
