"""Forms of a membership: joining, signing in, another address, another name."""

from collections.abc import Sequence
from typing import Any

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    LoginForm,
)
from django import forms
from django.core.validators import MaxLengthValidator

from community.members.agreements.forms import PREFIX, add_boxes, ticked
from community.members.agreements.models import AgreementText
from community.members.models import Member
from community.members.naming.pseudonyms import clean_name, refusal
from community.members.signing_in.codes import DIGITS, SentCode, same_code

EMAIL_MAX = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets
CODE_MAX = 40  # what somebody may type or paste around a code

WRONG_CODE = "That is not the code we sent. Please look at the newest message again."
WHOLE_ADDRESS = "Please write the whole address, like name@example.org."
LONG_ADDRESS = (
    f"An address holds up to {EMAIL_MAX} characters. "
    "Please look whether other words came in with it."
)
LATER = (
    "You need not decide this now. We ask again before your first comment, and you can take it back "
    "at any time."
)
LONG_CODE = "That is more than a code. Please type or paste the code alone."


class AddressField(forms.EmailField):
    """An e-mail address, kept in small letters."""

    def __init__(self, *, autocomplete: str = "email", **options: Any) -> None:
        super().__init__(
            max_length=EMAIL_MAX,
            widget=forms.EmailInput(attrs={"autocomplete": autocomplete}),
            error_messages={
                "required": WHOLE_ADDRESS,
                "invalid": WHOLE_ADDRESS,
                "max_length": LONG_ADDRESS,
            },
            **options,
        )

    def clean(self, value: Any) -> str:
        address: str = super().clean(value)
        return address.lower()


class CodeField(forms.CharField):
    """A code: digits, with or without the dash."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", "Code")
        options.setdefault("help_text", f"{DIGITS} digits. The dash between them does not matter.")
        signs = {"class": "code", "autocomplete": "one-time-code", "inputmode": "numeric"}
        super().__init__(
            # Not `max_length`: browsers would cut off pasted words, and the code with them.
            validators=[MaxLengthValidator(CODE_MAX, message=LONG_CODE)],
            widget=forms.TextInput(attrs=signs),
            error_messages={"required": "Please type the code here."},
            **options,
        )


class PseudonymField(forms.CharField):
    """A public name. Whether somebody may have it, the form asks in its `clean_pseudonym`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
            error_messages={"required": "Please choose a name that others will see."},
            **options,
        )


def allowed(name: str, member: Member | None = None) -> str:
    """The cleaned name, or a ValidationError that says why it cannot be had."""
    name = clean_name(name)
    if why := refusal(name, member=member):
        raise forms.ValidationError(why)
    return name


class SignUpForm(forms.Form):
    """What joining asks."""

    email = AddressField(
        label="E-mail address",
        help_text="Nobody sees it. We send a code there now, and whenever you sign in.",
    )
    pseudonym = PseudonymField(
        label="Your public name",
        help_text="Everybody sees it beside your words. It need not be your real name.",
    )

    def __init__(self, *args: Any, texts: Sequence[AgreementText] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.texts = texts
        self.agreed: list[int] = []
        # Whoever only wants to follow something need not consent to what is about writing.
        add_boxes(self, texts, optional=(AgreementText.Kind.HEALTH,))
        if health := self.fields.get(PREFIX + AgreementText.Kind.HEALTH):
            health.help_text = LATER

    def clean_pseudonym(self) -> str:
        return allowed(self.cleaned_data["pseudonym"])

    def clean(self) -> dict[str, Any]:
        self.agreed = ticked(self, self.texts)
        return self.cleaned_data


class RenameForm(forms.Form):
    """Another public name for a member."""

    pseudonym = PseudonymField(
        label="New name",
        help_text="Everybody sees it beside your words, also beside what you wrote before.",
    )

    def __init__(self, *args: Any, member: Member, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member = member

    def clean_pseudonym(self) -> str:
        name = allowed(self.cleaned_data["pseudonym"], self.member)
        if name == self.member.pseudonym:
            raise forms.ValidationError("That is your name already.")
        return name


class SentCodeForm(forms.Form):
    """Takes a code of ours back. A wrong one counts as a try."""

    code = CodeField()

    def __init__(self, *args: Any, sent: SentCode | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sent = sent

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if self.sent is None or not self.sent.enter(typed):
            raise forms.ValidationError(WRONG_CODE)
        return typed


class SignInForm(LoginForm):  # type: ignore[misc]
    """Asks for the address only. Its field is called `login` by allauth."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"] = AddressField(
            label="E-mail address",
            autocomplete="username webauthn",
            help_text="We send a code there. There is no password to remember.",
        )


class ReadsCode:
    """Compares a code of allauth's as we compare ours, so that every kind of dash is fine."""

    cleaned_data: dict[str, Any]
    expected_code: str | None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if not same_code(typed, self.expected_code or ""):
            raise forms.ValidationError(WRONG_CODE)
        return typed


class SignInCodeForm(ReadsCode, ConfirmLoginCodeForm):  # type: ignore[misc]
    """Takes the sign-in code back."""

    code = CodeField()


class AddressForm(AddEmailForm):  # type: ignore[misc]
    """Another address for a member."""

    email = AddressField(
        label="New e-mail address",
        help_text="We send a code there. Until you enter it, nothing changes.",
    )


class AddressCodeForm(ReadsCode, ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """Takes the code back that proves a new address."""

    code = CodeField()
