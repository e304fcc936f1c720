"""Exports: their log, the files that wait for somebody, and kept choices of columns."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

# How long a file waits for its maker. It holds personal data: no longer than needed.
KEPT = timedelta(days=1)
# A file in the making is written to at least this often, unless its process is gone.
LIFE_SIGN = timedelta(seconds=60)


class CannotExport(Exception):
    """An export that cannot be made; its text is a sentence that says why."""


class Exported(models.TextChoices):
    """What can be exported, by the word that the name of the file has for it."""

    # The values are in the log and in names of files: they never change.
    ATTENDEES = "attendees", _("Attendees")
    DELEGATIONS = "delegations", _("Delegations")
    AGENDA = "agenda", _("Agenda")
    FIGURES = "figures", _("Figures, as reported")
    CITATIONS = "citations", _("What the sources print")
    ARCHIVE = "archive", _("Archive")
    SERIES_FIGURES = "series-figures", _("Figures, as reported")
    SERIES_CITATIONS = "series-citations", _("What the sources print")
    MEETINGS = "meetings", _("Meetings")
    GOVERNMENTS = "governments", _("Governments")
    PEOPLE = "people", _("People and their offices")
    WORKBOOK = "workbook", _("Workbook")
    PARTICIPANTS = "participants", _("List of participants")
    PROGRAMME = "programme", _("Programme")
    RUN_OF_SHOW = "run-of-show", _("Run of show")
    BADGES = "badges", _("Name badges, A6")
    BADGES_A4 = "badges-a4", _("Name badges, eight on A4, front and back")
    PLATES = "plates", _("Name plates for the table")
    AGENDA_SHEET = "agenda-sheet", _("Agenda, to be edited")
    CALENDAR = "calendar", _("Calendar")
    BACK_OFFICE = "backoffice", _("Export of the back office")


class ExportLog(models.Model):
    """Who exported what, how many rows, when and for what reason.

    It names columns and lists and nothing of their content: the log of who saw personal
    data must not become a place that holds it.
    """

    made_at = models.DateTimeField(_("exported"))
    # Nobody is signed in at the shell; whoever may use it is known to the server.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("exported by"),
        help_text=_("Nobody is named of what the shell exported."),
    )
    what = models.CharField(_("what"), max_length=40, choices=Exported.choices)
    about = models.CharField(_("of what"), max_length=60, blank=True)
    suffix = models.CharField(_("format"), max_length=10)
    languages = models.CharField(_("languages"), max_length=20, blank=True)
    columns = models.JSONField(_("columns"), default=list, blank=True)
    is_sensitive = models.BooleanField(_("with personal data"), default=False)
    reason = models.CharField(_("reason"), max_length=250, blank=True)
    row_count = models.PositiveIntegerField(
        _("rows"), null=True, help_text=_("Empty where the export did not finish.")
    )

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_sensitive=False) | ~Q(reason=""),
                name="export_of_personal_data_has_a_reason",
                violation_error_message=_("Say what the personal data is needed for."),
            ),
        ]

    def __str__(self):
        return self.file_name

    @property
    def file_name(self):
        """The name of the file: tlgec-27-attendees.xlsx."""
        stem = "-".join(filter(None, [self.about, self.what]))
        return f"{stem}.{self.suffix}"

    def finish(self, row_count):
        """Record how many rows left."""
        self.row_count = row_count
        self.save(update_fields=["row_count"])


class ExportFileQuerySet(models.QuerySet):
    def of_user(self, user):
        """Return files made for `user`, the latest first."""
        return self.filter(export__made_by=user).order_by("-export__made_at")

    def kept(self, moment):
        """Return files that are not outdated at `moment`.

        Outdated ones are deleted when the next file is made, which may be much later.
        """
        return self.filter(touched_at__gte=moment - KEPT)

    def without_personal_data(self):
        return self.exclude(export__is_sensitive=True)

    def outdated(self, moment):
        """Return files that nobody may fetch any more at `moment`."""
        return self.filter(touched_at__lt=moment - KEPT)

    def without_content(self):
        return self.defer("content").select_related("export")


class ExportFile(models.Model):
    """A file that takes a while to make, kept for its maker for a day.

    It is kept in the database, which all web processes share, unlike their disks.
    `done` and `total` count rows; without a total the progress is unknown. The content
    of a file that failed is a sentence that says why, if there is one.
    """

    export = models.OneToOneField(
        ExportLog, models.CASCADE, primary_key=True, related_name="file"
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField()
    is_ready = models.BooleanField(default=False)
    has_failed = models.BooleanField(default=False)
    content = models.BinaryField(null=True)

    objects = ExportFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("exported file")
        verbose_name_plural = _("exported files")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_ready=False) | Q(content__isnull=False),
                name="export_file_ready_has_content",
                violation_error_message=_("A file that is ready has content."),
            ),
        ]

    def __str__(self):
        return self.export.file_name

    def get_absolute_url(self):
        return reverse("export-file", args=[self.pk])

    @property
    def why_not(self):
        """The sentence that says why the file could not be made, or ""."""
        return bytes(self.content or b"").decode() if self.has_failed else ""

    def is_in_the_making(self, moment):
        """Return whether it is being made, by a process that is still alive."""
        at_an_end = self.is_ready or self.has_failed
        return not at_an_end and self.touched_at > moment - LIFE_SIGN


class ExportProfileQuerySet(models.QuerySet):
    def usable_by(self, user, listing):
        """Return the profiles of a list that are the user's own, or shared."""
        shared = Q(is_shared=True) | Q(owner=user)
        return self.filter(shared, listing=listing).select_related("owner")


class ExportProfile(models.Model):
    """Columns and their order, kept under a name for the next export."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="+",
        verbose_name=_("owner"),
    )
    listing = models.CharField(_("list"), max_length=40)
    name = models.CharField(_("name"), max_length=60)
    is_shared = models.BooleanField(_("shared with everybody"), default=False)
    columns = models.JSONField(_("columns"))
    order = models.CharField(_("sorted by"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=2)

    objects = ExportProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("export profile")
        verbose_name_plural = _("export profiles")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "listing", "name"],
                name="export_profile_name_once",
                violation_error_message=_("You have a profile of this name already."),
            ),
        ]

    def __str__(self):
        return self.name
