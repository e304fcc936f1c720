"""What is untranslated in a series or a meeting, written row by row."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from meetings.agenda.editing import lock
from meetings.forms.translations import (
    TranslationForm,
    UntranslatedFilter,
    translation_form,
)
from meetings.models import Meeting, Series
from meetings.models.base import StaleVersion
from meetings.models.names import LANGUAGES
from meetings.record.translation_aids import citations_for, terms_for
from meetings.record.untranslated import (
    Lacking,
    find_text,
    models_of,
    untranslated,
    with_untranslated,
)
from meetings.views.mixins import OfMeetingMixin

ROWS_A_PAGE = 25


@dataclass(frozen=True)
class Entry:
    """A text on the page: its form, if the user may write it, and what helps."""

    lacking: Lacking
    heading: str
    address: str  # of the page that the heading leads to, "" if to none
    form: TranslationForm | None
    terms: list
    citations: list

    @property
    def description(self):
        """Whose text it is, unless the heading says so."""
        description = self.lacking.description
        return "" if description == self.heading else description

    @property
    def label(self):
        """Which text it is, and whose: for who does not see what stands around it."""
        return f"{self.lacking.label}: {self.lacking.description}"


class Untranslated(PermissionRequiredMixin, TemplateView):
    """What lacks a language; each text is saved by itself, at the page's own address.

    `whole` is the series or the meeting that the page is about.
    """

    refused = None  # the form that was sent, and not saved

    @cached_property
    def filter_form(self):
        return UntranslatedFilter(self.request.GET, models_of(self.whole))

    @cached_property
    def chosen(self):
        return self.filter_form.chosen()

    @property
    def is_narrowed(self):
        languages, kind = self.chosen
        return bool(kind) or len(languages) < len(LANGUAGES)

    def get_context_data(self, **kwargs):
        texts = untranslated(self.whole, *self.chosen)
        page = Paginator(texts, ROWS_A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            whole=self.whole,
            filter={"form": self.filter_form},
            is_narrowed=self.is_narrowed,
            entries=self.entries(page.object_list),
            paginator=page.paginator,
            page_obj=page,
            is_paginated=page.has_other_pages(),
            **kwargs,
        )

    def entries(self, texts):
        sent = self.refused.lacking if self.refused else None
        if sent and sent.key not in {lacking.key for lacking in texts}:
            # It is no longer lacking, but who sent it has to see why it is not saved.
            texts = [sent, *texts]
        terms, citations = terms_for(texts), citations_for(texts)
        return [
            Entry(
                lacking,
                self.heading(lacking.row),
                self.address(lacking.row),
                self.form_of(lacking),
                terms[lacking.key],
                citations[lacking.key],
            )
            for lacking in texts
        ]

    def form_of(self, lacking):
        if self.refused and self.refused.lacking.key == lacking.key:
            return self.refused
        return translation_form(lacking) if self.may_write(lacking) else None

    def may_write(self, lacking):
        model_name = lacking.row._meta.model_name
        return self.request.user.has_perm(f"meetings.change_{model_name}")

    def post(self, request, is_again=False, **kwargs):
        lacking = find_text(self.whole, request.POST.get("key", ""))
        if lacking is None:
            raise Http404
        if not self.may_write(lacking):
            raise PermissionDenied
        following = self.key_after(lacking)
        form = translation_form(lacking, request.POST, self.sent_citation(lacking))
        if not form.is_valid():
            form.text.field.widget.attrs["autofocus"] = True  # it may be far down
            self.refused = form
            return self.answer()
        try:
            with transaction.atomic():
                self.save(form)
        except (IntegrityError, StaleVersion):  # somebody else, in the same moment
            if not is_again:
                return self.post(request, is_again=True, **kwargs)
            form.add_error(None, _("Somebody saved this a moment ago."))
            self.refused = form
            return self.answer()
        messages.success(request, _("Saved: %(text)s.") % {"text": lacking.label})
        return self.answer(following)

    def save(self, form):
        form.save()

    def key_after(self, lacking):
        """Return the key of the text that is next on the page; "" if there is none."""
        keys = [each.key for each in untranslated(self.whole, *self.chosen)]
        if lacking.key not in keys:
            return ""
        place = keys.index(lacking.key)
        return "".join(keys[place + 1 : place + 2] or keys[:place][-1:])

    def sent_citation(self, lacking):
        """Return the citation whose words are taken over, None if none is named."""
        sent = self.request.POST.get("citation")
        if sent is None:
            return None
        for citation in citations_for([lacking])[lacking.key]:
            if str(citation.pk) == sent:
                return citation
        raise Http404

    def answer(self, key=""):
        """Return the texts as they are now: a part of the page for a script.

        A browser without scripts is redirected, so that loading anew sends nothing
        again, to the text with this key.
        """
        # What the script asks for: Accept: text/html;fragment.
        if "fragment" in self.request.headers.get("Accept", ""):
            # A page shows messages at its top, which a part of it does not have.
            context = self.get_context_data(**self.kwargs, is_fragment=True)
            return render(self.request, "meetings/translations/_texts.html", context)
        if self.refused:
            return self.render_to_response(self.get_context_data(**self.kwargs))
        return redirect(f"{self.request.get_full_path()}#{key}")


class MeetingUntranslated(OfMeetingMixin, Untranslated):
    permission_required = "meetings.view_meeting"
    template_name = "meetings/translations/meeting.html"

    @property
    def whole(self):
        return self.meeting

    def save(self, form):
        lock(self.meeting)  # as any edit of its agenda, which writes many rows at once
        super().save(form)

    def heading(self, row):
        meta = row._meta
        return str(row) if row == self.meeting else capfirst(meta.verbose_name_plural)

    def address(self, row):
        return ""


class SeriesUntranslated(Untranslated):
    permission_required = "meetings.view_series"
    template_name = "meetings/translations/series.html"

    @cached_property
    def whole(self):
        return get_object_or_404(Series, slug=self.kwargs["slug"])

    def heading(self, row):
        return str(row if isinstance(row, Meeting) else self.whole)

    def address(self, row):
        return row.get_absolute_url() if isinstance(row, Meeting) else ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            series=self.whole, meeting_list=self.meetings_lacking(), **kwargs
        )

    def meetings_lacking(self):
        """Return the meetings of which anything is lacking, also of their agendas."""
        meetings = with_untranslated(self.whole.meetings.with_titles(), self.chosen[0])
        return meetings.exclude(untranslated_count=0)
