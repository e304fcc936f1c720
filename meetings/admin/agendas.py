"""Sessions, agenda items, presenters and decisions in the back office."""

from django.contrib import admin

from meetings.admin.base import (
    OfMeetingAdmin,
    TrackedModelAdmin,
    TrackedModelInline,
)
from meetings.models import AgendaItem, Decision, ItemMinutes, Presenter, Session


class AgendaItemInline(TrackedModelInline):
    model = AgendaItem
    fields = [
        "order",
        "number",
        "kind",
        "title_en",
        "duration",
        "is_internal",
        "seen_version",
    ]


class PresenterInline(TrackedModelInline):
    model = Presenter


@admin.register(Session)
class SessionAdmin(OfMeetingAdmin):
    list_display = ["meeting", "order", "kind", "title_en", "date", "start", "end"]
    list_filter = ["kind", "mode", "meeting__series"]
    search_fields = ["meeting__slug", "title_en", "title_ko", "title_ja", "title_zh"]
    # An inline answers 500 where a constraint with a condition is broken; items have
    # none, attendees do and so have a page of their own.
    inlines = [AgendaItemInline]


@admin.register(AgendaItem)
class AgendaItemAdmin(TrackedModelAdmin):
    list_display = ["session", "order", "kind", "title_en", "is_internal"]
    list_filter = ["kind", "is_internal", "session__meeting__series"]
    list_select_related = ["session"]
    search_fields = [
        "session__meeting__slug",
        "title_en",
        "title_ko",
        "title_ja",
        "title_zh",
    ]
    inlines = [PresenterInline]


@admin.register(Presenter)
class PresenterAdmin(TrackedModelAdmin):
    list_display = ["__str__", "part", "item", "order"]
    list_select_related = [
        "item",
        "person",
        "government",
        "attendee__person",
        "attendee__delegation__government",
        "attendee__delegation__organization",
    ]
    search_fields = ["as_printed", "item__title_en", "item__session__meeting__slug"]


@admin.register(ItemMinutes)
class ItemMinutesAdmin(TrackedModelAdmin):
    list_display = ["item"]
    list_select_related = ["item"]
    search_fields = ["text", "item__title_en", "item__session__meeting__slug"]


@admin.register(Decision)
class DecisionAdmin(OfMeetingAdmin):
    list_display = ["meeting", "order", "kind", "text_en", "adopted_on", "follow_up"]
    list_filter = ["kind", "follow_up", "meeting__series"]
    search_fields = ["meeting__slug", "text_en", "text_ko", "text_ja", "text_zh"]
