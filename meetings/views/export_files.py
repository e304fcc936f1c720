"""The files that wait for a user, and the profiles of columns that they keep."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView

from meetings.models import ExportProfile
from meetings.views.exports import EXPORT_PERMISSION, own_files


@require_POST
@permission_required(EXPORT_PERMISSION, raise_exception=True)
def delete_profile(request, pk):
    """Delete a profile of the user's own; others only use shared ones."""
    profile = get_object_or_404(ExportProfile, pk=pk, owner=request.user)
    profile.delete()
    messages.success(request, _("Forgotten: %(name)s.") % {"name": profile})
    return redirect("export-list")


def own_file(request, pk):
    """Return a file that was made for this user; others get 404, not 403."""
    return get_object_or_404(own_files(request.user), pk=pk)


class ExportFilePage(PermissionRequiredMixin, TemplateView):
    """The progress of a file; in the end, the link to fetch it."""

    permission_required = EXPORT_PERMISSION
    template_name = "meetings/exports/file.html"

    def get_context_data(self, **kwargs):
        file = own_file(self.request, self.kwargs["pk"])
        is_in_the_making = file.is_in_the_making(timezone.now())
        return super().get_context_data(
            file=file, is_in_the_making=is_in_the_making, **kwargs
        )


@require_GET
@permission_required(EXPORT_PERMISSION, raise_exception=True)
def export_progress(request, pk):
    """Return the progress of a file, for the script of the page that waits for it."""
    file = own_file(request, pk)
    return JsonResponse(
        {
            "done": file.done,
            "total": file.total,
            "is_in_the_making": file.is_in_the_making(timezone.now()),
        }
    )


@require_GET
@permission_required(EXPORT_PERMISSION, raise_exception=True)
def fetch_file(request, pk):
    """Send a file that is ready, as often as its maker asks for it.

    It was logged when it was made: fetching it again is no other export.
    """
    file = own_file(request, pk)
    # A bookmark or a press on “back” may come too early.
    if not file.is_ready:
        return redirect(file)
    name = file.export.file_name
    # As bytes of no type: whatever is in it, a browser saves it instead of showing it.
    response = HttpResponse(
        bytes(file.content), content_type="application/octet-stream"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
