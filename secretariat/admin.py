"""Accounts in the back office."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from meetings.admin.base import ShortSearchMixin
from secretariat.models import User

# What roles may do is fixed in roles.py; an account has the one e-mail that it signs in
# with; second factors have a page below, which shows no secret.
admin.site.unregister([Group, EmailAddress, Authenticator])


@admin.register(Authenticator)
class SecondFactorAdmin(admin.ModelAdmin):
    """Managers take away the second factor of somebody who lost it."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    fields = readonly_fields = ["user", "type", "created_at", "last_used_at"]


@admin.register(User)
class StaffAdmin(ShortSearchMixin, UserAdmin):
    """Managers make accounts, give roles and take accounts out of use."""

    list_display = [
        "email",
        "name",
        "role_names",
        "language",
        "is_active",
        "last_login",
    ]
    list_filter = ["groups", "is_active"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    fieldsets = [
        (None, {"fields": ["email", "password", "name", "language"]}),
        (_("Roles"), {"fields": ["groups", "is_active"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "email",
                    "name",
                    "language",
                    "usable_password",
                    "password1",
                    "password2",
                    "groups",
                ]
            },
        ),
    ]
    filter_horizontal = ["groups"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def role_names(self, user):
        return ", ".join(group.name for group in user.groups.all())
