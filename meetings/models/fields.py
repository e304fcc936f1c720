"""Fields of our own."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from meetings.models import edtf
from meetings.models.names import LANGUAGES


def validate_edtf(value):
    """Refuse text that is no date of record, with a sentence that says why."""
    try:
        edtf.parse(value)
    except edtf.EdtfError as error:
        raise ValidationError(error.args[0], code="edtf") from error


def validate_languages(value):
    """Refuse working languages that are not among the four."""
    if unknown := [code for code in value.split() if code not in LANGUAGES]:
        raise ValidationError(
            _("“%(code)s” is none of the languages en, ko, ja, zh.")
            % {"code": unknown[0]}
        )


def validate_time_zone(value):
    """Refuse what is no time zone."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(
            _("There is no time zone “%(zone)s”; write Asia/Seoul, for example.")
            % {"zone": value}
        )


class EdtfField(models.CharField):
    """A date as exact as it is known, kept as EDTF text; empty means unknown."""

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)


class WebAddressField(models.URLField):
    """An address of the web; typed without a scheme it means https."""

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https"} | kwargs)


def bounds(text):
    """The first and the last day that an EDTF text may mean; None where open."""
    if not text:
        return None, None
    moment = edtf.parse(text)
    return moment.earliest, moment.latest
