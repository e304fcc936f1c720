"""Every address, role and method is held to what is declared here.

A declaration has four lines, for GET, POST, PUT and DELETE; each gives the status for
anonymous users, viewer, desk, editor and manager. Nothing valid is submitted.
"""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Meeting
from tests.conftest import client_of, make_user
from tests.factories import make_attendee, make_meeting
from tests.walk import Samples, pages, routes

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "viewer", "desk", "editor", "manager")
METHODS = ("get", "post", "put", "delete")

NO = "302 405 405 405 405"  # a method that signed-in users are told there is not
NEVER = "405 405 405 405 405"
ALWAYS = "200 200 200 200 200"
AWAY = "302 302 302 302 302"
OFFICE = "302 403 403 200 200"
OFFICE_ONLY_GET = "302 403 403 405 405"
MANAGER = "302 403 403 403 200"
NOBODY = "302 403 403 403 403"

PAGE = ("302 200 200 200 200", NO, NO, NO)
TEXTS = (PAGE[0], "302 404 404 404 404", NO, NO)  # what is sent names no text
OPEN_PAGE = (ALWAYS, NEVER, NEVER, NEVER)
OWN_FORM = ("302 200 200 200 200",) * 3 + (NO,)
FORM = (OFFICE, OFFICE, OFFICE, OFFICE_ONLY_GET)
OFFICE_PAGE = (OFFICE, *(OFFICE_ONLY_GET,) * 3)
OFFICE_AWAY = "302 403 403 302 302"
ADMIN_PAGE = (OFFICE,) * 4
ADMIN_GET = (OFFICE, *(OFFICE_ONLY_GET,) * 3)
MANAGERS_PAGE = (MANAGER,) * 4
LEADS_AWAY = (AWAY,) * 4
ABSENT = ("302 404 404 404 404",) * 4
ADMIN_AWAY = ("302 403 403 302 302",) * 4

