"""Showing again that it is you, before something that could lock you out."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import BaseReauthenticateView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView

from community.members.signing_in.codes import SentCode
from community.members.signing_in.forms import SentCodeForm
from community.members.signing_in.mailed_codes import (
    AGAIN,
    awaited,
    forget,
    keep,
    send_again,
    send_code,
)
from community.members.signing_in.sign_in_views import SENT_AGAIN, USED_UP, limits
from community.members.signing_in.ways_back import to

TEMPLATE = "reauthentication_code"


@method_decorator([login_required, never_cache], name="dispatch")
class AgainByCode(BaseReauthenticateView):  # type: ignore[misc]
    """By a code to the address of the account: for members without a second key."""

    form_class = SentCodeForm
    template_name = "account/reauthenticate.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("action") == "send":
            return self.send()
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def send(self) -> HttpResponse:
        """Send the first code, or another one as often as that is allowed."""
        sent = self.sent
        if sent is None:
            send_code(self.request, AGAIN, TEMPLATE, self.request.user.email)
        elif send_again(self.request, AGAIN, TEMPLATE, sent):
            messages.success(self.request, SENT_AGAIN)
        return to(self.request, "account_reauthenticate")

    @property
    def sent(self) -> SentCode | None:
        """The code on its way to the address the member has now."""
        sent = awaited(self.request, AGAIN)
        return sent if sent and sent.address == self.request.user.email else None

    def get_form_kwargs(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_kwargs()
        return options | {"sent": self.sent}

    def form_valid(self, form: SentCodeForm) -> HttpResponse:
        member = self.request.user
        forget(self.request, AGAIN)
        record_authentication(
            self.request, member, method="code", email=member.email, reauthenticated=True
        )
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: SentCodeForm) -> HttpResponse:
        if form.sent is not None:
            keep(self.request, AGAIN, form.sent)
        if form.sent is None or not form.sent.tries_left:
            forget(self.request, AGAIN)
            messages.error(self.request, USED_UP)
            return to(self.request, "account_reauthenticate")
        return FormView.form_invalid(self, form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        sent = context["form"].sent
        context["sent"] = sent
        return context | limits(sent.tries_left if sent else 0)


class AgainByPasskey(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """By a passkey."""

    def form_invalid(self, form: Any) -> HttpResponse:
        for problem in form.errors.get("credential", []):
            messages.error(self.request, problem)
        return to(self.request, "mfa_reauthenticate_webauthn")
