"""The list of people and the offices they hold: a row for each office."""

from django.db.models import F, Prefetch
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import Column, Listing
from meetings.exports.cells import name_of
from meetings.models import Appointment, Person, edtf
from meetings.models.orders import body_order, name_order


def office(person):
    """The office of this row, or None; the database gives a row for each."""
    held = person.appointments.all()
    return next((each for each in held if each.pk == person.office_id), None)


def of_office(value):
    def cell(person):
        held = office(person)
        return value(held) if held else None

    return cell


def sensitive(key, heading, width=18):
    return Column(key, heading, key, width, is_sensitive=True)


class PersonListing(Listing):
    """All people, each as often as they hold or held an office, but once at least."""

    key, model_name = "people", "person"
    columns = (
        Column("key", _("Key"), "key", 18),
        Column("name", _("Name"), "display_name", 20),
        Column("latin_name", _("Latin name"), "public_latin_name", 24),
        Column("country", _("Country"), name_of("country"), 16),
        Column("office", _("Office"), of_office(lambda held: held.title), 24),
        Column(
            "body",
            _("Government or organisation"),
            of_office(lambda held: held.body.name),
            36,
        ),
        Column(
            "from",
            _("From"),
            of_office(lambda held: edtf.day_or_text(held.valid_from)),
            12,
        ),
        Column(
            "to", _("To"), of_office(lambda held: edtf.day_or_text(held.valid_to)), 12
        ),
        sensitive("family_name", _("Family name")),
        sensitive("given_name", _("Given name")),
        sensitive("reading", _("Reading")),
        sensitive("email", _("E-mail"), 28),
        sensitive("phone", _("Phone")),
        sensitive("note", _("Note"), 28),
    )
    orders = {"name": _("Name"), "government": _("Government")}

    def items(self, about):
        offices = Appointment.objects.select_related(
            "government__country", "organization__country"
        )
        people = Person.objects.select_related("country")
        people = people.annotate(office_id=F("appointments"))
        return people.prefetch_related(Prefetch("appointments", offices))

    def ordered(self, items, order):
        bodies = in_government_order() if order == "government" else ()
        first_day = F("appointments__first_day").asc(nulls_last=True)
        return items.order_by(*bodies, *name_order(), "pk", first_day, "office_id")


def in_government_order():
    """By what the office is held in; people without an office are the last."""
    return [IsNull(F("appointments"), True), *body_order("appointments__")]