EXPECTED = {
    # the desk
    "dashboard": PAGE,
    "meeting-list": PAGE,
    "meeting-detail": PAGE,
    "meeting-record": PAGE,
    "agenda": PAGE,
    "agenda-version-list": PAGE,
    "agenda-version": PAGE,
    "agenda-draft": PAGE,
    "agenda-publish": FORM,
    "agenda-calendar": PAGE,
    "calendar": OPEN_PAGE,
    "calendar-feed-list": FORM,
    "calendar-feed-revoke": (
        OFFICE,
        OFFICE_AWAY,
        OFFICE_ONLY_GET,
        OFFICE_ONLY_GET,
    ),
    "agenda-edit": OFFICE_PAGE,
    "agenda-copy": (OFFICE, OFFICE, OFFICE_ONLY_GET, OFFICE_ONLY_GET),
    "agenda-sheet": PAGE,
    "agenda-import": FORM,
    "agenda-take-over": (NO, OFFICE_AWAY, NO, NO),
    "agenda-undo": (NO, OFFICE_AWAY, NO, NO),
    "session-add": FORM,
    "session-edit": FORM,
    "session-move": (NO, OFFICE_AWAY, NO, NO),
    "session-remove": (NO, OFFICE_AWAY, NO, NO),
    "item-add": (NO, OFFICE_AWAY, NO, NO),
    "item-edit": FORM,
    "item-move": (NO, OFFICE_AWAY, NO, NO),
    "item-duration": (NO, OFFICE_AWAY, NO, NO),
    "item-remove": (NO, OFFICE_AWAY, NO, NO),
    "lookup": (NO, "302 200 200 200 200", NO, NO),
    "lookup-presenters": (NO, OFFICE, NO, NO),
    "delegation-list": PAGE,
    "attendee-list": PAGE,
    "attendee-detail": PAGE,
    "government-list": PAGE,
    "government-detail": PAGE,
    "glossary": PAGE,
    "credits": PAGE,
    "government-name-confirm": (NO, OFFICE_AWAY, NO, NO),
    "person-detail": PAGE,
    "series-detail": PAGE,
    "series-untranslated": TEXTS,
    "meeting-untranslated": TEXTS,
    "meeting-add": FORM,
    "meeting-edit": FORM,
    "meeting-status": FORM,
    "delegation-add": FORM,
    "delegation-edit": FORM,
    "delegation-decline": FORM,
    "attendee-add": FORM,
    "attendee-edit": FORM,
    "attendee-cancel": FORM,
    "attendee-search": (NO, AWAY, NO, NO),
    "attendee-reinstate": (NO, "302 403 403 302 302", NO, NO),
    "attendee-attendance": (NO, "302 403 302 302 302", NO, NO),
    "outcomes": PAGE,
    "minutes-edit": FORM,
    "minutes-state": (NO, OFFICE, NO, NO),
    "decision-add": FORM,
    "decision-edit": FORM,
    "decision-done": (NO, OFFICE_AWAY, NO, NO),
    "decision-reopen": (NO, OFFICE_AWAY, NO, NO),
    "export-list": PAGE,
    "export": OWN_FORM,
    "export-file": PAGE,
    "export-progress": PAGE,
    "export-fetch": PAGE,
    "export-profile-delete": (NO, AWAY, NO, NO),
    "meeting-exports": PAGE,
    "meeting-export": OWN_FORM,
    "attendee-list-export": OWN_FORM,
    "series-export": OWN_FORM,
    "workbook-export": OWN_FORM,
    "paper-export": OWN_FORM,
    "import-list": FORM,
    "import-table": FORM,
    "import-review": (OFFICE, OFFICE_AWAY, OFFICE_ONLY_GET, OFFICE_ONLY_GET),
    "import-confirm": FORM,
    "import-result": OFFICE_PAGE,
    "import-undo": (OFFICE, OFFICE_AWAY, OFFICE_ONLY_GET, OFFICE_ONLY_GET),
    "import-discard": (OFFICE, OFFICE_AWAY, OFFICE_ONLY_GET, OFFICE_ONLY_GET),
    "import-marked": OFFICE_PAGE,
    "import-report": OFFICE_PAGE,
    # one's own account
    "health": OPEN_PAGE,
    "set-language": (NEVER, AWAY, NEVER, NEVER),
    "account": ("302 200 200 200 200", AWAY, AWAY, NO),
    "account_login": (
        "200 302 302 302 302",
        "200 302 302 302 302",
        "200 302 302 302 302",
        "405 302 302 302 302",
    ),
    "account_logout": ("302 200 200 200 200", AWAY, NEVER, NEVER),
    "account_inactive": OPEN_PAGE,
    "account_reauthenticate": OWN_FORM,
    "account_change_password": OWN_FORM,
    "account_set_password": LEADS_AWAY,
    "account_reset_password": (ALWAYS, ALWAYS, ALWAYS, NEVER),
    "account_reset_password_done": OPEN_PAGE,
    "account_reset_password_from_key": (ALWAYS,) * 4,
    "account_reset_password_from_key_done": OPEN_PAGE,
    "mfa_index": PAGE,
    "mfa_authenticate": LEADS_AWAY,
    "mfa_reauthenticate": LEADS_AWAY,
    "mfa_activate_totp": LEADS_AWAY,
    "mfa_deactivate_totp": ABSENT,
    "mfa_view_recovery_codes": ("302 404 404 404 404", NO, NO, NO),
    "mfa_generate_recovery_codes": LEADS_AWAY,
    "mfa_download_recovery_codes": ABSENT,
    "mfa_list_webauthn": PAGE,
    "mfa_add_webauthn": LEADS_AWAY,
    "mfa_reauthenticate_webauthn": LEADS_AWAY,
    "mfa_remove_webauthn": LEADS_AWAY,
    "mfa_edit_webauthn": LEADS_AWAY,
    "mfa_login_webauthn": (AWAY, AWAY, AWAY, "405 302 302 302 302"),
    # the back office
    "admin:index": ADMIN_PAGE,
    "admin:app_list": ADMIN_PAGE,
    "admin:login": (NOBODY,) * 4,
    "admin:logout": (
        OFFICE_ONLY_GET,
        "302 403 403 302 302",
        OFFICE_ONLY_GET,
        OFFICE_ONLY_GET,
    ),
    "admin:password_change": ADMIN_AWAY,
    "admin:password_change_done": ADMIN_GET,
    "admin:autocomplete": (NOBODY, *(OFFICE_ONLY_GET,) * 3),  # names no field
    "admin:jsi18n": ADMIN_GET,
    "admin:view_on_site": ("302 403 403 404 404",) * 4,
    "admin:auth_user_password_change": MANAGERS_PAGE,
    "admin:secretariat_user_changelist": MANAGERS_PAGE,
    "admin:secretariat_user_add": MANAGERS_PAGE,
    "admin:secretariat_user_change": MANAGERS_PAGE,
    "admin:secretariat_user_history": MANAGERS_PAGE,
    "admin:secretariat_user_delete": (NOBODY,) * 4,
    "admin:mfa_authenticator_changelist": MANAGERS_PAGE,
    "admin:mfa_authenticator_add": (NOBODY,) * 4,
    "admin:mfa_authenticator_history": ADMIN_AWAY,  # there is none to show
    "admin:mfa_authenticator_delete": ("302 403 403 403 302",) * 4,
    "admin:mfa_authenticator_change": (
        "302 403 403 403 302",
        NOBODY,
        "302 403 403 403 302",
        "302 403 403 403 302",
    ),
    "admin:meetings_exportlog_changelist": MANAGERS_PAGE,
    "admin:meetings_exportlog_add": (NOBODY,) * 4,
    "admin:meetings_exportlog_change": (
        MANAGER,
        NOBODY,
        MANAGER,
        MANAGER,
    ),
    "admin:meetings_exportlog_history": MANAGERS_PAGE,
    "admin:meetings_exportlog_delete": (NOBODY,) * 4,
    "admin/meetings/exportlog/<path:object_id>/": ADMIN_AWAY,
    "admin/secretariat/user/<path:object_id>/": ADMIN_AWAY,
    "admin/mfa/authenticator/<path:object_id>/": ADMIN_AWAY,
    "admin/(?P<url>.*)$": ("302 403 403 404 404",) * 4,
}

