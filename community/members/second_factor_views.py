"""Setting up a second key. Whoever does has just shown that they hold it."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpResponse

from community.members.second_factor import lacks_second_key


class Holds:
    """Notes the new key as used in this session, so that nobody is asked for it at once."""

    request: Any
    kind: Authenticator.Type

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
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


class Keys(IndexView):  # type: ignore[misc]
    """What the member has set up."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"is_needed": lacks_second_key(self.request), "section": "account"}
