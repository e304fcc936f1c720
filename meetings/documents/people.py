"""Who is printed on a meeting's papers, and by which names."""

from django.db.models import Q

from meetings.documents.wording import tagged
from meetings.models import Attendee, Delegation
from meetings.models.delegations import DelegationStatus
from meetings.models.people import language_of


def printed_attendees(meeting):
    """Return the attendees that come, in protocol order."""
    return (
        Attendee.objects.filter(meeting=meeting)
        .expected()
        .exclude(delegation__status=DelegationStatus.DECLINED)
        .with_names()
        .in_protocol_order()
    )


def attendees_on_site(meeting):
    """Return those of them who come in person, and so need a badge or a plate."""
    return printed_attendees(meeting).on_site()


def printed_delegations(meeting):
    """Return delegations that have answered or named somebody, in protocol order."""
    named = Attendee.objects.filter(meeting=meeting).expected()
    answered = ~Q(status=DelegationStatus.INVITED) | Q(
        pk__in=named.values("delegation")
    )
    delegations = Delegation.objects.filter(meeting=meeting).taking_part()
    return delegations.filter(answered).with_bodies().in_protocol_order()


def printed_latin_name(person, with_personal_data):
    """Return the Latin name to print beside the native one, "" if it is not public."""
    if with_personal_data and person.native_name:
        return person.latin_name
    return person.public_latin_name


def person_texts(attendee, country, with_personal_data=False):
    """Return the name, Latin name and position, tagged with the person's language.

    The country is the delegation's, for people of whom none is on record.
    """
    person = attendee.person
    language = language_of(person.country) or language_of(country)
    return {
        "name": tagged(person.display_name, language),
        "latin": tagged(printed_latin_name(person, with_personal_data), "en"),
        "position": tagged(attendee.position, language),
    }


def body_texts(delegation, language):
    """Return the body's name on the day in the reader's language, and in its own."""
    day = delegation.meeting.day_of_names
    own = language_of(delegation.country) or language
    names = [delegation.body.name_on(day, each) for each in (language, own)]
    texts = [tagged(names[0], language), tagged(names[1], own)]
    # Twice the same would look like a mistake.
    return texts if names[0] != names[1] else texts[1:]
