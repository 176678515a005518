"""Forms of the second step: codes from an app, passkeys, recovery codes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.core.validators import MaxLengthValidator
from django.db import DatabaseError

from community.members.signing_in.forms import CodeField

KEY_NAME_MAX = 60  # long enough for "the grey key on my keyring", short enough for one line

LONG_KEY_NAME = f"A name holds up to {KEY_NAME_MAX} characters. Please choose a shorter one."
SECOND_STEP_HELP = "Six digits from your authenticator app, or one of your recovery codes."


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]
    """A code from an app, or a recovery code, to finish signing in."""

    code = CodeField(help_text=SECOND_STEP_HELP)


class SecondStepAgainForm(ReauthenticateForm):  # type: ignore[misc]
    """The same, from somebody who is signed in."""

    code = CodeField(help_text=SECOND_STEP_HELP)


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an authenticator app, which shows that it has the key."""

    code = CodeField(
        label="Code from the app", help_text="Six digits; new ones come every 30 seconds."
    )


@contextmanager
def broken_credentials_refused() -> Iterator[None]:
    """Turn any trouble with a credential into the words for one that did not fit.

    It comes from a browser, or from anybody. In a broken one fido2 raises what it meets, and
    allauth lets most of that through, up to a page that says the mistake is ours.
    """
    try:
        yield
    except (forms.ValidationError, DatabaseError):
        raise
    except Exception as trouble:
        raise get_adapter().validation_error("incorrect_code") from trouble


class KeyNameField(forms.CharField):
    """What a member calls a passkey."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label="Name of this passkey",
            help_text="For you alone, to tell it from others. For example: my telephone.",
            validators=[MaxLengthValidator(KEY_NAME_MAX, message=LONG_KEY_NAME)],
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": "Please give it a name."},
            **options,
        )


class PasskeyForm(SignupWebAuthnForm):  # type: ignore[misc]
    """A new passkey, as the browser made it.

    allauth also knows keys that only add a second step; here each one signs in by itself, so
    the device must have asked for the person's PIN, finger or face.
    """

    name = KeyNameField(required=False)

    def clean(self) -> dict[str, Any]:
        with broken_credentials_refused():
            cleaned: dict[str, Any] = super().clean()
            credential = cleaned.get("credential")
            if credential and not is_user_verified(credential):
                raise get_adapter().validation_error("incorrect_code")
        return cleaned


def is_user_verified(credential: dict[str, Any]) -> bool:
    """Whether the device made sure who was there when it made this passkey."""
    answer = auth.parse_registration_response(credential).response
    return bool(answer.attestation_object.auth_data.is_user_verified())


class ReadsPasskey:
    """Answers a broken passkey in words."""

    def clean_credential(self) -> Authenticator:
        with broken_credentials_refused():
            return super().clean_credential()  # type: ignore[misc]


class PasskeySignInForm(ReadsPasskey, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey instead of an address and a code."""


class PasskeySecondStepForm(ReadsPasskey, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey after the code."""


class PasskeyAgainForm(ReadsPasskey, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey from somebody who is signed in."""


class PasskeyNameForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    name = KeyNameField()
