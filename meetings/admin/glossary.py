"""The terms of the field in the back office."""

from django.contrib import admin

from meetings.admin.base import TrackedModelAdmin
from meetings.models import GlossaryTerm


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(TrackedModelAdmin):
    list_display = ["term_en", "term_ko", "term_ja", "term_zh"]
    search_fields = ["term_en", "term_ko", "term_ja", "term_zh"]
