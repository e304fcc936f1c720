"""Countries, governments and organisations in the back office."""

from django.contrib import admin

from meetings.admin.base import NounAdmin, NounInline
from meetings.models import (
    Country,
    Government,
    GovernmentName,
    Organization,
    OrganizationName,
)


class GovernmentNameInline(NounInline):
    model = GovernmentName


class OrganizationNameInline(NounInline):
    model = OrganizationName


@admin.register(Country)
class CountryAdmin(NounAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh"]
    search_fields = ["code", "name_en", "name_ko", "name_ja", "name_zh"]


@admin.register(Government)
class GovernmentAdmin(NounAdmin):
    list_display = ["code", "name_en", "name_ko", "name_ja", "name_zh", "kind"]
    list_filter = ["country", "level", "kind"]
    search_fields = ["code", "name_en"]
    inlines = [GovernmentNameInline]


@admin.register(GovernmentName)
class GovernmentNameAdmin(NounAdmin):
    list_display = ["name", "language", "kind", "government", "valid_from", "valid_to"]
    list_filter = ["language", "kind", "government__country"]
    list_select_related = ["government"]
    search_fields = ["name"]


@admin.register(Organization)
class OrganizationAdmin(NounAdmin):
    list_display = ["key", "abbreviation", "name_en", "name_ko", "name_ja", "name_zh"]
    list_filter = ["country", "kind"]
    search_fields = ["key", "name_en"]
    inlines = [OrganizationNameInline]


@admin.register(OrganizationName)
class OrganizationNameAdmin(NounAdmin):
    list_display = ["name", "language", "organization", "valid_from", "valid_to"]
    list_filter = ["language"]
    list_select_related = ["organization"]
    search_fields = ["name"]
