"""Every address of the site."""

from allauth.account.urls import urlpatterns as allauth_account
from django.contrib import admin
from django.urls import include, path

from secretariat import views

# The pages of allauth that a closed house needs: no sign-up, no change of e-mail.
KEPT = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}

# /account/
account_urls = [
    path("", views.AccountEdit.as_view(), name="account"),
    path("language/", views.set_language, name="set-language"),
    *(page for page in allauth_account if page.name in KEPT),
    path("2fa/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("account/", include(account_urls)),
    path("admin/", admin.site.urls),
    path("health/", views.health, name="health"),
    path("", include("meetings.urls")),
]

handler400 = "secretariat.views.bad_request"
handler403 = "secretariat.views.permission_denied"
handler404 = "secretariat.views.not_found"
handler500 = "secretariat.views.server_error"
