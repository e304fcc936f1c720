"""The list of attendees, in one of four languages."""

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import Column, Listing
from meetings.models import GovernmentName, OrganizationName
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.models.names import LANGUAGES, active_language
from meetings.models.people import NameOrder

LATIN = Case(
    When(
        person__name_order=NameOrder.GIVEN_FIRST,
        then=Concat(F("person__given_name"), Value(" "), F("person__family_name")),
    ),
    default=Concat(F("person__family_name"), Value(" "), F("person__given_name")),
    output_field=CharField(),
)


def sensitive(key, heading, value, width=18):
    return Column(key, heading, value, width, is_sensitive=True)


class AttendeeListing(Listing):
    """The attendees of a meeting; read from the database row by row, in one query."""

    key, model_name, about = "attendees", "attendee", "meeting"
    columns = (
        Column("reference", _("Reference"), "reference", 10),
        Column("country", _("Country"), "country_name", 14),
        Column("code", _("Code"), "body_code", 10),
        Column("delegation", _("Delegation"), "body_name", 24),
        Column("name", _("Name"), "shown_name", 16),
        Column(
            "native_name",
            _("Name in own script"),
            "person__native_name",
            20,
            is_standard=False,
        ),
        sensitive("family_name", _("Family name"), "person__family_name", 14),
        sensitive("given_name", _("Given name"), "person__given_name", 14),
        sensitive("reading", _("Reading"), "person__reading", 14),
        Column("role", _("Role"), "role", 16, Role),
        Column("position", _("Position"), "position", 24),
        Column("department", _("Department"), "department", 18),
        Column("mode", _("Mode"), "mode", 9, Mode),
        Column("status", _("Status"), "status", 10, AttendeeStatus),
        Column("languages", _("Languages"), "languages", 10),
        sensitive("email", _("E-mail"), "person__email", 28),
        sensitive("phone", _("Phone"), "person__phone"),
        sensitive("dietary", _("Dietary need"), "dietary"),
        sensitive("arrives_on", _("Arrives on"), "arrives_on", 12),
        sensitive("departs_on", _("Departs on"), "departs_on", 12),
        sensitive("lodging", _("Lodging"), "lodging"),
        sensitive("note", _("Note"), "note", 28),
    )
    orders = {
        "protocol": _("Protocol order"),
        "government": _("Government"),
        "name": _("Name"),
    }

    def items(self, about):
        return about.attendees.all()

    def ordered(self, items, order):
        return getattr(items, f"in_{order or 'protocol'}_order")()

    def count(self, items):
        return items.count()

    def rows(self, items, columns):
        """Yield the cells of each attendee; what they are called is settled here."""
        labels = {
            n: {value: str(label) for value, label in column.choices.choices}
            for n, column in enumerate(columns)
            if column.choices
        }
        bare = items.select_related(None).prefetch_related(None)
        found = with_list_values(bare).values_list(*(c.value for c in columns))
        return labelled(found.iterator(chunk_size=2000), labels)


def labelled(rows, labels):
    """Yield the rows with words in place of codes."""
    for values in rows:
        row = list(values)
        for n, label in labels.items():
            row[n] = label.get(row[n])
        yield row


def with_list_values(attendees):
    """Annotate what a list says of an attendee's delegation and name."""
    government, organization = "delegation__government", "delegation__organization"
    return attendees.annotate(
        body_code=Coalesce(
            f"{government}__code",
            f"{organization}__key",
            output_field=CharField(),
        ),
        body_name=Coalesce(
            name_then(GovernmentName.objects.filter(kind="former"), government),
            name_then(OrganizationName.objects.all(), organization),
            in_reader_language(f"{government}__name", f"{organization}__name"),
        ),
        country_name=in_reader_language(
            f"{government}__country__name", f"{organization}__country__name"
        ),
        shown_name=Coalesce(NullIf("person__native_name", Value("")), Trim(LATIN)),
    )


def name_then(names, path):
    """The name, of those given up since, that was in use on the day of the meeting.

    Who never gave one up is told apart first, which costs one look-up for all rows.
    """
    day = OuterRef("meeting__earliest")
    body = path.rpartition("__")[2]
    given_up = names.filter(language=active_language(), end_day__isnull=False)
    in_use = given_up.filter(
        Q(first_day=None) | Q(first_day__lte=day),
        **{body: OuterRef(path)},
        end_day__gt=day,
    )
    name = Subquery(in_use.order_by("pk").values("name")[:1])
    return Case(When(**{f"{path}__in": given_up.values(body)}, then=name))


def in_reader_language(*paths):
    """The first of the texts in the reader's language, else in any."""
    suffixes = dict.fromkeys((active_language(), *LANGUAGES))
    texts = [
        NullIf(f"{path}_{suffix}", Value("")) for path in paths for suffix in suffixes
    ]
    return Coalesce(*texts, Value(""))
