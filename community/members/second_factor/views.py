"""Setting up a second key, and taking one away. Every other session of the member ends with it."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.http import HttpResponse

from community.members.second_factor.requirement import lacks_second_key
from community.members.sessions.actions import ending_others


class ChangesKeys:
    """Ends what was opened with the keys of before."""

    request: Any

    def form_valid(self, form: Any) -> HttpResponse:
        with ending_others(self.request, self.request.user):
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response


class Holds(ChangesKeys):
    """Notes the new key as used in this session, so that nobody is asked for it at once."""

    kind: Authenticator.Type

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        member = self.request.user
        record_authentication(
            self.request, member, method="mfa", type=self.kind.value, reauthenticated=True
        )
        return response


class AddApp(Holds, ActivateTOTPView):  # type: ignore[misc]
    """An authenticator app, shown by its first code."""

    kind = Authenticator.Type.TOTP


class AddPasskey(Holds, AddWebAuthnView):  # type: ignore[misc]
    """A passkey, shown by making it."""

    kind = Authenticator.Type.WEBAUTHN


class RemoveApp(ChangesKeys, DeactivateTOTPView):  # type: ignore[misc]
    """The app goes, and with the last key the recovery codes."""


class RemovePasskey(ChangesKeys, RemoveWebAuthnView):  # type: ignore[misc]
    """One passkey goes."""


class NewRecoveryCodes(ChangesKeys, GenerateRecoveryCodesView):  # type: ignore[misc]
    """Ten new codes take the place of those of before."""


class Keys(IndexView):  # type: ignore[misc]
    """What the member has set up."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"is_needed": lacks_second_key(self.request), "section": "account"}
