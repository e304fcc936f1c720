"""The list of people and the offices they hold: a row for each office."""

from operator import attrgetter

from django.db.models import F, Prefetch
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, sensitive_column
from meetings.exports.cells import related_name
from meetings.models import Appointment, Person, edtf
from meetings.models.orders import body_order, name_order


def office_of_row(person):
    """Return the office of this row, or None; a person has a row for each."""
    held = person.appointments.all()
    return next((each for each in held if each.pk == person.office_id), None)


def of_office(value):
    """Return a cell made by `value` from the office of a row, blank if it has none."""

    def cell(person):
        office = office_of_row(person)
        return value(office) if office else None

    return cell


def body_name(office):
    return office.body.name


def begin_of(office):
    return edtf.day_or_text(office.valid_from)


def end_of(office):
    return edtf.day_or_text(office.valid_to)


class PersonListing(Listing):
    """All people: a row for each office held, and one for whoever never held any."""

    key, model_name = "people", "person"
    columns = (
        ListColumn("key", _("Key"), "key", 18),
        ListColumn("name", _("Name"), "display_name", 20),
        ListColumn("latin_name", _("Latin name"), "public_latin_name", 24),
        ListColumn("country", _("Country"), related_name("country"), 16),
        ListColumn("office", _("Office"), of_office(attrgetter("title")), 24),
        ListColumn(
            "body",
            _("Government or organisation"),
            of_office(body_name),
            36,
        ),
        ListColumn(
            "from",
            _("From"),
            of_office(begin_of),
            12,
        ),
        ListColumn("to", _("To"), of_office(end_of), 12),
        sensitive_column("family_name", _("Family name"), "family_name"),
        sensitive_column("given_name", _("Given name"), "given_name"),
        sensitive_column("reading", _("Reading"), "reading"),
        sensitive_column("email", _("E-mail"), "email", 28),
        sensitive_column("phone", _("Phone"), "phone"),
        sensitive_column("note", _("Note"), "note", 28),
    )
    orders = {"name": _("Name"), "government": _("Government")}

    def items(self, about):
        offices = Appointment.objects.select_related(
            "government__country", "organization__country"
        )
        people = Person.objects.select_related("country")
        # The join gives a row for each office, of which this is the id.
        people = people.annotate(office_id=F("appointments"))
        return people.prefetch_related(Prefetch("appointments", offices))

    def in_order(self, items, order):
        bodies = in_government_order() if order == "government" else ()
        # The offices of one person in the order of time, those of unknown date last.
        first_day = F("appointments__first_day").asc(nulls_last=True)
        return items.order_by(*bodies, *name_order(), "pk", first_day, "office_id")


def in_government_order():
    """Return an order by the body of the office; people without an office are last."""
    return [IsNull(F("appointments"), True), *body_order("appointments__")]
