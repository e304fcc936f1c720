"""The list of delegations."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from meetings.exports.base import ListColumn, Listing, sensitive_column
from meetings.exports.cells import choice_label, related_name
from meetings.models import Attendee
from meetings.models.countries import language_of
from meetings.models.delegations import Role
from meetings.models.orders import body_order


def own_name_cell(delegation):
    """Return the body's name on the day in the language of its country."""
    if not delegation.country:
        return None
    language = language_of(delegation.country) or "en"
    return delegation.body.name_on(delegation.meeting.day_of_names, language)


def head_cell(delegation):
    """Return the name of the head that is expected; cancelled ones are not loaded."""
    return next((each.person.display_name for each in delegation.heads), None)


class DelegationListing(Listing):
    """The delegations of a meeting, by the names that they had on its day."""

    key, model_name, about_kind = "delegations", "delegation", "meeting"
    columns = (
        ListColumn("country", _("Country"), related_name("country"), 16),
        ListColumn("code", _("Code"), "code", 13),
        ListColumn("delegation", _("Delegation"), "name_at_meeting", 28),
        ListColumn("own_name", _("Name in own language"), own_name_cell, 24),
        ListColumn("status", _("Status"), choice_label("status"), 14),
        ListColumn("capacity", _("Takes part as"), choice_label("capacity"), 16),
        ListColumn("head", _("Head of delegation"), head_cell, 18),
        ListColumn("people", _("Attendees"), "attendee_count", 8),
        ListColumn("seats_expected", _("Seats expected"), "seats_expected", 8),
        ListColumn("protocol_order", _("Protocol order"), "protocol_order", 8),
        sensitive_column("focal_point_name", _("Focal point"), "focal_point_name", 20),
        sensitive_column(
            "focal_point_email", _("Focal point's e-mail"), "focal_point_email", 28
        ),
        sensitive_column("note", _("Note"), "note", 28),
    )
    orders = {"protocol": _("Protocol order"), "government": _("Government")}

    def items(self, about):
        heads = Attendee.objects.expected().filter(role=Role.HEAD)
        # Into a list of their own: `attendees` would pass for all of them.
        heads = Prefetch("attendees", heads.select_related("person"), to_attr="heads")
        delegations = about.delegations.with_bodies().with_head_count()
        return delegations.prefetch_related(heads)

    def in_order(self, items, order):
        if order == "government":
            return items.order_by(*body_order(""))
        return items.in_protocol_order()
