"""What the comboboxes ask while somebody types.

All is asked by POST: what is typed may be somebody's name, and no name stands in an
address, where logs and the browser's history keep it.
"""

from dataclasses import asdict

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from meetings.forms.lookups import LOOKUPS, LookupForm, PresenterLookup
from meetings.models import Meeting
from meetings.models.attendees import SEE_PERSONAL_DATA
from meetings.views.agendas import MAY_EDIT


@require_POST
def look_up(request, kind):
    """Answer with the options of one kind that a text finds, the likeliest first."""
    if kind not in LOOKUPS:
        raise Http404
    lookup = LOOKUPS[kind]
    if not request.user.has_perms(lookup.permissions):
        raise PermissionDenied
    return answer(request, lookup)


@require_POST
@permission_required(MAY_EDIT, raise_exception=True)
def look_up_presenters(request, slug):
    """Answer with those who may present at a meeting, as its editor writes them."""
    return answer(request, PresenterLookup(get_object_or_404(Meeting, slug=slug)))


def answer(request, lookup):
    """Return what is found as JSON: its value, its text, and what tells it apart."""
    text = LookupForm(request.POST).text
    may_see = request.user.has_perm(SEE_PERSONAL_DATA)
    options = lookup.find(text, may_see) if text else []
    return JsonResponse([asdict(option) for option in options], safe=False)
