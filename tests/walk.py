"""Every address of the site, with a sample of what its parameters may be."""

from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from meetings.attendee_import.confirming import confirm
from meetings.views.calendars import SIGNER
from tests.factories import (
    MAKERS,
    make_agenda_version,
    make_attendee,
    make_batch,
    make_calendar_feed,
    make_decision,
    make_delegation,
    make_export_file,
    make_government,
    make_item,
    make_item_minutes,
    make_meeting,
    make_profile,
    make_series,
    make_session,
)

# What answers no page of ours to a signed-in manager: files, verbs, redirects, JSON.
NO_PAGES = {
    "health",
    "agenda-calendar",
    "calendar",
    "item-add",
    "item-duration",
    "item-move",
    "item-remove",
    "lookup",
    "lookup-presenters",
    "session-move",
    "session-remove",
    "set-language",
    "export-fetch",
    "export-profile-delete",
    "export-progress",
    "agenda-sheet",
    "agenda-take-over",
    "agenda-undo",
    "attendee-search",
    "attendee-reinstate",
    "attendee-attendance",
    "government-name-confirm",
    "decision-done",
    "decision-reopen",
    "minutes-state",
    "import-marked",
    "import-report",
    "account_login",
    "account_set_password",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "mfa_login_webauthn",
}
# People of a list, one for each kind of problem.
PROBLEMS = (
    {"native_name": "김견본", "government": "없는곳", "role": "아무개"},
    {"native_name": "김견본", "code": "KR-47", "role": "단장"},
    {"native_name": "박견본", "code": "KR-47", "role": "단장", "email": "nobody"},
    {"native_name": "박견본", "code": "KR-47", "arrives_on": "10/11/2026"},
    {"native_name": "최견본", "position": "과장"},
)
CATCH_ALL = "(?P<url>.*)$"


def routes(resolver=None, prefix="", namespace=""):
    """Yield every pattern's name, or its text where it has none."""
    for pattern in (resolver or get_resolver()).url_patterns:
        text = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from routes(pattern, text, namespace + inner)
        else:
            yield namespace + pattern.name if pattern.name else text


def pages():
    """The names of the routes that answer a page of ours outside the back office."""
    return {
        route
        for route in set(routes()) - NO_PAGES
        if not route.startswith("admin") and "/" not in route
    }


class Samples:
    """Rows for the addresses to point to, and the addresses."""

    def __init__(self, user):
        self.user = user
        self.rows = {model._meta.model_name: make() for model, make in MAKERS.items()}
        for row in self.rows.values():
            row.save()  # for a version to go back to
        meeting = make_meeting(make_series("tlgec"), number=27)
        delegation = make_delegation(meeting, government=make_government("KR-47"))
        self.attendee = make_attendee(delegation=delegation)
        self.item = make_item(make_session(meeting))
        make_item(make_session(make_meeting(meeting.series, number=26)))
        make_item_minutes(self.item)
        is_open = {"follow_up": "open", "due_on": "2026-01-01"}
        self.decision = make_decision(meeting, item=self.item, **is_open)
        make_decision(make_meeting(meeting.series, date="2025"), **is_open)
        make_agenda_version(meeting)
        make_item(self.item.session)
        self.version = make_agenda_version(meeting)
        make_item(self.item.session)
        self.calendar = make_calendar_feed(meeting)
        self.profile = make_profile(user)
        self.file = make_export_file(user)
        self.rows["exportlog"] = self.file.export
        self.draft = make_batch(meeting, *PROBLEMS, made_by=user)
        self.unwanted = make_batch(meeting)
        self.imported = make_batch(meeting, {"native_name": "이견본", "code": "KR-47"})
        confirm(self.imported, user, timezone.now())

    def address(self, route):
        """The address of a route by its name, or by its text if it has none."""
        if "/" in route:
            return "/" + route.replace("<path:object_id>", "1").replace(CATCH_ALL, "x")
        if route.startswith(("admin:meetings_", "admin:secretariat_", "admin:mfa_")):
            return self._admin_address(route)
        values = {
            "slug": "tlgec-27",
            "kind": "bodies",
            "code": "KR-47",
            "reference": self.attendee.reference,
            "name": "participants",
            "listing": "governments" if route == "export" else "delegations",
            "pk": self._pk(route),
            "uidb36": "1",
            "key": "bad-key",
            "id": self.user.pk,
            "app_label": "meetings",
            "content_type_id": "1",
            "object_id": "1",
            "suffix": "xlsx",
            "number": self.version.number,
            "language": "en",
            "signed": SIGNER.sign(self.calendar.token),
        }
        if route.startswith("series-"):
            values |= {"slug": "tlgec", "listing": "archive"}
        elif route == "person-detail":
            values["key"] = self.attendee.person.key
        return reverse(route, kwargs=self._needed(route, values))

    def _pk(self, route):
        """The id of the row that a route is about; 1 where any will do."""
        if route == "calendar-feed-revoke":
            return make_calendar_feed(self.calendar.meeting).pk
        rows = {
            "import-result": self.imported,
            "import-undo": self.imported,
            "import-discard": self.unwanted,
            "export-profile-delete": self.profile,
            "item-add": self.item.session,
            "import": self.draft,
            "export": self.file,
            "session": self.item.session,
            "item": self.item,
            "minutes": self.item,
            "decision": self.decision,
        }
        model_name, dash, _action = route.partition("-")
        row = rows.get(route) or (dash and rows.get(model_name))
        return row.pk if row else 1

    def _admin_address(self, route):
        _app, model_name, page = route.split(":")[1].split("_", 2)
        row = self.rows.get(model_name, self.user)
        args = [row.pk] if page in ("history", "delete", "change") else []
        if page == "simple_history":
            args = [row.pk, row.history.first().pk]
        return reverse(route, args=args)

    def _needed(self, route, values):
        for candidate, pattern in parameters():
            if candidate == route:
                return {name: values[name] for name in pattern}
        raise LookupError(route)


def parameters(resolver=None, outer=(), namespace=""):
    """Yield the name of each named route and the names of its parameters."""
    for pattern in (resolver or get_resolver()).url_patterns:
        names = (*outer, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from parameters(pattern, names, namespace + inner)
        elif pattern.name:
            yield namespace + pattern.name, names
