"""Who is printed on a meeting's papers, and by what names."""

from django.db.models import Q

from meetings.documents.wording import language_of, said
from meetings.models import Attendee, Delegation
from meetings.models.delegations import DelegationStatus


def printed_attendees(meeting):
    """Attendees in protocol order, but for those cancelled and delegations declined."""
    return (
        Attendee.objects.filter(meeting=meeting)
        .expected()
        .exclude(delegation__status=DelegationStatus.DECLINED)
        .with_names()
        .in_protocol_order()
    )


def attendees_on_site(meeting):
    """Those of them who come in person, and need a badge or a plate."""
    return printed_attendees(meeting).on_site()


def printed_delegations(meeting):
    """Delegations in protocol order that have answered, or have named somebody."""
    named = Attendee.objects.filter(meeting=meeting).expected()
    coming = ~Q(status=DelegationStatus.INVITED) | Q(pk__in=named.values("delegation"))
    delegations = Delegation.objects.filter(meeting=meeting).taking_part()
    return delegations.filter(coming).with_bodies().in_protocol_order()


def latin_name(person, with_personal_data):
    """The Latin name to print beside the native one, as far as it may be read."""
    if with_personal_data and person.native_name:
        return person.latin_name
    return person.public_latin_name


def person_texts(attendee, country, with_personal_data=False):
    """Native name, Latin name and position, in the letters of the person's country."""
    person = attendee.person
    language = person.script[:2] or language_of(country)
    return {
        "name": said(person.display_name, language),
        "latin": said(latin_name(person, with_personal_data), "en"),
        "position": said(attendee.position, language),
    }


def body_texts(delegation, language):
    """The body's name on the day in the reader's language, and in its own."""
    day = delegation.meeting.day_of_names
    own = language_of(delegation.country) or language
    names = [delegation.body.name_on(day, each) for each in (language, own)]
    texts = [said(names[0], language), said(names[1], own)]
    return texts if names[0] != names[1] else texts[1:]
