"""How sign-in by allauth fits our members."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from community.members.models import Member


class AccountAdapter(DefaultAccountAdapter):
    """Stores members through our own rules."""

    def save_user(
        self, request: HttpRequest, user: Member, form: Any, commit: bool = True
    ) -> Member:
        """Fill in what the sign-up form holds; addresses are kept in lower case."""
        user.email = form.cleaned_data["email"].strip().lower()
        user.set_unusable_password()
        if commit:
            user.save()
        return user
