"""Lists of attendees as they are sent on: chosen columns in one of four languages."""

from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Q,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings import sheets
from meetings.models import GovernmentName, OrganizationName
from meetings.models.attendees import AttendeeStatus, Mode
from meetings.models.delegations import Role
from meetings.models.names import LANGUAGES, active_language


@dataclass(frozen=True)
class ListColumn:
    """A column: its key on the command line, its heading, and where it comes from."""

    key: str
    heading: Promise
    value: str
    width: int = 12
    is_personal: bool = False
    choices: type[TextChoices] | None = None
    is_for_others: bool = False


COLUMNS = (
    ListColumn("reference", _("Reference"), "reference"),
    ListColumn("country", _("Country"), "country_name", 16),
    ListColumn("code", _("Code"), "body_code"),
    ListColumn("delegation", _("Delegation"), "body_name", 28),
    ListColumn("name", _("Name"), "shown_name", 20, is_for_others=True),
    ListColumn("native_name", _("Name in own script"), "person__native_name", 20, True),
    ListColumn("family_name", _("Family name"), "person__family_name", 14, True),
    ListColumn("given_name", _("Given name"), "person__given_name", 14, True),
    ListColumn("reading", _("Reading"), "person__reading", 14, True),
    ListColumn("role", _("Role"), "role", 18, choices=Role),
    ListColumn("position", _("Position"), "position", 28),
    ListColumn("department", _("Department"), "department", 24),
    ListColumn("mode", _("Mode"), "mode", 10, choices=Mode),
    ListColumn("status", _("Status"), "status", choices=AttendeeStatus),
    ListColumn("languages", _("Languages"), "languages"),
    ListColumn("email", _("E-mail"), "person__email", 28, True),
    ListColumn("phone", _("Phone"), "person__phone", 18, True),
    ListColumn("dietary", _("Dietary need"), "dietary", 18, True),
    ListColumn("arrives_on", _("Arrives on"), "arrives_on", is_personal=True),
    ListColumn("departs_on", _("Departs on"), "departs_on", is_personal=True),
    ListColumn("lodging", _("Lodging"), "lodging", 18, True),
    ListColumn("note", _("Note"), "note", 28, True),
)


def columns_for(with_personal_data, keys=None):
    """The columns of a list; ValueError names a key that there is not, or not for them.

    `keys` chooses and orders them; without it there are all that the reader may see,
    but the shown name only where the names it is made of are not.
    """
    allowed = {c.key: c for c in COLUMNS if with_personal_data or not c.is_personal}
    if unknown := [key for key in keys or [] if key not in allowed]:
        message = _("There is no column “%(key)s”; there are: %(known)s.")
        raise ValueError(message % {"key": unknown[0], "known": ", ".join(allowed)})
    if keys:
        return [allowed[key] for key in keys]
    return [c for c in allowed.values() if not (with_personal_data and c.is_for_others)]


def write_list(file, suffix, attendees, columns, title):
    """Write attendees to a binary file; `suffix` is xlsx, ods or csv."""
    headings = [sheets.Column(str(c.heading), c.width) for c in columns]
    sheets.write_as(suffix, file, [(title, headings, rows_of(attendees, columns))])


def rows_of(attendees, columns):
    """Yield the rows of a list, in one query, labels in the active language."""
    labels = [dict(c.choices.choices) if c.choices else {} for c in columns]
    labels = [{key: str(text) for key, text in column.items()} for column in labels]
    values = with_list_values(attendees).values_list(*(c.value for c in columns))
    for row in values.iterator(chunk_size=2000):
        yield [
            (label.get(cell, cell) if label else cell) or None
            for cell, label in zip(row, labels, strict=True)
        ]


def with_list_values(attendees):
    """Annotate what a list says of an attendee's delegation and name."""
    government, organization = "delegation__government", "delegation__organization"
    family, given = F("person__family_name"), F("person__given_name")
    latin = Case(
        When(
            person__name_order="given_first",
            then=Concat(given, Value(" "), family),
        ),
        default=Concat(family, Value(" "), given),
        output_field=CharField(),
    )
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
        shown_name=Coalesce(NullIf("person__native_name", Value("")), Trim(latin)),
    )


def name_then(names, path):
    """The name, of those given up since, that was in use on the day of the meeting."""
    day = OuterRef("meeting__earliest")
    body = path.rpartition("__")[2]
    in_use = names.filter(
        Q(first_day=None) | Q(first_day__lte=day),
        **{body: OuterRef(path)},
        language=active_language(),
        end_day__gt=day,
    )
    return Subquery(in_use.order_by("pk").values("name")[:1])


def in_reader_language(*paths):
    """The first of the texts in the reader's language, else in any."""
    suffixes = (active_language(), *LANGUAGES)
    texts = [
        NullIf(f"{path}_{suffix}", Value("")) for path in paths for suffix in suffixes
    ]
    return Coalesce(*texts, Value(""))
