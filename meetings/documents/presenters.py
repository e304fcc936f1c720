"""Who presents an item, as the columns of a programme name them."""

from django.db.models import Prefetch

from meetings.documents.people import printed_latin_name
from meetings.documents.wording import tagged
from meetings.models import Presenter
from meetings.models.countries import language_of
from meetings.models.names import override_language


def with_presenters(items):
    """Load the presenters of agenda items, and all that is printed of them."""
    presenters = Presenter.objects.select_related(
        "attendee__person__country",
        "attendee__delegation__meeting",
        "attendee__delegation__government__country",
        "attendee__delegation__organization__country",
        "person__country",
        "government",
        "item__session__meeting",
    ).prefetch_related(
        "government__names",
        "attendee__delegation__government__names",
        "attendee__delegation__organization__names",
    )
    return items.prefetch_related(Prefetch("presenters", presenters.order_by("order")))


def presenter_texts(item, languages, with_personal_data=False):
    """Return for each language the presenters who come, each as a list of texts."""
    coming = [each for each in item.presenters.all() if each.is_coming]
    columns = []
    for language in languages:
        with override_language(language):
            columns.append(
                [_texts(each, language, with_personal_data) for each in coming]
            )
    return columns


def _texts(presenter, language, with_personal_data):
    if presenter.as_printed:
        return [tagged(presenter.as_printed, presenter.language)]
    if presenter.subject is None:  # an open place
        return [tagged(str(presenter), language)]
    # Of the day: a programme of 2005 has the names of 2005.
    if government := presenter.government:
        day = presenter.item.session.meeting.day_of_names
        return [tagged(government.name_on(day), language)]
    attendee = presenter.attendee
    person = attendee.person if attendee else presenter.person
    name = _name(person, language, with_personal_data)
    return (
        [name, tagged(attendee.delegation.name_at_meeting, language)]
        if attendee
        else [name]
    )


def _name(person, language, with_personal_data):
    """Return the name in its own letters, in English in Latin ones if permitted."""
    latin = printed_latin_name(person, with_personal_data)
    if latin and language == "en":
        return tagged(latin, "en")
    return tagged(person.display_name, language_of(person.country))
