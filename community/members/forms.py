"""Forms of a membership."""

from typing import Any

from django import forms
from django.http import HttpRequest

from common.text import fold, one_line
from community.members.models import PSEUDONYM_MAX, Member
from community.members.pseudonyms import is_reserved, is_taken


class PseudonymField(forms.CharField):
    """A public name: one line, not the house's, not another member's."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Public name",
            max_length=PSEUDONYM_MAX,
            help_text="Everybody sees it above your comments. It need not be your real name.",
            error_messages={"required": "Please choose a name that others will see."},
            **kwargs,
        )

    def clean(self, value: str) -> str:
        name = one_line(super().clean(value))
        if is_reserved(name) or is_taken(name):
            raise forms.ValidationError("That name is taken. Please choose another.")
        return name


class SignUpForm(forms.Form):
    """What signing up asks besides the address."""

    pseudonym = PseudonymField()

    def signup(self, request: HttpRequest, user: Member) -> None:
        """Called by allauth once the member is about to be stored."""
        user.pseudonym = self.cleaned_data["pseudonym"]
        user.pseudonym_key = fold(user.pseudonym)
        user.save()
