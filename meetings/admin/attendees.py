"""Delegations and attendees in the back office."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meetings.admin.base import OfMeetingAdmin, TrackedModelAdmin
from meetings.forms.imports import UploadForMeetingForm
from meetings.models import Attendee, Delegation


@admin.register(Delegation)
class DelegationAdmin(OfMeetingAdmin):
    list_display = ["meeting", "government", "organization", "status", "capacity"]
    list_filter = ["status", "meeting__series"]
    search_fields = ["meeting__slug"]
    also_related = ["government", "organization"]


@admin.register(Attendee)
class AttendeeAdmin(TrackedModelAdmin):
    list_display = ["reference", "person", "delegation", "role", "status"]
    list_filter = ["role", "status", "mode", "meeting__series"]
    search_fields = ["reference"]
    # It is printed on badges, and the key of the next import.
    readonly_fields = ["reference"]
    list_select_related = [
        "person",
        "delegation__government",
        "delegation__organization",
    ]

    def import_action(self, request, **kwargs):
        """Upload a list for a meeting; the meeting's pages go on with it.

        Lists of delegations are never as regular as an import by natural keys needs.
        """
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = UploadForMeetingForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            meeting = form.cleaned_data["meeting"]
            if batch := form.create_draft(meeting, request.user, timezone.now()):
                return redirect("import-table", meeting.slug, batch.pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Import a list"),
            "opts": self.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/meetings/import_list.html", context)

    @method_decorator(require_POST)
    def process_import(self, request, **kwargs):
        """Lead back to the first step: the second is on the meeting's pages."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        return redirect(self._url("import"))
