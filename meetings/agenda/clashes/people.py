"""People who are needed twice at once, and people who do not come."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.agenda.clashes.kinds import Clash, ClashKind, label_and_times
from meetings.agenda.clashes.slots import Slot, item_slots, overlapping


@dataclass(frozen=True, eq=False)
class PersonSlot(Slot):
    """The slot of an item that needs a person, and the presenters who say so."""

    presenters: list

    @property
    def person(self):
        """The person; None where only the government is named that they head."""
        return next(filter(None, map(person_of, self.presenters)), None)

    @property
    def rows(self):
        return self.item, *self.presenters


def person_of(presenter):
    """Return the person who presents, as an attendee or not, or None."""
    return presenter.attendee.person if presenter.attendee else presenter.person


def needed_twice(agenda, registered):
    """Yield people, and heads for their governments, in two sessions at one time.

    Two items that both name the government only are no clash: another of the delegation
    may present one of them.
    """
    for pk, slots in slots_by_person(agenda, registered).items():
        for one, other in overlapping(slots):
            if one.person or other.person:
                is_head = pk in registered.all_heads
                kind = ClashKind.HEAD if is_head else ClashKind.PERSON
                sentence = in_two_places(one, other, is_head)
                yield Clash(kind, sentence, (*one.rows, *other.rows))


def slots_by_person(agenda, registered):
    """Return the slots of each person who comes, one for an item at most, by id."""
    by_person = defaultdict(list)
    for slot in item_slots(agenda):
        of_item = {}
        for presenter in slot.item.presenter_list:
            person = person_of(presenter)
            # Where a government is named, its head of delegation is expected to speak.
            pk = person.pk if person else registered.heads.get(presenter.government_id)
            # Who does not come is a clash of its own kind already.
            if pk and registered.is_coming(pk):
                of_item.setdefault(pk, PersonSlot(**vars(slot), presenters=[]))
                of_item[pk].presenters.append(presenter)
        for pk, person_slot in of_item.items():
            by_person[pk].append(person_slot)
    return by_person


def in_two_places(one, other, is_head):
    """Return the sentence for two slots of which one at least names the person."""
    there, elsewhere = (one, other) if one.person else (other, one)
    params = {
        "name": there.person.display_name,
        "one": label_and_times(there.item),
        "other": label_and_times(elsewhere.item),
    }
    if not elsewhere.person:
        params["government"] = elsewhere.presenters[0].government.name
        sentence = _(
            "%(name)s is needed in item %(one)s while %(government)s, whose"
            " delegation they head, presents in item %(other)s."
        )
    elif is_head:
        sentence = _(
            "%(name)s, a head of delegation, is needed in items %(one)s and"
            " %(other)s at the same time."
        )
    else:
        sentence = _(
            "%(name)s is needed in items %(one)s and %(other)s at the same time."
        )
    return sentence % params


def not_coming(agenda, registered):
    """Yield presenters who have cancelled or declined, or who are not registered."""
    for item in agenda.items:
        for presenter in item.presenter_list:
            if reason := absence(presenter, registered):
                kind, sentence = reason
                params = {"name": name_of(presenter), "place": label_and_times(item)}
                yield Clash(kind, sentence % params, (item, presenter))


def name_of(presenter):
    person = person_of(presenter)
    return person.display_name if person else presenter.government.name


def absence(presenter, registered):
    """Return a kind and a sentence to fill in, or None if somebody comes.

    Nobody is missed in a meeting that has no attendees on record at all.
    """
    person = person_of(presenter)
    declined = _("The delegation of %(name)s, needed in item %(place)s, has declined.")
    if person is None:
        is_absent = presenter.government_id in registered.absent_governments
        return (ClashKind.CANCELLED, declined) if is_absent else None
    if person.pk in registered.declined:
        return ClashKind.CANCELLED, declined
    if person.pk in registered.cancelled:
        return ClashKind.CANCELLED, _(
            "%(name)s is needed in item %(place)s, but the registration is cancelled."
        )
    # No attendee at all on record means that lists have not come, not that nobody does.
    if registered.people and person.pk not in registered.people:
        return ClashKind.UNREGISTERED, _(
            "%(name)s is needed in item %(place)s, but is not registered."
        )
    return None
