"""The base of the admin pages of all models: history, versions, import and export."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from import_export.admin import ImportExportMixin
from import_export.forms import ExportForm
from simple_history.admin import SimpleHistoryAdmin

from meetings.admin.origins import OriginsMixin
from meetings.admin.resources.base import resource_for
from meetings.admin.resources.formats import EXPORT_FORMATS, IMPORT_FORMATS
from meetings.forms.base import VersionedForm
from meetings.forms.exports import reason_field
from meetings.forms.lookups import LONGEST
from meetings.models import ExportLog
from meetings.models.exports import Exported
from meetings.models.finding import FindableQuerySet, first_words
from meetings.spreadsheets import Unreadable


class SensitiveExportForm(ExportForm):
    """Export rows with personal data, for a reason."""

    reason = reason_field(required=True)


def relation_names(model):
    """Return the names of a model's editable relations to other models."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return [field.name for field in fields if field.is_relation and field.editable]


class AutocompleteMixin:
    """Related rows are chosen by typing: a list of all of them would be too long."""

    form = VersionedForm

    def get_autocomplete_fields(self, request):
        return [
            name
            for name in relation_names(self.model)
            if name not in self.raw_id_fields
        ]


class ShortSearchMixin:
    """A search for what a text begins with: of a longer one a database would fail."""

    def get_search_results(self, request, queryset, search_term):
        words = " ".join(first_words(search_term[:LONGEST].split()))
        return super().get_search_results(request, queryset, words)


class TrackedModelInline(AutocompleteMixin, admin.TabularInline):
    """The parts of a row, edited on the page of the whole."""

    extra = 0

    def get_fields(self, request, obj=None):
        # The reason is asked for once a page, on the form of the whole.
        fields = super().get_fields(request, obj)
        return [name for name in fields if name != "change_reason"]


class TrackedModelAdmin(
    OriginsMixin,
    AutocompleteMixin,
    ShortSearchMixin,
    ImportExportMixin,
    SimpleHistoryAdmin,
):
    """The admin of a `Tracked` model; rows are imported and exported by natural key."""

    # “Show all” of every attendee there ever was would never come.
    list_per_page = 50
    list_max_show_all = 500
    import_formats = IMPORT_FORMATS
    export_formats = EXPORT_FORMATS
    import_template_name = "admin/meetings/import.html"
    object_history_list_template = "admin/meetings/history_list.html"

    def get_resource_classes(self, request):
        return [resource_for(self.model)]

    def get_search_results(self, request, queryset, search_term):
        # The models' own `search` looks into former names and folds characters.
        if not hasattr(queryset, "search"):
            return super().get_search_results(request, queryset, search_term)
        if search_term and isinstance(queryset, FindableQuerySet):
            return queryset.search(search_term[:LONGEST]), False
        for word in first_words(search_term[:LONGEST].split()):
            queryset = queryset.search(word)
        return queryset, False

    def get_export_form_class(self):
        return SensitiveExportForm if self.model.sensitive else ExportForm

    def get_data_for_export(self, request, queryset, **kwargs):
        # As texts, numbers and dates would be no cells to compute and sort with.
        kwargs["force_native_type"] = True
        return super().get_data_for_export(request, queryset, **kwargs)

    def get_export_data(self, file_format, request, queryset, **kwargs):
        """Return what is exported, and write its line in the log of exports."""
        data = super().get_export_data(file_format, request, queryset, **kwargs)
        form = kwargs["export_form"]
        ExportLog.objects.create(
            made_at=timezone.now(),
            made_by=request.user,
            what=Exported.BACK_OFFICE,
            about=self.model._meta.model_name,
            suffix=file_format.get_extension(),
            is_sensitive=bool(self.model.sensitive),
            reason=form.cleaned_data.get("reason", ""),
            # Of what was found on the page, which is what is exported.
            row_count=queryset.count(),
        )
        return data

    def add_data_read_fail_error_to_form(self, form, e):
        if isinstance(e, Unreadable):
            form.add_error("import_file", str(e))
        else:
            super().add_data_read_fail_error_to_form(form, e)

    @method_decorator(require_POST)
    def process_import(self, request, **kwargs):
        """Import the file that was previewed: all of its rows, or none and say why.

        The stock view keeps the good rows of a file when other rows are refused.
        """
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_confirm_form(request)
        # Uploads wait in the cache for a day, and anybody can press “back” later.
        data = form.is_valid() and self._upload(form).read()
        if not data:
            messages.error(request, _("The upload is gone; choose the file again."))
            return redirect(self._url("import"))
        # The one reader takes every format, by the content of the file.
        dataset = IMPORT_FORMATS[0]().create_dataset(data)
        result = self.process_dataset(
            dataset, form, request, rollback_on_validation_errors=True
        )
        if result.has_errors() or result.has_validation_errors():
            return self._render_refusal(request, result)
        self._upload(form).remove()
        return self.process_result(result, request)

    def _upload(self, form):
        storage = self.get_tmp_storage_class()
        return storage(name=form.cleaned_data["import_file_name"])

    def _url(self, page):
        info = "_".join(self.get_model_info())
        return reverse(f"{self.admin_site.name}:{info}_{page}")

    def _render_refusal(self, request, result):
        """Return the import page with the rows that were refused since the preview."""
        messages.error(request, _("Nothing was imported."))
        context = self.admin_site.each_context(request) | {
            "title": _("Import"),
            "form": self.import_form_class(
                IMPORT_FORMATS, self.get_import_resource_classes(request)
            ),
            "opts": self.opts,
            "media": self.media,
            "result": result,
            "import_error_display": self.import_error_display,
            "import_url": self._url("import"),
        }
        return TemplateResponse(request, self.import_template_name, context)


class OfMeetingAdmin(TrackedModelAdmin):
    """Rows of a meeting, whose title is made of the names that its series had."""

    also_related = []

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        rows = rows.select_related("meeting__series", *self.also_related)
        return rows.prefetch_related("meeting__series__names")
