"""Who is printed on a meeting's papers, and by which names."""

from django.db.models import Q

from meetings.documents.wording import tagged
from meetings.models import Attendee, Delegation
from meetings.models.countries import language_of
from meetings.models.delegations import DelegationStatus


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
    """Return the body's name on the day in the reader's language, and in its own.

    A name by rule that nobody confirmed is left out. Then the own one stands for it,
    else the English one, and an empty text if there is neither.
    """
    day = delegation.meeting.day_of_names
    own = language_of(delegation.country) or language
    names = [
        delegation.body.printed_name_on(day, each, own) for each in (language, own)
    ]
    texts = [tagged(name, its_language) for name, its_language in names]
    # Twice the same would look like a mistake.
    return texts if names[0][0] != names[1][0] else texts[1:]


def delegations_with_badges(meeting):
    """Return the delegations of those who come in person."""
    here = attendees_on_site(meeting)
    return Delegation.objects.filter(pk__in=here.values("delegation")).with_bodies()


def delegations_with_plates(meeting):
    """Return delegations of which somebody comes in person, or nobody is named yet."""
    named, here = printed_attendees(meeting), attendees_on_site(meeting)
    online_only = Q(pk__in=named.values("delegation")) & ~Q(
        pk__in=here.values("delegation")
    )
    return printed_delegations(meeting).exclude(online_only)
