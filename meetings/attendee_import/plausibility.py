"""What is odd about a list that could be read: warned of before it is confirmed."""

import datetime as dt
import re
import unicodedata
from collections import Counter

from meetings.attendee_import.coming import STAYS_AWAY
from meetings.attendee_import.values import DATE_FIELDS
from meetings.models import Government
from meetings.models.import_answers import Problem
from meetings.models.names import columns_of
from meetings.text.editions import editions_in, years_in

A_MONTH = dt.timedelta(days=28)
# A list of January may say the year in which it was written.
WRITTEN_BEFORE = dt.timedelta(days=120)
LONGEST_VALUE = 200  # characters
MOST_TITLES = 30
MOST_WORDS = 20
PLACES = columns_of("place")
PLACE = re.compile(
    r"(?:장소|개최지|場所|会場|開催地|地点|会址|举办地|venue|place|location)\s*[:：]\s*(?P<label>.+)"
    r"|\d\s*[.日일~～-]*\s*[,，、]\s*(?P<day>[^\d,，、)）]{2,40})",
    re.IGNORECASE,
)
BETWEEN_PLACES = re.compile(r"[\s,，、()（）/]+")


def find_oddities(batch, drafts, attendees, index):
    """Return what is odd about the list as a whole; tell the rows what is odd of them.

    `attendees` are the PersonMatches of those who stay registered, though not listed.
    """
    meeting = batch.meeting
    texts = [*batch.reading.get("titles", ())[:MOST_TITLES], batch.file_name]
    for draft in drafts:
        warn_of_far_days(draft, meeting)
    return [
        *warnings_of_titles(texts, meeting, index),
        *warn_of_countries(drafts, meeting),
        *warnings_of_seats(drafts, attendees, meeting),
    ]


def warnings_of_titles(texts, meeting, index):
    """Return what the texts above the tables say of another meeting than this one."""
    texts = [unicodedata.normalize("NFKC", text[:LONGEST_VALUE]) for text in texts]
    return [
        *other_edition(texts, meeting.number),
        *other_year(texts, meeting),
        *other_place(texts, meeting, index),
    ]


def other_edition(texts, number):
    found = [(edition, text) for text in texts for edition in editions_in(text)]
    if number is None or number in {edition for edition, _text in found}:
        return []
    return [
        warning("other_edition", text, edition=edition, number=number)
        for edition, text in found[:1]
    ]


def other_year(texts, meeting):
    """Warn of a year that is not the meeting's, if no text names that."""
    if meeting.earliest is None:
        return []
    first = (meeting.earliest - WRITTEN_BEFORE).year
    expected = {*range(first, meeting.latest.year + 1)}
    found = [(year, text) for text in texts for year in years_in(text)]
    if expected & {year for year, _text in found}:
        return []
    expected_year = meeting.earliest.year
    return [
        warning("other_year", text, year=year, expected=expected_year)
        for year, text in found[:1]
    ]


def other_place(texts, meeting, index):
    """Warn of a place that is another government's than the meeting's."""
    here = places_of(meeting, index)
    for text in texts if here else ():
        for match in PLACE.finditer(text):
            named = governments_in(match["label"] or match["day"], index)
            if named and not named & here:
                return [warning("other_place", text)]
    return []


def places_of(meeting, index):
    """Return the keys of the governments in which the meeting is, and of theirs."""
    here = [meeting.place_government, meeting.host_government]
    found = with_wholes(index.get(each.code) for each in here if each)
    for column in PLACES:
        found |= governments_in(getattr(meeting, column), index)
    return found


def governments_in(text, index):
    """Return the keys of governments that words of a text name, and of their wholes."""
    words = BETWEEN_PLACES.split(text)[:MOST_WORDS]
    return with_wholes(
        body
        for word in words
        if word
        for body in index.bodies_named(word)
        if body.is_government
    )


def with_wholes(bodies):
    return {key for body in bodies if body for key in (body.key, body.parent) if key}


def warn_of_far_days(draft, meeting):
    """Warn of an arrival or departure a month and more away from the meeting."""
    for name in DATE_FIELDS if meeting.earliest else ():
        day = draft.values.get(name)
        if day and not (meeting.earliest - A_MONTH < day < meeting.latest + A_MONTH):
            draft.warn("far_from_meeting", name, day.isoformat())


def warn_of_countries(drafts, meeting):
    """Warn of governments of countries that take no part, on rows and once for each.

    Who has a delegation already was invited.
    """
    countries = countries_of(meeting)
    if not countries:
        return []
    expected = set(meeting.delegations.values_list("government__code", flat=True))
    strange = {}
    for draft in drafts:
        body = draft.body
        is_strange = body and body.is_government and body.country not in countries
        if is_strange and draft.is_counted and body.key not in expected:
            draft.warn("other_country", "government", draft.body_text)
            strange.setdefault(body.key, draft.body_text)
    return [warning("body_of_other_country", text) for text in strange.values()]


def countries_of(meeting):
    """Return the codes of the countries whose governments take part in the series."""
    members = Government.objects.filter(memberships__series=meeting.series)
    codes = members.order_by().values_list("country__code", flat=True).distinct()
    return {*codes, *meeting.series.turns}


def warnings_of_seats(drafts, attendees, meeting):
    """Return warnings of delegations of whom more people come than seats are kept."""
    seats = meeting.delegations.exclude(seats_expected=None).with_bodies()
    seats = {delegation.code: delegation for delegation in seats}
    coming = people_coming(drafts, attendees) if seats else {}
    return [
        warning(
            "too_many_people",
            delegation.name,
            people=coming[code],
            seats=delegation.seats_expected,
        )
        for code, delegation in seats.items()
        if coming[code] > delegation.seats_expected
    ]


def people_coming(drafts, attendees):
    """Return how many people of each body come, once the list is confirmed."""
    return Counter(
        match.delegation
        for match in attendees
        if match.values["status"] not in STAYS_AWAY
    ) + Counter(
        draft.body.key
        for draft in drafts
        if draft.body
        and draft.is_counted
        and draft.row.values["status"] not in STAYS_AWAY
    )


def warning(code, value, **details):
    return Problem(code, "", value[:LONGEST_VALUE], details=details)
