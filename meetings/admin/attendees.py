"""Delegations and attendees in the back office."""

from django.contrib import admin

from meetings.admin.base import NounAdmin
from meetings.models import Attendee, Delegation


@admin.register(Delegation)
class DelegationAdmin(NounAdmin):
    list_display = ["meeting", "government", "organization", "status", "capacity"]
    list_filter = ["status", "meeting__series"]
    search_fields = ["meeting__slug"]

    def get_queryset(self, request):
        queryset = (
            super()
            .get_queryset(request)
            .select_related("meeting__series", "government", "organization")
        )
        return queryset.prefetch_related("meeting__series__names")


@admin.register(Attendee)
class AttendeeAdmin(NounAdmin):
    list_display = ["reference", "person", "delegation", "role", "status"]
    list_filter = ["role", "status", "mode", "meeting__series"]
    search_fields = ["reference"]
    readonly_fields = ["reference"]
    list_select_related = [
        "person",
        "delegation__government",
        "delegation__organization",
    ]
