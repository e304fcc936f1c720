"""People who are needed twice at once, and people who do not come."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.agenda.clashes.kinds import Clash, ClashKind, place
from meetings.agenda.clashes.slots import Slot, item_slots, overlapping


@dataclass(frozen=True, eq=False)
class Stay(Slot):
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
    """The person who presents, as an attendee or not, or None."""
    return presenter.attendee.person if presenter.attendee else presenter.person


def needed_twice(plan, registered):
    """People, and heads for their governments, in two sessions at the same time."""
    for pk, stays in stays_of_people(plan, registered).items():
        for one, other in overlapping(stays):
            if one.person or other.person:
                is_head = pk in registered.all_heads
                kind = ClashKind.HEAD if is_head else ClashKind.PERSON
                sentence = in_two_places(one, other, is_head)
                yield Clash(kind, sentence, (*one.rows, *other.rows))


def stays_of_people(plan, registered):
    """The stays of each person who comes, one for an item at most, by their id."""
    found = defaultdict(list)
    for slot in item_slots(plan):
        stays = {}
        for presenter in slot.item.people:
            person = person_of(presenter)
            pk = person.pk if person else registered.heads.get(presenter.government_id)
            if pk and registered.is_coming(pk):
                stays.setdefault(pk, Stay(**vars(slot), presenters=[]))
                stays[pk].presenters.append(presenter)
        for pk, stay in stays.items():
            found[pk].append(stay)
    return found


def in_two_places(one, other, is_head):
    """The sentence for two stays of which one at least is in person."""
    there, elsewhere = (one, other) if one.person else (other, one)
    told = {
        "name": there.person.display_name,
        "one": place(there.item),
        "other": place(elsewhere.item),
    }
    if not elsewhere.person:
        told["government"] = elsewhere.presenters[0].government.name
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
    return sentence % told


def not_coming(plan, registered):
    """Presenters who have cancelled or declined, or who are not registered."""
    for item in plan.items:
        for presenter in item.people:
            if found := absence(presenter, registered):
                kind, sentence = found
                told = {"name": name_of(presenter), "place": place(item)}
                yield Clash(kind, sentence % told, (item, presenter))


def name_of(presenter):
    person = person_of(presenter)
    return person.display_name if person else presenter.government.name


def absence(presenter, registered):
    """A kind and a sentence to fill in, or None if somebody comes.

    Nobody is missed in a meeting that has no attendees on record at all.
    """
    person = person_of(presenter)
    declined = _("The delegation of %(name)s, needed in item %(place)s, has declined.")
    if person is None:
        is_absent = presenter.government_id in registered.absent
        return (ClashKind.CANCELLED, declined) if is_absent else None
    if person.pk in registered.declined:
        return ClashKind.CANCELLED, declined
    if person.pk in registered.cancelled:
        return ClashKind.CANCELLED, _(
            "%(name)s is needed in item %(place)s, but the registration is cancelled."
        )
    if registered.people and person.pk not in registered.people:
        return ClashKind.UNREGISTERED, _(
            "%(name)s is needed in item %(place)s, but is not registered."
        )
    return None
