"""The back office: Django's admin behind the one sign-in."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _


class ChoiceView(AutocompleteJsonView):
    """Find rows as one types; the page of a model may have a text for each."""

    def get_queryset(self):
        rows = super().get_queryset()
        if self.term and hasattr(rows, "closest_first"):
            return rows.closest_first()
        return rows

    def serialize_result(self, obj, to_field_name):
        choice_text = getattr(self.model_admin, "choice_text", str)
        return super().serialize_result(obj, to_field_name) | {"text": choice_text(obj)}


class BackOffice(admin.AdminSite):
    site_header = _("Back office")
    site_title = _("Back office")
    index_title = _("Everything on record")
    enable_nav_sidebar = True

    def has_permission(self, request):
        """Return whether somebody may enter; refuse others who are signed in.

        Django would ask them to sign in, though they have.
        """
        may_enter = super().has_permission(request)
        if request.user.is_authenticated and not may_enter:
            raise PermissionDenied
        return may_enter

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """Lead to the one page to sign in, which asks for the second factor.

        Django's own form would let in by password alone.
        """
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", request.path))

    def logout(self, request, extra_context=None):
        return LogoutView.as_view(next_page="account_login")(request)

    def autocomplete_view(self, request):
        return ChoiceView.as_view(admin_site=self)(request)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")
