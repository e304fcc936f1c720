"""Writing the minutes of items, each saved by itself while others write too."""

from dataclasses import dataclass
from itertools import chain
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import IntegrityError, transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django.views.generic import UpdateView

from meetings.agenda import presence
from meetings.agenda.outcomes import minutes_with_savers
from meetings.forms.outcomes import (
    NEVER_SAVED,
    MinutesForm,
    warning_about,
    with_line_feeds,
)
from meetings.models import AgendaItem, ItemMinutes, Meeting
from meetings.models.base import StaleVersion
from meetings.views.mixins import OfMeetingMixin

MAY_WRITE = "meetings.change_itemminutes"


@dataclass(frozen=True)
class MinutesEntry:
    """An item on a page, with the form of its minutes, and who saved them when."""

    item: AgendaItem
    form: MinutesForm
    saved_text: str

    @classmethod
    def of(cls, meeting, form, now):
        minutes = form.instance
        text = saved_text(meeting, now, minutes.saved_at, minutes.saver)
        return cls(minutes.item, form, text)


def zone_shown(meeting):
    """Return the zone in which a page shows times: the meeting's, else that of here."""
    name = meeting.time_zone
    return ZoneInfo(name) if name else timezone.get_current_timezone()


def saved_text(meeting, now, moment, who=""):
    """Return “Saved 14:03, Edo Editor”; with the day, unless it is today."""
    if moment is None:
        return ""
    moment, now = (each.astimezone(zone_shown(meeting)) for each in (moment, now))
    # In the zone of the meeting, whose day it is that counts as today.
    form = "%H:%M" if moment.date() == now.date() else "%Y-%m-%d %H:%M"
    text = _("Saved %(time)s, %(who)s") if who else _("Saved %(time)s")
    return text % {"time": moment.strftime(form), "who": who}


class MinutesEdit(PermissionRequiredMixin, OfMeetingMixin, UpdateView):
    """Write the minutes of one item; a script is answered in JSON."""

    permission_required = MAY_WRITE
    form_class = MinutesForm
    template_name = "meetings/outcomes/minutes.html"

    def get_object(self, queryset=None):
        items = AgendaItem.objects.filter(session__meeting=self.meeting)
        item = get_object_or_404(items, pk=self.kwargs["pk"])
        minutes = minutes_with_savers().filter(item=item).first()
        minutes = minutes or ItemMinutes()
        minutes.item = item
        return minutes

    @property
    def is_asked_by_script(self):
        kinds = ["text/html", "application/json"]
        return self.request.get_preferred_type(kinds) == "application/json"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(zone=zone_shown(self.meeting), **kwargs)
        entry = MinutesEntry.of(self.meeting, context["form"], timezone.now())
        return context | {"entry": entry, "item": entry.item}

    def form_valid(self, form):
        try:
            with transaction.atomic():
                minutes = form.save()
        except (IntegrityError, StaleVersion):  # somebody else, in the same moment
            return self.post(self.request)
        now = timezone.now()
        if self.is_asked_by_script:
            message = saved_text(self.meeting, now, now)
            return JsonResponse({"version": version_of(minutes), "message": message})
        messages.success(self.request, _("The minutes are saved."))
        page = reverse("outcomes", args=[self.meeting.slug])
        return redirect(f"{page}#item-{minutes.item_id}")

    def form_invalid(self, form):
        if not self.is_asked_by_script:
            return super().form_invalid(form)
        if form.theirs is None:
            message = " ".join(chain.from_iterable(form.errors.values()))
            return JsonResponse({"message": message}, status=400)
        theirs = newer_version(self.meeting, self.get_object(), timezone.now())
        return JsonResponse(theirs, status=409)


def version_of(minutes):
    return minutes.version if minutes.pk else NEVER_SAVED


def newer_version(meeting, minutes, now):
    """Return what the script gets of a version that somebody else saved."""
    return {
        "item": minutes.item_id,
        "version": minutes.version,
        "text": with_line_feeds(minutes.text),
        "message": saved_text(meeting, now, minutes.saved_at, minutes.saver),
        "warning": warning_about(minutes.saver),
    }


@require_POST
@permission_required(MAY_WRITE, raise_exception=True)
def minutes_state(request, slug):
    """Note where the user writes; answer who else does, and what others saved since.

    The versions that the page has are submitted as “item-version”.
    """
    meeting = get_object_or_404(Meeting, slug=slug)
    presence.note_writer(meeting, request.user, request.POST.get("writing", ""))
    seen = dict(each.partition("-")[::2] for each in request.POST.getlist("seen"))
    saved = minutes_with_savers().filter(item__session__meeting=meeting)
    saved = saved.defer("text")  # a page asks every 10 seconds, mostly for nothing new
    now = timezone.now()
    newer = [
        newer_version(meeting, minutes, now)
        for minutes in saved
        if seen.get(str(minutes.item_id)) not in (None, str(minutes.version))
    ]
    writers = presence.writers(meeting, but=request.user)
    texts = {item: writers_text(users) for item, users in writers.items()}
    return JsonResponse({"newer": newer, "writers": texts})


def writers_text(users):
    who = ", ".join(str(user) for user in users)
    text = ngettext("%(who)s is writing here.", "%(who)s are writing here.", len(users))
    return text % {"who": who}
