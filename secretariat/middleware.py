"""What is done around every request: its size, language, odd addresses, lost edits."""

from contextlib import suppress
from math import inf

from django.conf import settings
from django.http import UnreadablePostError
from django.shortcuts import render
from django.utils import translation

from meetings.models.base import StaleVersion
from meetings.spreadsheets.types import MAX_BYTES


class UserLanguageMiddleware:
    """Activate the language that the user chose, in whichever browser they sign in.

    LocaleMiddleware comes earlier and knows the browser and its cookie only.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)


class BodySizeMiddleware:
    """Refuse what is larger than its page needs, before any of it is kept.

    Django writes an upload to a temporary file before it asks who sends it. This comes
    before the middleware that looks for the form's token, since that reads the body.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        size = body_size(request)
        if size <= largest_body(request):
            return None
        if request.user.is_authenticated and size <= settings.LARGEST_DISCARDED_BODY:
            discard_body(request)
        context = {"takes_files": takes_files(request)}
        return render(request, "413.html", context, status=413)


def body_size(request):
    """Return the bytes that are announced, infinity if it is no number of bytes."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    # Python refuses to make a number of 5,000 digits.
    is_number = size.isascii() and size.isdigit() and len(size) <= 15
    return int(size) if is_number else inf


def discard_body(request):
    """Read the body and keep nothing: a browser sends all before it shows an answer."""
    with suppress(UnreadablePostError):  # who sends it has gone away
        while request.read(64 * 1024):
            pass


def largest_body(request):
    """Return how many bytes may be sent to the page that is asked for."""
    if request.user.is_anonymous:
        return settings.LARGEST_ANONYMOUS_BODY
    form = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return form + MAX_BYTES if takes_files(request) else form


def takes_files(request):
    """Return whether the page that is asked for has a field for a file."""
    page = request.resolver_match
    name = page.url_name or ""
    if page.app_name == "admin":
        # The second page of an import takes what the first one kept.
        return name.endswith("_import") and not name.endswith("_process_import")
    return name in settings.PAGES_THAT_TAKE_FILES


class PlainAddressMiddleware:
    """Refuse addresses with a null character.

    PostgreSQL takes none in a text and raises an error, which would answer 500.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "400.html", status=400)
        return self.get_response(request)


class StaleVersionMiddleware:
    """Answer 409 where two people saved the same row in the same moment.

    Forms notice who saved before them; what is left is the moment between a form's
    check and its write (see Tracked.save).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, StaleVersion):
            return render(request, "409.html", status=409)
        return None
