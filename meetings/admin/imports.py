"""Aliases, learnt from importing lists, in the back office."""

from django.contrib import admin

from meetings.admin.base import TrackedModelAdmin
from meetings.models import Alias


@admin.register(Alias)
class AliasAdmin(TrackedModelAdmin):
    list_display = ["text", "kind", "value"]
    list_filter = ["kind"]
    search_fields = ["text", "value"]
