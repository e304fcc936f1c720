"""Who of a list is known: at this meeting already, or from elsewhere."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from meetings.attendee_import.values import (
    ATTENDEE_FIELDS,
    PERSON_FIELDS,
    Problem,
)
from meetings.models import Appointment, Attendee, Person

KEYS_AT_ONCE = 5_000  # what a database takes as parameters of one query
BODY = ("government__code", "organization__key")


@dataclass
class Known:
    """A person, and the attendee that they are at the meeting, if they are."""

    person_key: str
    person_version: int
    native_key: str
    latin_key: str
    country: str
    values: dict
    bodies: set = field(default_factory=set)
    reference: str = ""
    attendee_version: int | None = None

    @property
    def is_attendee(self):
        return bool(self.reference)

    def contradicts(self, native_key, latin_key):
        """Whether a name in the same script is another one."""
        pairs = ((native_key, self.native_key), (latin_key, self.latin_key))
        return any(theirs and own and theirs != own for theirs, own in pairs)


class Pool:
    """People found by name and body, or by e-mail and name."""

    def __init__(self):
        self.by_person = {}
        self.by_native = defaultdict(list)
        self.by_latin = defaultdict(list)

    def add(self, known):
        self.by_person[known.person_key] = known
        if known.native_key:
            self.by_native[known.native_key].append(known)
        if known.latin_key:
            self.by_latin[known.latin_key].append(known)

    def find(self, name, body):
        """Those that a name of a body can mean: by the surest sign that finds any."""
        native = self.by_native.get(name.native_key, ())
        latin = self.by_latin.get(name.latin_key, ())
        latin = [k for k in latin if not k.contradicts(name.native_key, "")]
        return (
            fewest([k for k in native if body in k.bodies], name)
            or [k for k in latin if body in k.bodies]
            or [k for k in once(*native, *latin) if is_same_mail(k, name)]
        )

    def namesakes(self, name):
        """Those of the same name elsewhere whom it may be, too."""
        alike = self.by_native.get(name.native_key) or [
            k for k in self.by_latin.get(name.latin_key, ()) if not k.native_key
        ]
        return [
            known
            for known in alike
            if not known.contradicts(name.native_key, name.latin_key)
            and (not name.country or known.country in ("", name.country))
        ]


@dataclass(frozen=True)
class Name:
    """What a row tells of who it is."""

    native_key: str
    latin_key: str
    email: str
    country: str


def once(*found):
    """Each person once, whatever they were found by."""
    return {known.person_key: known for known in found}.values()


def fewest(found, name):
    """Of several of one native name, those of the same Latin one, if there are any."""
    return [k for k in found if not k.contradicts("", name.latin_key)] or found


def is_same_mail(known, name):
    mail = known.values["email"]
    return bool(mail) and mail.casefold() == name.email.casefold()


class KnownPeople:
    """Everybody whom the rows of a list may be: `names` are those of its rows."""

    def __init__(self, meeting, names, chosen):
        self.here, self.elsewhere = Pool(), Pool()
        self.by_reference = {}
        for known in attendees_of(meeting):
            self.here.add(known)
            self.by_reference[known.reference] = known
        native = {name.native_key for name in names} - {""}
        latin = {name.latin_key for name in names} - {""}
        for known in people_called(native, latin, chosen, meeting):
            self.elsewhere.add(known)

    def get(self, person_key):
        here, elsewhere = self.here.by_person, self.elsewhere.by_person
        return here.get(person_key) or elsewhere.get(person_key)

    def find(self, name, body):
        """Who it is, None for somebody new; or a Problem where staff must say."""
        for pool in (self.here, self.elsewhere):
            if found := pool.find(name, body):
                return found[0] if len(found) == 1 else who_is_it(found)
        alike = [*self.here.namesakes(name), *self.elsewhere.namesakes(name)]
        return who_is_it(alike) if alike else None


def who_is_it(found):
    keys = [known.person_key for known in found]
    return Problem("who_is_it", "native_name", candidates=sorted(keys))


def attendees_of(meeting):
    """Yield all attendees of a meeting as Known, in one query."""
    columns = (
        "reference",
        "version",
        *(f"delegation__{path}" for path in BODY),
        *ATTENDEE_FIELDS,
    )
    about = (*person_columns("person__"), *columns)
    for row in meeting.attendees.values_list(*about).iterator(chunk_size=2000):
        known = known_from(row)
        reference, version, government, organization, *own = row[len(PERSON_COLUMNS) :]
        known.reference, known.attendee_version = reference, version
        known.bodies.add(government or organization)
        known.values |= dict(zip(ATTENDEE_FIELDS, own, strict=True))
        yield known


PERSON_COLUMNS = (
    "key",
    "version",
    "native_key",
    "latin_key",
    "country__code",
    *PERSON_FIELDS,
)


def person_columns(prefix=""):
    return [f"{prefix}{column}" for column in PERSON_COLUMNS]


def known_from(row):
    key, version, native, latin, country, *own = row[: len(PERSON_COLUMNS)]
    values = dict(zip(PERSON_FIELDS, own, strict=True))
    return Known(key, version, native, latin, country or "", values)


def people_called(native_keys, latin_keys, chosen, meeting):
    """People of these names or keys who are not at the meeting, with their bodies."""
    found = {}
    for condition in conditions(native_keys, latin_keys, chosen):
        people = Person.objects.filter(condition).exclude(attendances__meeting=meeting)
        people = people.values_list("pk", *PERSON_COLUMNS)
        found |= {row_id: known_from(row) for row_id, *row in people}
    for row_id, body in bodies_of(list(found)):
        found[row_id].bodies.add(body)
    return found.values()


def in_parts(keys):
    keys = sorted(keys)
    for first in range(0, len(keys), KEYS_AT_ONCE):
        yield keys[first : first + KEYS_AT_ONCE]


def conditions(native_keys, latin_keys, chosen):
    for column, keys in (
        ("native_key", native_keys),
        ("latin_key", latin_keys),
        ("key", chosen),
    ):
        for some in in_parts(keys):
            yield Q(**{f"{column}__in": some})


def bodies_of(person_ids):
    """Yield (person id, code or key of a body) of attendances and offices."""
    for some in in_parts(person_ids):
        were = Attendee.objects.filter(person__in=some).order_by()
        paths = [f"delegation__{path}" for path in BODY]
        for row_id, *body in were.values_list("person_id", *paths).distinct():
            yield row_id, next(filter(None, body))
        held = Appointment.objects.filter(person__in=some).order_by()
        for row_id, *body in held.values_list("person_id", *BODY).distinct():
            yield row_id, next(filter(None, body))
