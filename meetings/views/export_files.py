"""Files that were made for somebody, and the choices that they keep."""

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
    """Forget a profile of one's own."""
    profile = get_object_or_404(ExportProfile, pk=pk, owner=request.user)
    profile.delete()
    messages.success(request, _("Forgotten: %(name)s.") % {"name": profile})
    return redirect("export-list")


def own_file(request, pk):
    """A file that was made for this user."""
    return get_object_or_404(own_files(request.user), pk=pk)


class ExportFilePage(PermissionRequiredMixin, TemplateView):
    """How far a file is; in the end, where it is fetched."""

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
    """How far a file is, for the page that waits for it."""
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
    """The file, as often as its maker wants it."""
    file = own_file(request, pk)
    if not file.is_ready:
        return redirect(file)
    name = file.export.file_name
    response = HttpResponse(
        bytes(file.content), content_type="application/octet-stream"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