# What editors may take out again; all else only managers delete.
PARTS = {
    "agendaitem",
    "appointment",
    "citation",
    "decision",
    "figure",
    "governmentname",
    "itemminutes",
    "meetinghost",
    "organizationname",
    "presenter",
    "serieshost",
    "seriesmembership",
    "seriesname",
    "session",
    "statement",
}
MODELS = PARTS | {
    "alias",
    "attendee",
    "country",
    "delegation",
    "glossaryterm",
    "government",
    "meeting",
    "organization",
    "person",
    "series",
    "source",
}
for model_name in MODELS:
    EXPECTED |= {
        f"admin:meetings_{model_name}_changelist": ADMIN_PAGE,
        f"admin:meetings_{model_name}_add": ADMIN_PAGE,
        f"admin:meetings_{model_name}_change": ADMIN_PAGE,
        f"admin:meetings_{model_name}_history": ADMIN_PAGE,
        f"admin:meetings_{model_name}_simple_history": ADMIN_PAGE,
        f"admin:meetings_{model_name}_import": ADMIN_PAGE,
        f"admin:meetings_{model_name}_export": ADMIN_PAGE,
        f"admin:meetings_{model_name}_process_import": (
            OFFICE_ONLY_GET,
            OFFICE_AWAY,
            OFFICE_ONLY_GET,
            OFFICE_ONLY_GET,
        ),
        f"admin:meetings_{model_name}_delete": ADMIN_PAGE
        if model_name in PARTS
        else MANAGERS_PAGE,
        f"admin/meetings/{model_name}/<path:object_id>/": ADMIN_AWAY,
    }


