"""The accounts of those who work here."""

from django.conf import settings
from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_superuser=True, **fields)

    def with_role(self, role):
        """Return active users who have the role."""
        return self.filter(is_active=True, groups__name=role)

    def get_by_natural_key(self, email):
        # People type their address as they like; it is kept in small letters.
        return self.get(email=email.lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A member of the secretariat's staff, who signs in by e-mail.

    It is a model of our own from the first migration: Django cannot change it later.
    """

    email = models.EmailField(
        _("e-mail"),
        unique=True,
        error_messages={"unique": _("There is an account with this e-mail already.")},
    )
    name = models.CharField(_("name"), max_length=100, blank=True)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, blank=True
    )
    is_active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("Take this away instead of deleting an account."),
    )
    date_joined = models.DateTimeField(
        _("member since"), default=timezone.now, editable=False
    )

    objects = UserManager()

    USERNAME_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        permissions = [("enter_backoffice_user", "Can enter the back office")]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        self.email = self.email.lower()

    def save(self, **kwargs):
        self.email = self.email.lower()
        super().save(**kwargs)

    @cached_property
    def roles(self):
        """The names of the user's roles, read once: every check asks for them."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def is_staff(self):
        """Whether the user may enter the back office, as Django's admin calls it."""
        return self.has_perm("secretariat.enter_backoffice_user")
