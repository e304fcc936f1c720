"""The project's own app, and Django's admin with our site in the place of its own."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class SecretariatConfig(AppConfig):
    default = True
    name = "secretariat"
    verbose_name = _("Who works here")
    default_auto_field = "django.db.models.BigAutoField"


class BackOfficeConfig(admin.AdminConfig):
    default = False
    default_site = "secretariat.backoffice.BackOffice"