def test_every_address_has_an_expectation():
    assert set(routes()) == set(EXPECTED)


@pytest.mark.any_database  # roles are a table in code; the queries of pages are below
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_as_expected(settings, role, method):
    settings.ACCOUNT_RATE_LIMITS = False
    user = make_user("viewer" if role == "anonymous" else role)
    samples = Samples(user)
    found, wanted = {}, {}

    client = Client()
    for route in set(routes()):
        if role != "anonymous" and "_auth_user_id" not in client.session:
            client.force_login(user)
        response = getattr(client, method)(samples.address(route))
        declared = EXPECTED[route][METHODS.index(method)]
        found[route] = response.status_code
        wanted[route] = int(declared.split()[ROLES.index(role)])

    assert found == wanted


@pytest.mark.any_database
def test_every_page_has_the_strict_policy(manager, settings):
    samples = Samples(manager)
    client = client_of(manager)

    for route in set(routes()):
        response = client.get(samples.address(route))
        policy = dict(
            directive.split(" ", 1)
            for directive in response["Content-Security-Policy"].split("; ")
        )
        assert policy["default-src"] == "'none'", route
        assert policy["script-src"] == policy["style-src"] == "'self'", route


ODD = [
    "q=%00",
    "series=%00&delegation=%00&code=%00",
    "series=%F0%9F%98%80&delegation=%F0%9F%98%80",
    "q=%FF%FE&country=%FF&status=%FF",
    "page=0&page=x",
    "page=99999999999999999999",
    "year=1e400&year=-1",
    "year=99999999999999999999999",
    "sort=;drop&sort=-pk",
    "q=" + "x" * 5000,
    "next=https://evil.example",
]


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_no_address_breaks_a_page(manager, query):
    samples = Samples(manager)
    client = client_of(manager)

    statuses = {
        client.get(f"{samples.address(route)}?{query}").status_code for route in pages()
    }

    assert statuses <= {200, 302, 400, 404}


def test_an_address_that_no_database_takes_is_refused_in_the_pages_own_dress(
    viewer_client,
):
    response = viewer_client.get("/meetings/?q=%00")

    assert response.status_code == 400
    assert "This request cannot be read." in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/nosuch/", "/meetings/nosuch/", "/governments/XX-1/", "/series/nosuch/"],
)
def test_what_is_not_there_is_404_in_the_pages_own_dress(viewer_client, address):
    response = viewer_client.get(address)

    assert response.status_code == 404
    assert "There is no such page." in response.content.decode()
    assert 'class="navbar' in response.content.decode()


def test_a_row_of_another_meeting_is_404(editor_client):
    attendee = make_attendee()
    other = make_meeting()

    for page in ("attendee-detail", "attendee-edit", "attendee-cancel"):
        address = reverse(page, args=[other.slug, attendee.reference])
        assert editor_client.get(address).status_code == 404
    for page in ("attendee-reinstate", "attendee-attendance"):
        address = reverse(page, args=[other.slug, attendee.reference])
        assert editor_client.post(address).status_code == 404
    for page in ("delegation-edit", "delegation-decline"):
        address = reverse(page, args=[other.slug, attendee.delegation.code])
        assert editor_client.get(address).status_code == 404


def test_a_role_that_may_not_is_told_in_the_pages_own_dress(viewer_client):
    response = viewer_client.get(reverse("meeting-add"))

    assert response.status_code == 403
    assert "Your role does not allow this." in response.content.decode()
    assert 'class="navbar' in response.content.decode()


def test_a_form_without_its_token_is_refused_in_the_pages_own_dress(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    response = client.post(reverse("meeting-add"), {})

    assert response.status_code == 403
    assert "This form is no longer valid." in response.content.decode()
    assert not Meeting.objects.exists()
