"""The list of attendees, read from the database row by row.

There may be 100,000 of them, so the query computes what they are called and no model
is made of a row. Pages and papers compute the same names in Python, by
`Person.display_name` and `Delegation.name_at_meeting`; a test compares the two.
"""

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, sensitive_column
from meetings.models import GovernmentName, OrganizationName
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.models.names import LANGUAGES, active_language
from meetings.models.people import NameOrder

# As Person.latin_name: in the person's own order. Trim takes off the blank where one of
# the parts is missing.
LATIN = Case(
    When(
        person__name_order=NameOrder.GIVEN_FIRST,
        then=Concat(F("person__given_name"), Value(" "), F("person__family_name")),
    ),
    default=Concat(F("person__family_name"), Value(" "), F("person__given_name")),
    output_field=CharField(),
)


class AttendeeListing(Listing):
    """The attendees of a meeting, in one query however many there are."""

    key, model_name, about_kind = "attendees", "attendee", "meeting"
    columns = (
        ListColumn("reference", _("Reference"), "reference", 10),
        ListColumn("country", _("Country"), "country_name", 14),
        ListColumn("code", _("Code"), "body_code", 10),
        ListColumn("delegation", _("Delegation"), "body_name", 24),
        ListColumn("name", _("Name"), "shown_name", 16),
        ListColumn(
            "native_name",
            _("Name in own script"),
            "person__native_name",
            20,
            is_standard=False,
        ),
        sensitive_column("family_name", _("Family name"), "person__family_name", 14),
        sensitive_column("given_name", _("Given name"), "person__given_name", 14),
        sensitive_column("reading", _("Reading"), "person__reading", 14),
        ListColumn("role", _("Role"), "role", 16, Role),
        ListColumn("position", _("Position"), "position", 24),
        ListColumn("department", _("Department"), "department", 18),
        ListColumn("mode", _("Mode"), "mode", 9, Mode),
        ListColumn("status", _("Status"), "status", 10, AttendeeStatus),
        ListColumn("languages", _("Languages"), "languages", 10),
        sensitive_column("email", _("E-mail"), "person__email", 28),
        sensitive_column("phone", _("Phone"), "person__phone"),
        sensitive_column("dietary", _("Dietary need"), "dietary"),
        sensitive_column("arrives_on", _("Arrives on"), "arrives_on", 12),
        sensitive_column("departs_on", _("Departs on"), "departs_on", 12),
        sensitive_column("lodging", _("Lodging"), "lodging"),
        sensitive_column("note", _("Note"), "note", 28),
    )
    orders = {
        "protocol": _("Protocol order"),
        "government": _("Government"),
        "name": _("Name"),
    }

    def items(self, about):
        return about.attendees.all()

    def in_order(self, items, order):
        if order == "government":
            return items.in_government_order()
        if order == "name":
            return items.in_name_order()
        return items.in_protocol_order()

    def count(self, items):
        return items.count()

    def rows(self, items, columns):
        """Yield the cells of each attendee.

        Names and labels are bound to the active language here, not when the rows are
        read: a stream is read after the request's language is gone.
        """
        labels = {
            place: {value: str(label) for value, label in column.choices.choices}
            for place, column in enumerate(columns)
            if column.choices
        }
        # What the pages load of related rows would be read for nothing.
        bare = items.select_related(None).prefetch_related(None)
        values = with_list_values(bare).values_list(*(c.value for c in columns))
        # Chunks keep the memory of 100,000 rows at that of 2,000.
        return with_labels(values.iterator(chunk_size=2000), labels)


def with_labels(rows, labels):
    """Yield the rows, codes replaced by words; `labels` are by column, then by code."""
    for values in rows:
        row = list(values)
        for place, label in labels.items():
            # A mode that is not known has no label, and its cell stays blank.
            row[place] = label.get(row[place])
        yield row


def with_list_values(attendees):
    """Annotate the code, name and country of the delegation, and the person's name."""
    government, organization = "delegation__government", "delegation__organization"
    return attendees.annotate(
        body_code=Coalesce(
            f"{government}__code",
            f"{organization}__key",
            output_field=CharField(),
        ),
        body_name=Coalesce(
            former_name(GovernmentName.objects.filter(kind="former"), government),
            former_name(OrganizationName.objects.all(), organization),
            in_reader_language(f"{government}__name", f"{organization}__name"),
        ),
        country_name=in_reader_language(
            f"{government}__country__name", f"{organization}__country__name"
        ),
        shown_name=Coalesce(NullIf("person__native_name", Value("")), Trim(LATIN)),
    )


def former_name(names, path):
    """Return an expression for the name at the meeting, NULL if it is still in use.

    `names` are those that bodies gave up since; `path` leads to the body.
    """
    day = OuterRef("meeting__earliest")
    body = path.rpartition("__")[2]
    given_up = names.filter(language=active_language(), end_day__isnull=False)
    in_use = given_up.valid_on(day).filter(**{body: OuterRef(path)})
    # The one entered first, as former_name_on takes it, where two overlap.
    name = Subquery(in_use.order_by("pk").values("name")[:1])
    # Few bodies ever changed their name. To ask first whether this one did is one
    # look-up for all rows, and spares the others a subquery for every row.
    return Case(When(**{f"{path}__in": given_up.values(body)}, then=name))


def in_reader_language(*paths):
    """Return an expression for the first text, in the reader's language if there is."""
    suffixes = dict.fromkeys((active_language(), *LANGUAGES))
    texts = [
        NullIf(f"{path}_{suffix}", Value("")) for path in paths for suffix in suffixes
    ]
    return Coalesce(*texts, Value(""))
