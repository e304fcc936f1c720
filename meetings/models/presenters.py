"""Who presents or chairs an item of an agenda."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.agendas import LAST_PLACE, AgendaItem
from meetings.models.attendees import Attendee
from meetings.models.base import Tracked
from meetings.models.fields import validate_languages
from meetings.models.governments import Government
from meetings.models.keys import keyed_by
from meetings.models.names import Language
from meetings.models.people import Person


class PresenterPart(models.TextChoices):
    PRESENTER = "presenter", _("Presenter")
    CHAIR = "chair", _("Chair")
    MODERATOR = "moderator", _("Moderator")


@keyed_by("item", "order")
class Presenter(Tracked):
    """Who presents or chairs an item: an attendee, a person, a government, as printed.

    A place that is kept `is_open` until somebody is named.
    """

    item = models.ForeignKey(
        AgendaItem,
        models.CASCADE,
        related_name="presenters",
        verbose_name=_("agenda item"),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), validators=[MaxValueValidator(LAST_PLACE)]
    )
    attendee = models.ForeignKey(
        Attendee,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presentations",
        verbose_name=_("attendee"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presentations",
        verbose_name=_("person"),
    )
    government = models.ForeignKey(
        Government,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presentations",
        verbose_name=_("government"),
    )
    part = models.CharField(
        _("part"),
        max_length=10,
        choices=PresenterPart.choices,
        default=PresenterPart.PRESENTER,
    )
    is_open = models.BooleanField(
        _("open place"), default=False, help_text=_("Nobody is named for it yet.")
    )
    as_printed = models.CharField(_("as printed"), max_length=250, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, blank=True
    )
    interpretation = models.CharField(
        _("interpreted into"),
        max_length=20,
        blank=True,
        validators=[validate_languages],
        help_text=_("Codes with a blank between: ko ja zh en."),
    )

    # The name that everybody may read, set on presenters of a published version.
    published_name = ""

    class Meta:
        verbose_name = _("presenter")
        verbose_name_plural = _("presenters")
        ordering = ["item_id", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "order"],
                name="presenter_order_once_per_item",
                violation_error_message=_(
                    "Another presenter of this item already has this place."
                ),
            ),
            models.CheckConstraint(
                # Two of three are empty: any two, so that one at most is filled.
                condition=Q(attendee=None, person=None)
                | Q(person=None, government=None)
                | Q(attendee=None, government=None),
                name="presenter_is_one_at_most",
                violation_error_message=_(
                    "A presenter is an attendee, a person or a government, not two."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_open=True)
                | ~Q(attendee=None, person=None, government=None, as_printed=""),
                name="presenter_is_somebody",
                violation_error_message=_("Say who presents, if only as printed."),
            ),
        ]

    def __str__(self):
        if self.is_open and not (self.as_printed or self.subject):
            return str(_("To be named"))
        return self.as_printed or str(self.subject)

    @property
    def subject(self):
        """The attendee, person or government, or None."""
        return self.attendee or self.person or self.government

    @property
    def named_person(self):
        """The person who presents, or None."""
        return self.attendee.person if self.attendee else self.person

    @property
    def is_coming(self):
        """Whether no registration says that the presenter does not come."""
        attendee = self.attendee
        if attendee is None:
            return True
        return not (attendee.is_cancelled or attendee.delegation.is_declined)
