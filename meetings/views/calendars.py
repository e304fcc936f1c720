"""A published agenda in people's calendars: downloaded, or subscribed to."""

import hashlib
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_safe

from meetings.agenda.subscriptions import audience_of, entries
from meetings.documents.calendars import calendar
from meetings.models import CalendarFeed, Meeting
from meetings.models.countries import language_of
from meetings.models.names import LANGUAGES, active_language, override_language
from meetings.views.sending import new_entry, send_file

CALENDAR = "text/calendar; charset=utf-8"
SECONDS_FRESH = 600
# A full stop parts token and signature, since some calendars mistake a colon.
SIGNER = Signer(sep=".", salt="meetings.calendar")


def feed_url(feed):
    """Return where a calendar finds what it subscribes to."""
    path = reverse("calendar", args=[SIGNER.sign(feed.token)])
    return settings.SITE_URL + path


def feed_by_signed_token(signed):
    """Return the feed in use of a signed token, else answer that there is none.

    A revoked feed and one that never was are not told apart.
    """
    try:
        token = SIGNER.unsign(signed)
    except BadSignature:
        raise Http404 from None
    feeds = CalendarFeed.objects.in_use().select_related(
        "meeting__series",
        "delegation__meeting",
        "delegation__government__country",
        "delegation__organization__country",
        "person__country",
    )
    names = ("meeting__series__names", "delegation__government__names")
    names = (*names, "delegation__organization__names")
    return get_object_or_404(feeds.prefetch_related(*names), token=token)


def language_asked(request, default):
    """Return the language in the address of the request, if it is one, or `default`."""
    language = request.GET.get("language", "")[:2]
    return language if language in LANGUAGES else default


def own_language(feed):
    """Return that of the delegation's or the person's country, else English."""
    return language_of(feed.subject and feed.subject.country) or "en"


def versions_of(meeting):
    return list(meeting.agenda_versions.order_by("number"))


def calendar_and_entries(meeting, versions, language, subject=None):
    """Return the calendar of the last version, and what it shows of each session."""
    with override_language(language):
        shown = entries(meeting, versions, audience_of(subject))
        return calendar(meeting, shown, settings.SITE_URL, subject), shown


@require_safe
@login_not_required
@cache_control(private=True, max_age=SECONDS_FRESH)
def subscribed_calendar(request, signed):
    """The calendar behind an address, for whoever knows it."""
    feed = feed_by_signed_token(signed)
    language = language_asked(request, own_language(feed))
    versions = versions_of(feed.meeting)
    body, _shown = calendar_and_entries(feed.meeting, versions, language, feed.subject)
    # No date tells when it changed: names, venues and attendees have no version.
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response = HttpResponse(body, content_type=CALENDAR, headers={"ETag": etag})
    return get_conditional_response(request, etag, None, response)


@require_GET
@permission_required("meetings.export_session", raise_exception=True)
def download_calendar(request, slug):
    """The calendar of a meeting, for those who work here."""
    meeting = get_object_or_404(Meeting.objects.with_names(), slug=slug)
    versions = versions_of(meeting)
    if not versions:
        messages.info(request, _("No version of the agenda is published yet."))
        return redirect("agenda-version-list", slug)
    language = language_asked(request, active_language())
    entry = new_entry(request, "calendar", slug, "ics", languages=language)
    response = send_file(entry, partial(write_calendar, meeting, versions, language))
    response["Content-Type"] = CALENDAR
    return response


def write_calendar(meeting, versions, language, file, _report_progress):
    body, shown = calendar_and_entries(meeting, versions, language)
    file.write(body)
    return len(shown)
