"""The log of exports, for managers to read."""

from django.contrib import admin

from meetings.admin.base import ShortSearchMixin
from meetings.models import ExportLog


@admin.register(ExportLog)
class ExportLogAdmin(ShortSearchMixin, admin.ModelAdmin):
    """A log that its writers could change would prove nothing: it is read only."""

    list_display = [
        "made_at",
        "made_by",
        "what",
        "about",
        "suffix",
        "row_count",
        "is_sensitive",
        "reason",
    ]
    list_filter = ["is_sensitive", "what", "suffix"]
    search_fields = ["about", "what", "reason", "made_by__email"]
    date_hierarchy = "made_at"
    list_select_related = ["made_by"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
