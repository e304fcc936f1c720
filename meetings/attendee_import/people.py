"""Whom the rows of a list may be: attendees of the meeting, and people on record."""

from collections import defaultdict
from dataclasses import dataclass

from meetings.attendee_import.people_on_record import attendees_of, people_named
from meetings.models import ListedValues
from meetings.models.import_answers import Problem
from meetings.text.folding import fold


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
        self.by_listed_name = defaultdict(list)
        listed = ListedValues.objects.last_said(meeting)
        for match in attendees_of(meeting):
            self.here.add(match)
            self.by_reference[match.reference] = match
            if said := listed.get(match.reference):
                match.listed = said
                self.by_listed_name[listed_name(said)].append(match)
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
        if matches := self.by_listed_name.get(said):
            return only_one_of(matches)
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
