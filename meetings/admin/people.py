"""People and their offices in the back office."""

from django.contrib import admin

from meetings.admin.base import TrackedModelAdmin, TrackedModelInline
from meetings.models import Appointment, Person


class AppointmentInline(TrackedModelInline):
    model = Appointment
    fields = [
        "government",
        "organization",
        "title_en",
        "title_ko",
        "title_ja",
        "title_zh",
        "valid_from",
        "valid_to",
        "seen_version",
    ]


@admin.register(Person)
class PersonAdmin(TrackedModelAdmin):
    list_display = ["native_name", "family_name", "given_name", "country", "is_public"]
    list_filter = ["country", "is_public"]
    list_select_related = ["country"]
    search_fields = ["native_name"]
    inlines = [AppointmentInline]


@admin.register(Appointment)
class AppointmentAdmin(TrackedModelAdmin):
    list_display = ["person", "title_en", "body", "valid_from", "valid_to"]
    list_filter = ["government__country"]
    list_select_related = ["person", "government", "organization"]
    search_fields = ["person__native_name", "person__family_name", "title_en"]
