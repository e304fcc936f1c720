"""The lists that can be exported, and the page to choose the columns of one."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from meetings.exports import LISTINGS, needs_reason
from meetings.exports.attendees import AttendeeListing
from meetings.exports.delivery import SUFFIXES
from meetings.forms.attendees import listed_attendees, search_key
from meetings.forms.exports import ExportForm
from meetings.models import ExportFile, ExportProfile, Series
from meetings.models.attendees import SEE_PERSONAL_DATA
from meetings.models.names import override_language
from meetings.views.mixins import OfMeetingMixin
from meetings.views.sending import new_entry, send_sheets

# Who may export attendees may open the pages of exports; each list asks for its own.
EXPORT_PERMISSION = "meetings.export_attendee"


def listings_for(user, about):
    """Return the lists that this user may export.

    `about` is “meeting”, “series” or "" for the lists of everything.
    """
    return [
        listing
        for listing in LISTINGS.values()
        if listing.about_kind == about
        and user.has_perm(f"meetings.export_{listing.model_name}")
    ]


def own_files(user):
    """Return the files that wait for a user, without their content.

    A role may have been taken away since a file was made, hence the second look.
    """
    files = ExportFile.objects.of_user(user).kept(timezone.now()).without_content()
    may_see = user.has_perm(SEE_PERSONAL_DATA)
    return files if may_see else files.without_personal_data()


class ExportList(PermissionRequiredMixin, TemplateView):
    """The lists of everything, and the user's own files."""

    permission_required = EXPORT_PERMISSION
    template_name = "meetings/exports/list.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            listings=listings_for(self.request.user, ""),
            listings_of_series=listings_for(self.request.user, "series"),
            series_list=Series.objects.all(),
            files=own_files(self.request.user),
            **kwargs,
        )


class ListExport(PermissionRequiredMixin, FormView):
    """Choose the columns of a list about everything, and get it."""

    form_class = ExportForm
    template_name = "meetings/exports/form.html"
    about_kind = ""
    about = None

    @cached_property
    def listing(self):
        listing = LISTINGS.get(self.kwargs["listing"])
        if listing is None or listing.about_kind != self.about_kind:
            raise Http404
        return listing

    @cached_property
    def profile(self):
        """The profile to start from, if the address names one of theirs."""
        pk = self.request.GET.get("profile", "")
        profiles = self._profiles() if pk else ()
        # Compared as texts: an address may have any text here, or 5,000 digits, which
        # Python refuses to make a number of.
        return next((each for each in profiles if str(each.pk) == pk), None)

    def _profiles(self):
        return ExportProfile.objects.usable_by(self.request.user, self.listing.key)

    def get_permission_required(self):
        return [f"meetings.export_{self.listing.model_name}"]

    def get_form_kwargs(self):
        may_see = self.request.user.has_perm(SEE_PERSONAL_DATA)
        return super().get_form_kwargs() | {
            "listing": self.listing,
            "with_sensitive": may_see,
        }

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if self.profile and not form.is_bound and form.start_from_profile(self.profile):
            left_out = _("Columns with personal data were left out of this profile.")
            messages.info(self.request, left_out)
        return form

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            listing=self.listing,
            count=self.listing.count(self.get_items()),
            profiles=self._profiles(),
            profile=self.profile,
            **kwargs,
        )

    def get_items(self):
        return self.listing.items(self.about)

    def form_valid(self, form):
        if form.is_to_keep:
            profile = form.keep(self.request.user)
            messages.success(self.request, _("Kept: %(name)s.") % {"name": profile})
            return redirect(f"{self.request.path}?profile={profile.pk}")
        suffix = self.request.POST.get("suffix", "").lower()
        # The buttons send it; what has no button does not exist.
        if suffix not in SUFFIXES:
            raise Http404
        entry = new_entry(
            self.request,
            self.listing.key,
            getattr(self.about, "slug", ""),
            suffix,
            languages=form.cleaned_data["language"],
            columns=[column.key for column in form.chosen],
            is_sensitive=needs_reason(form.chosen),
            reason=form.cleaned_data.get("reason", ""),
        )
        # Headings, names and labels are bound to this language when they are made.
        with override_language(form.cleaned_data["language"]):
            items = self.get_items()
            items = self.listing.in_order(items, form.cleaned_data.get("order"))
            sheet = self.listing.sheet(str(self.listing.title), items, form.chosen)
            return send_sheets(entry, [sheet], partial(self.listing.count, items))


class MeetingListExport(OfMeetingMixin, ListExport):
    """Choose the columns of a list about a meeting, and get it."""

    about_kind = "meeting"

    @property
    def about(self):
        return self.meeting


class AttendeeListExport(MeetingListExport):
    """Choose the columns of the attendees that the list shows, and get them."""

    listing = AttendeeListing()

    def get_context_data(self, **kwargs):
        has_filter = bool(self.request.GET.keys() - {"profile"})
        is_searched = bool(self.request.session.get(search_key(self.meeting)))
        return super().get_context_data(is_narrowed=has_filter or is_searched, **kwargs)

    def get_items(self):
        return listed_attendees(self.request, self.meeting)


class SeriesListExport(ListExport):
    """Choose the columns of a list about a series, and get it."""

    about_kind = "series"

    @cached_property
    def about(self):
        return get_object_or_404(Series, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(series=self.about, **kwargs)
