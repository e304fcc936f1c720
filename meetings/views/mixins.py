"""What the views of several pages share."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from meetings.models import Meeting


def redirect_back(request, default):
    """Go back to the page with the button, which a form names in `next`.

    Only to addresses of our own: a crafted form must not lead people elsewhere.
    """
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if is_ours else default)


class OfMeetingMixin:
    """A page below /meetings/<slug>/."""

    meetings = Meeting.objects.with_names()

    @cached_property
    def meeting(self):
        return get_object_or_404(self.meetings.all(), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(meeting=self.meeting, **kwargs)


class FormOfMeetingMixin(OfMeetingMixin):
    """A page with a form that is told which meeting it is for."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting}


class SingleSubmissionMixin:
    """A form that makes one row, however often it is sent.

    People press a button again when the network is slow. The second submission of a
    form leads to what the first one made.
    """

    def form_valid(self, form):
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            # The same form came in the same moment over another connection: neither
            # submission could see the other when it was checked.
            if form.find_earlier_submission() is None:
                raise
            return self.form_invalid(form)

    def form_invalid(self, form):
        if made := form.find_earlier_submission():
            messages.info(self.request, _("This form was sent before; it is saved."))
            return redirect(made)
        return super().form_invalid(form)
