"""Signing in, accounts, roles and languages."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from meetings.models import Meeting
from secretariat.models import User
from secretariat.roles import ROLES, permissions_of
from tests.conftest import client_of, make_user
from tests.factories import make_meeting
from tests.helpers import filled

pytestmark = pytest.mark.django_db

LOGIN = "/account/login/"


def sign_in(client, email, password="sesame sesame", **kwargs):
    return client.post(LOGIN, {"login": email, "password": password}, **kwargs)


def test_one_signs_in_by_e_mail_in_any_case(client, editor):
    response = sign_in(client, "EDITOR@Example.org")

    assert response.url == "/"
    assert client.session["_auth_user_id"] == str(editor.pk)


@pytest.mark.parametrize(
    ("email", "password"),
    [("editor@example.org", "wrong"), ("nobody@example.org", "sesame sesame")],
)
def test_a_wrong_sign_in_does_not_tell_what_is_wrong(client, editor, email, password):
    page = sign_in(client, email, password).content.decode()

    assert "The email address and/or password you specified are not correct." in page


def test_an_account_out_of_use_does_not_sign_in(client, editor):
    User.objects.update(is_active=False)

    sign_in(client, editor.email)

    assert "_auth_user_id" not in client.session


def test_guessing_is_slowed_down(client, editor):
    statuses = [sign_in(client, editor.email, "wrong").status_code for _ in range(7)]

    page = sign_in(client, editor.email).content.decode()
    assert set(statuses) <= {200, 429}
    assert "Too many failed login attempts." in page


@pytest.mark.parametrize("address", ["/account/signup/", "/account/email/"])
def test_nobody_signs_up_or_changes_the_e_mail(client, address):
    assert client.get(address).status_code == 404


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client, editor):
    make_meeting(slug="tlgec-27")

    asked = client.get("/meetings/tlgec-27/")
    done = client.post(asked.url, {"login": editor.email, "password": "sesame sesame"})

    assert asked.url == f"{LOGIN}?next=/meetings/tlgec-27/"
    assert done.url == "/meetings/tlgec-27/"


def test_the_back_office_uses_the_same_sign_in(client, editor):
    asked = client.get("/admin/", follow=True)

    assert asked.redirect_chain[-1][0] == f"{LOGIN}?next=/admin/"


def test_a_forgotten_password_is_set_anew_by_mail(client, editor):
    client.post(reverse("account_reset_password"), {"email": editor.email})
    [link] = re.findall(r"http://testserver(\S+)", mail.outbox[0].body)

    form = client.get(link, follow=True)
    passwords = dict.fromkeys(["password1", "password2"], "open open sesame 9")
    client.post(form.redirect_chain[-1][0], passwords)

    assert mail.outbox[0].to == [editor.email]
    assert sign_in(client, editor.email, "open open sesame 9").url == "/"


def test_no_mail_goes_to_who_has_no_account(client, db):
    client.post(reverse("account_reset_password"), {"email": "a@example.org"})

    assert mail.outbox == []


def test_a_second_factor_can_be_set_up(client, editor):
    sign_in(client, editor.email)
    client.post(reverse("account_reauthenticate"), {"password": "sesame sesame"})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    asked = sign_in(Client(), editor.email)

    assert "data:image/svg" in page.content.decode()
    assert asked.url == reverse("mfa_authenticate")


def code_of(secret):
    """The code that an authenticator app shows now."""
    counter = next(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counter))


@pytest.mark.parametrize("role", ROLES)
def test_a_role_grants_what_the_table_says_and_no_more(role):
    user = make_user(role)

    assert user.get_all_permissions() == permissions_of(role)
    assert user.is_staff == (role in ("manager", "editor"))


def test_the_table_of_roles_in_numbers():
    assert {role: len(permissions_of(role)) for role in ROLES} == {
        "manager": 166,
        "editor": 149,
        "desk": 36,
        "viewer": 34,
    }


def test_a_role_without_a_group_grants_nothing(db):
    user = User.objects.create_user("nobody@example.org", "sesame sesame")
    user.groups.add(Group.objects.create(name="guests"))

    assert user.get_all_permissions() == set()
    assert client_of(user).get("/meetings/").status_code == 403


def test_an_account_out_of_use_may_nothing(manager):
    manager.is_active = False

    assert not manager.has_perm("meetings.view_meeting")


def test_two_roles_grant_what_either_grants(desk):
    desk.groups.add(Group.objects.get(name="editor"))
    user = User.objects.get(pk=desk.pk)

    assert user.get_all_permissions() == permissions_of("desk") | permissions_of(
        "editor"
    )


def test_a_manager_makes_an_account_but_no_superuser(manager_client):
    address = reverse("admin:secretariat_user_add")
    form = {
        "email": "New@Example.org",
        "name": "Nam New",
        "usable_password": "true",
        "password1": "open open sesame 9",
        "password2": "open open sesame 9",
        "groups": [Group.objects.get(name="viewer").pk],
        "is_superuser": "on",
    }

    manager_client.post(address, form)

    user = User.objects.get(email="new@example.org")
    assert (user.roles, user.is_superuser) == ({"viewer"}, False)
    assert sign_in(Client(), "new@example.org", "open open sesame 9").url == "/"


def test_an_e_mail_has_one_account(manager_client, editor):
    form = {"email": "EDITOR@example.org", "usable_password": "false"}

    page = manager_client.post(reverse("admin:secretariat_user_add"), form)

    assert "There is an account with this e-mail already." in page.content.decode()


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Meetings"), ("ko", "회의"), ("ja", "会議"), ("zh-hans", "会议")],
)
def test_the_language_is_the_users_setting_wherever_they_sign_in(
    editor, language, word
):
    switch = {"language": language, "next": "/meetings/"}

    response = client_of(editor).post("/account/language/", switch, follow=True)
    elsewhere = client_of(User.objects.get()).get("/meetings/")

    for page in (response, elsewhere):
        assert f"<h1>{word}</h1>" in page.content.decode()
    assert elsewhere["Content-Language"] == language


def test_the_language_can_be_switched_before_signing_in(client, db):
    client.post("/account/language/", {"language": "ja", "next": LOGIN})

    assert "<h1>ログイン</h1>" in client.get(LOGIN).content.decode()


def test_a_language_that_there_is_not_changes_nothing(editor_client, editor):
    editor_client.post("/account/language/", {"language": "xx"})

    editor.refresh_from_db()
    assert editor.language == ""


def test_ones_name_and_language_are_edited(editor_client, editor):
    form = filled(editor_client.get("/account/").context["form"])

    editor_client.post("/account/", form | {"name": "Edo", "language": "ko"})

    editor.refresh_from_db()
    assert (editor.name, editor.language) == ("Edo", "ko")


def test_the_history_says_who(editor_client, editor):
    make_meeting(slug="tlgec-27")
    address = "/meetings/tlgec-27/edit/"
    form = filled(editor_client.get(address).context["form"])

    editor_client.post(address, form | {"venue_en": "Hall"})

    assert Meeting.history.latest().history_user == editor


def test_the_first_manager_is_made_once(db, capsys):
    call_command("first_manager")
    call_command("first_manager")

    [password] = re.findall(r"password  (\S+)", capsys.readouterr().out)
    assert User.objects.get().roles == {"manager"}
    assert sign_in(Client(), "manager@localhost", password).url == "/"
