"""Countries, governments and organisations in the back office."""

from django.contrib import admin
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from meetings.admin.base import TrackedModelAdmin, TrackedModelInline
from meetings.forms.lookups import GOVERNMENTS
from meetings.models import (
    Country,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
)
from meetings.models.bulk import TrackedBulkWriter
from meetings.models.confirmed_names import confirmed_reason
from meetings.models.names import Language


class GovernmentNameInline(TrackedModelInline):
    model = GovernmentName


class OrganizationNameInline(TrackedModelInline):
    model = OrganizationName


@admin.register(Country)
class CountryAdmin(TrackedModelAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh"]
    search_fields = ["code", "name_en", "name_ko", "name_ja", "name_zh"]


class NameByRuleFilter(admin.SimpleListFilter):
    """Governments whose name in one language nobody has confirmed."""

    title = _("name by rule")
    parameter_name = "by_rule"

    def lookups(self, request, model_admin):
        return Language.choices

    def queryset(self, request, queryset):
        language = self.value()
        return queryset.unconfirmed(language) if language in Language else queryset


def confirming(language):
    """Return the action that confirms the names in one language."""

    @admin.action(
        permissions=["change"],
        description=format_lazy(_("Confirm names by rule: {}"), language.label),
    )
    def confirm(model_admin, request, queryset):
        writer = TrackedBulkWriter(
            request.user, timezone.now(), confirmed_reason(language)
        )
        count = Government.objects.filter(pk__in=queryset).confirm_names(
            language, writer
        )
        message = ngettext(
            "%(count)d name is confirmed.", "%(count)d names are confirmed.", count
        )
        model_admin.message_user(request, message % {"count": count})

    confirm.__name__ = f"confirm_{language}"
    return confirm


@admin.register(Government)
class GovernmentAdmin(TrackedModelAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh", "kind"]
    list_filter = ["country", "level", "kind", NameByRuleFilter]
    search_fields = ["code", "name_en"]
    inlines = [GovernmentNameInline]
    actions = [confirming(language) for language in Language]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("parent")

    def choice_text(self, government):
        """Name it where it is chosen: two of one name by what they belong to."""
        return GOVERNMENTS.option(government).label


@admin.register(GovernmentName)
class GovernmentNameAdmin(TrackedModelAdmin):
    list_display = ["name", "language", "kind", "government", "valid_from", "valid_to"]
    list_filter = ["language", "kind", "government__country"]
    list_select_related = ["government"]
    search_fields = ["name"]


@admin.register(Organization)
class OrganizationAdmin(TrackedModelAdmin):
    list_display = ["key", "abbreviation", "name_en", "name_ko", "name_ja", "name_zh"]
    list_filter = ["country", "kind"]
    search_fields = ["key", "name_en"]
    inlines = [OrganizationNameInline]


@admin.register(OrganizationName)
class OrganizationNameAdmin(TrackedModelAdmin):
    list_display = ["name", "language", "organization", "valid_from", "valid_to"]
    list_filter = ["language"]
    list_select_related = ["organization"]
    search_fields = ["name"]
