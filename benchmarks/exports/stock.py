"""The same list by django-import-export as it comes."""

from importlib.util import find_spec

from import_export.fields import Field
from import_export.resources import ModelResource

from meetings.models import Attendee

RELATED = ("person", "delegation__government__country")
# What tablib writes XLSX with is none of ours.
SUFFIXES = ("xlsx", "csv") if find_spec("openpyxl") else ("csv",)


class AttendeeResource(ModelResource):
    """Attendees with what their delegations and persons are called."""

    country = Field("delegation__government__country__name_en", "Country")
    code = Field("delegation__government__code", "Code")
    delegation = Field("delegation__government__name_en", "Delegation")
    name = Field("person__display_name", "Name")
    native_name = Field("person__native_name", "Name in own script")
    family_name = Field("person__family_name", "Family name")
    given_name = Field("person__given_name", "Given name")
    reading = Field("person__reading", "Reading")
    role = Field("get_role_display", "Role")
    mode = Field("get_mode_display", "Mode")
    status = Field("get_status_display", "Status")
    email = Field("person__email", "E-mail")
    phone = Field("person__phone", "Phone")

    class Meta:
        model = Attendee
        fields = [
            *("reference", "country", "code", "delegation", "name", "native_name"),
            *("family_name", "given_name", "reading", "role", "position"),
            *("department", "mode", "status", "languages", "email", "phone"),
            *("dietary", "arrives_on", "departs_on", "lodging", "note"),
        ]


def export(meeting, related=()):
    """The list as a table of tablib."""
    attendees = meeting.attendees.in_protocol_order()
    if related:
        attendees = attendees.select_related(*related)
    return AttendeeResource().export(attendees)


def write(file, suffix, table):
    content = table.export(suffix)
    file.write(content.encode() if suffix == "csv" else content)
