"""Addresses of a membership, all below /account/.

Of allauth's pages only those that make sense without passwords, under allauth's own names:
it looks them up by these.
"""

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from django.urls import path
from django.views.generic import RedirectView

from community.members import views
from community.members.muting import views as mute_views
from community.members.second_factor import again_views
from community.members.second_factor import views as second_factor_views
from community.members.sessions import views as session_views
from community.members.signing_in import address_views, sign_in_views, sign_up_views

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_keys = RedirectView.as_view(pattern_name="mfa_index")
change_address = reauthentication_required(app="allauth.account")(allauth.email)

joining = [
    path("signup/", sign_up_views.sign_up_page, name="account_signup"),
    path("signup/code/", sign_up_views.sign_up_code_page, name="account_signup_code"),
]

signing_in = [
    path("login/", sign_in_views.SignIn.as_view(), name="account_login"),
    path("login/code/", to_sign_in, name="account_request_login_code"),
    path(
        "login/code/confirm/",
        sign_in_views.SignInCode.as_view(),
        name="account_confirm_login_code",
    ),
    path("login/passkey/", sign_in_views.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("login/second-step/", mfa.authenticate, name="mfa_authenticate"),
    path("logout/", allauth.logout, name="account_logout"),
    path("signed-out/", views.signed_out, name="account_signed_out"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
]

showing_again = [
    path("again/", again_views.AgainByCode.as_view(), name="account_reauthenticate"),
    path("again/second-step/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "again/passkey/",
        again_views.AgainByPasskey.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
]

address = [
    path("email/", change_address, name="account_email"),
    path(
        "email/code/",
        address_views.AddressCode.as_view(),
        name="account_email_verification_sent",
    ),
]

keys = [
    path("keys/", second_factor_views.Keys.as_view(), name="mfa_index"),
    path("keys/app/", second_factor_views.AddApp.as_view(), name="mfa_activate_totp"),
    path("keys/app/remove/", second_factor_views.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("keys/passkeys/", to_keys, name="mfa_list_webauthn"),
    path("keys/passkeys/add/", second_factor_views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("keys/passkeys/<int:pk>/name/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "keys/passkeys/<int:pk>/remove/",
        second_factor_views.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("keys/recovery/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "keys/recovery/new/",
        second_factor_views.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "keys/recovery/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    path("muted/", mute_views.muted_page, name="muted"),
    path("sessions/", session_views.places_page, name="sessions"),
    path("", views.account_home, name="account_home"),
    *joining,
    *signing_in,
    *showing_again,
    *address,
    *keys,
]
