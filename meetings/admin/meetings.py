"""Series and meetings in the back office."""

from django.contrib import admin

from meetings.admin.base import (
    OfMeetingAdmin,
    TrackedModelAdmin,
    TrackedModelInline,
)
from meetings.models import (
    Meeting,
    MeetingHost,
    Series,
    SeriesHost,
    SeriesMembership,
    SeriesName,
    Statement,
)


class SeriesNameInline(TrackedModelInline):
    model = SeriesName


class SeriesHostInline(TrackedModelInline):
    model = SeriesHost


class MeetingHostInline(TrackedModelInline):
    model = MeetingHost


@admin.register(Series)
class SeriesAdmin(TrackedModelAdmin):
    list_display = ["slug", "name_en", "name_ko", "name_ja", "name_zh", "rotation"]
    search_fields = ["slug", "name_en", "name_ko", "name_ja", "name_zh"]
    inlines = [SeriesNameInline, SeriesHostInline]


@admin.register(SeriesName)
class SeriesNameAdmin(TrackedModelAdmin):
    list_display = ["name", "language", "series", "valid_from", "valid_to"]
    list_filter = ["series", "language"]
    list_select_related = ["series"]
    search_fields = ["name"]


@admin.register(SeriesHost)
class SeriesHostAdmin(TrackedModelAdmin):
    list_display = ["series", "organization", "role"]
    list_filter = ["series", "role"]
    list_select_related = ["series", "organization"]
    search_fields = ["organization__name_en", "organization__abbreviation"]


@admin.register(SeriesMembership)
class SeriesMembershipAdmin(TrackedModelAdmin):
    list_display = ["government", "series", "valid_from", "valid_to"]
    list_filter = ["series", "government__country"]
    list_select_related = ["government", "series"]
    search_fields = ["government__code", "government__name_en"]


@admin.register(Statement)
class StatementAdmin(TrackedModelAdmin):
    list_display = ["series", "order", "kind", "text_en"]
    list_filter = ["series", "kind"]
    list_select_related = ["series"]
    search_fields = ["text_en", "text_ko", "text_ja", "text_zh"]


@admin.register(Meeting)
class MeetingAdmin(TrackedModelAdmin):
    list_display = ["slug", "title", "date", "place", "status"]
    list_filter = ["series", "kind", "status", "format", "country"]
    search_fields = ["slug", "title_en"]
    ordering = ["series", "-earliest"]
    inlines = [MeetingHostInline]

    def get_queryset(self, request):
        # The title of an edition is made of the names that its series had.
        return super().get_queryset(request).with_names()


@admin.register(MeetingHost)
class MeetingHostAdmin(OfMeetingAdmin):
    list_display = ["meeting", "organization", "government", "role"]
    list_filter = ["role", "meeting__series"]
    search_fields = ["meeting__slug", "organization__name_en", "government__name_en"]
    also_related = ["organization", "government"]
