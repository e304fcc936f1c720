"""A meeting's papers as PDF: list of participants, programme, badges, name plates."""

import io

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from django.views.generic import TemplateView

from meetings.documents.badges import name_badges
from meetings.documents.fonts import MissingFonts
from meetings.documents.participants import list_of_participants
from meetings.documents.plates import name_plates
from meetings.documents.programme import programme
from meetings.models import Meeting
from meetings.models.names import LANGUAGES, Language, active_language
from meetings.views.attendees import PERSONAL
from meetings.views.mixins import OfMeetingMixin

MAY = "meetings.export_attendee"
IN_LANGUAGES = {"participants": list_of_participants, "programme": programme}
OTHERS = {
    "badges": lambda meeting, **who: name_badges(meeting, "a6", **who),
    "badges-a4": lambda meeting, **who: name_badges(meeting, "a4", **who),
    "plates": name_plates,
}
NAMES = {
    "participants": _("List of participants"),
    "programme": _("Programme"),
    "badges": _("Name badges, A6"),
    "badges-a4": _("Name badges, eight on A4, front and back"),
    "plates": _("Name plates for the table"),
}


class PaperList(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    """The papers there are, and the languages to have them in."""

    permission_required = MAY
    template_name = "meetings/papers/list.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            papers=[(key, NAMES[key], key in IN_LANGUAGES) for key in NAMES],
            languages=Language.choices,
            language=active_language(),
            **kwargs,
        )


@require_GET
@permission_required(MAY, raise_exception=True)
def paper(request, slug, name):
    """One paper, with the names that the user's role may see."""
    meeting = get_object_or_404(Meeting.objects.with_names(), slug=slug)
    if name not in NAMES:
        raise Http404
    who = {"with_personal_data": request.user.has_perm(PERSONAL)}
    try:
        if name in IN_LANGUAGES:
            pdf = IN_LANGUAGES[name](meeting, languages_of(request), **who)
        else:
            pdf = OTHERS[name](meeting, **who)
    except MissingFonts as error:
        messages.error(request, str(error))
        return redirect("paper-list", slug)
    return FileResponse(
        io.BytesIO(pdf), as_attachment=True, filename=f"{slug}-{name}.pdf"
    )


def languages_of(request):
    """The languages asked for, in our order; the reader's own if there are none."""
    asked = request.GET.getlist("language")
    return tuple(code for code in LANGUAGES if code in asked) or (active_language(),)
