"""Sources, citations and figures in the back office."""

from django.contrib import admin

from meetings.admin.base import OfMeetingAdmin, TrackedModelAdmin
from meetings.models import Citation, Figure, Source


@admin.register(Source)
class SourceAdmin(TrackedModelAdmin):
    list_display = ["key", "title", "publisher", "language", "published"]
    list_filter = ["language"]
    search_fields = ["key", "title", "publisher", "url"]


@admin.register(Citation)
class CitationAdmin(OfMeetingAdmin):
    list_display = ["meeting", "field", "printed", "source", "adopted"]
    list_filter = ["adopted", "field", "meeting__series"]
    search_fields = ["meeting__slug", "printed", "source__key"]
    also_related = ["source"]


@admin.register(Figure)
class FigureAdmin(OfMeetingAdmin):
    list_display = ["meeting", "unit", "country", "qualifier", "value", "source"]
    list_filter = ["unit", "qualifier", "country", "meeting__series"]
    search_fields = ["meeting__slug", "source__key", "note_en"]
    also_related = ["source", "country"]
