"""The user's own account, the language, health, and the pages of what went wrong."""

import sys

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse_lazy
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import UpdateView
from django.views.i18n import set_language as set_language_cookie

from secretariat.forms import AccountForm
from secretariat.health import state_of_health


class AccountEdit(UpdateView):
    form_class = AccountForm
    template_name = "account/edit.html"
    success_url = reverse_lazy("account")

    def get_object(self, queryset=None):
        return self.request.user

    def form_valid(self, form):
        messages.success(self.request, _("Your settings are saved."))
        return super().form_valid(form)


@require_POST
@login_not_required
def set_language(request):
    """Keep the language as the user's setting, and for this browser."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and check_for_language(language):
        request.user.language = language
        request.user.save(update_fields=["language"])
    return set_language_cookie(request)


@require_GET
@never_cache
@login_not_required
def health(request):
    """Answer 200 if the program and what it needs work, 503 if something does not.

    It is open to everybody, and so says of each no more than that.
    """
    found = state_of_health()
    is_well = set(found.values()) == {"ok"}
    return JsonResponse(found, status=200 if is_well else 503)


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """Say of what could not be saved or read that it is not the user's fault.

    The page is made without the database, which may be what fails, and without a look
    for the form's token, which would read a body that nobody has measured.
    """
    kind = sys.exc_info()[0]
    is_database = kind and issubclass(kind, (OperationalError, InterfaceError))
    name, status = ("503.html", 503) if is_database else ("500.html", 500)
    return HttpResponse(loader.get_template(name).render(), status=status)


@login_not_required
def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)
