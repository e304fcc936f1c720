"""What is done around every request: language, odd addresses, lost edits."""

from django.shortcuts import render
from django.utils import translation

from meetings.models.base import StaleVersion


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
