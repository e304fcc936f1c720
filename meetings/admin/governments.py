"""Countries, governments and organisations in the back office."""

from django.contrib import admin

from meetings.admin.base import TrackedModelAdmin, TrackedModelInline
from meetings.forms.lookups import GOVERNMENTS
from meetings.models import (
    Country,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
)


class GovernmentNameInline(TrackedModelInline):
    model = GovernmentName


class OrganizationNameInline(TrackedModelInline):
    model = OrganizationName


@admin.register(Country)
class CountryAdmin(TrackedModelAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh"]
    search_fields = ["code", "name_en", "name_ko", "name_ja", "name_zh"]


@admin.register(Government)
class GovernmentAdmin(TrackedModelAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh", "kind"]
    list_filter = ["country", "level", "kind"]
    search_fields = ["code", "name_en"]
    inlines = [GovernmentNameInline]

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
