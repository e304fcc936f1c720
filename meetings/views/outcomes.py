"""The outcomes of a meeting: their page, and its decisions."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, TemplateView, UpdateView

from meetings.agenda.outcomes import (
    matters_arising,
    sessions_with_minutes,
    with_duties,
)
from meetings.forms.outcomes import DecisionForm, MinutesForm
from meetings.models import AgendaItem, Decision, ItemMinutes
from meetings.models.decisions import FollowUp
from meetings.models.keys import may_be_id
from meetings.views.minutes import MinutesEntry, zone_shown
from meetings.views.mixins import FormOfMeetingMixin, OfMeetingMixin, redirect_back

MAY_DECIDE = "meetings.change_decision"


class Outcomes(PermissionRequiredMixin, OfMeetingMixin, TemplateView):
    permission_required = ("meetings.view_itemminutes", "meetings.view_decision")
    template_name = "meetings/outcomes/outcomes.html"

    def get_context_data(self, **kwargs):
        today, now = timezone.localdate(), timezone.now()
        return super().get_context_data(
            session_list=[
                (session, [self.entry(item, now) for item in session.item_list])
                for session in sessions_with_minutes(self.meeting)
            ],
            decision_list=with_duties(self.meeting.decisions, today),
            matter_list=with_duties(matters_arising(self.meeting), today),
            zone=zone_shown(self.meeting),
            **kwargs,
        )

    def entry(self, item, now):
        # An item without minutes has no attribute for them at all.
        minutes = getattr(item, "minutes", None) or ItemMinutes(item=item)
        return MinutesEntry.of(self.meeting, MinutesForm(instance=minutes), now)


class DecisionFormMixin(PermissionRequiredMixin, FormOfMeetingMixin):
    """A form on a decision of the meeting, leading back to its outcomes."""

    form_class = DecisionForm
    template_name = "meetings/outcomes/decision.html"

    def form_valid(self, form):
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:  # somebody took its place in the same moment
            form.full_clean()
            return self.form_invalid(form)

    def get_success_url(self):
        messages.success(self.request, _("The decision is saved."))
        return reverse("outcomes", args=[self.meeting.slug])


class DecisionCreate(DecisionFormMixin, CreateView):
    permission_required = "meetings.add_decision"

    def get_initial(self):
        pk = self.request.GET.get("item", "")
        items = AgendaItem.objects.filter(session__meeting=self.meeting)
        return {"item": items.filter(pk=pk).first() if may_be_id(pk) else None}


class DecisionEdit(DecisionFormMixin, UpdateView):
    permission_required = MAY_DECIDE

    def get_object(self, queryset=None):
        return get_object_or_404(self.meeting.decisions, pk=self.kwargs["pk"])


@require_POST
@permission_required(MAY_DECIDE, raise_exception=True)
def mark_done(request, slug, pk):
    """Note that a decision has been followed up."""
    message = _(
        "The decision of %(meeting)s is marked as done."
        " It can be opened again on the page of that meeting."
    )
    return set_follow_up(request, slug, pk, FollowUp.DONE, message)


@require_POST
@permission_required(MAY_DECIDE, raise_exception=True)
def reopen(request, slug, pk):
    """Take back that a decision has been followed up."""
    message = _("The decision of %(meeting)s is open again.")
    return set_follow_up(request, slug, pk, FollowUp.OPEN, message)


def set_follow_up(request, slug, pk, follow_up, message):
    """Set the state of a decision that has one, and go back to where the button was."""
    decisions = Decision.objects.exclude(follow_up="").select_related("meeting__series")
    decision = get_object_or_404(decisions, meeting__slug=slug, pk=pk)
    if decision.follow_up != follow_up:
        decision.follow_up = follow_up
        decision.save()
    messages.success(request, message % {"meeting": decision.meeting})
    return redirect_back(request, reverse("outcomes", args=[slug]))
