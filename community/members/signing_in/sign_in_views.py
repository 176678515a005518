"""Signing in: the address, then the code. allauth does the work; this adds plain words."""

from typing import Any

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY, clear_login
from allauth.account.stages import LoginStage
from allauth.account.views import ConfirmLoginCodeView, LoginView
from allauth.decorators import rate_limit
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.generic.edit import FormView

from community.members.signing_in.codes import MINUTES, TRIES
from community.members.signing_in.ways_back import (
    forget_soon,
    keep_address,
    kept_address,
    noting_page_before,
    to,
)

RUN_OUT = (
    f"That code has run out: a code is good for {MINUTES} minutes. Please send yourself a new one."
)
USED_UP = f"That code was tried {TRIES} times and no longer works. Please send yourself a new one."
SENT_AGAIN = "A new code is on its way. Only the newest one works."


def limits(tries_left: int) -> dict[str, Any]:
    """What a page with a code says about it."""
    return {"tries_left": tries_left, "first_try": tries_left == TRIES, "minutes": MINUTES}


class SignIn(LoginView):  # type: ignore[misc]
    """Asks for the address."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        again = noting_page_before(request)
        return again or super().dispatch(request, *args, **kwargs)

    def _redirect_to_pending_stage(
        self, request: HttpRequest, stage: LoginStage
    ) -> HttpResponseRedirect | None:
        """Somebody who left to look for the code finds the page for it again.

        Whoever sends the form once more wants a code for what stands in it now.
        """
        return None if request.method == "POST" else to(request, stage.urlname or "account_login")

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        forget_soon(self.request)
        return response

    def get_initial(self) -> dict[str, Any]:
        return {"login": kept_address(self.request)}


@method_decorator(rate_limit(action="login"), name="dispatch")
class SignInCode(ConfirmLoginCodeView):  # type: ignore[misc]
    """Asks for the code."""

    is_used_up = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        address = waiting_address(request)
        if request.POST.get("action") == "again":
            keep_address(request, address)
            clear_login(request)
            return to(request, "account_login")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated or waiting_address(request):
            return response
        if address:
            keep_address(request, address)
            messages.error(request, USED_UP if self.is_used_up else RUN_OUT)
        return to(request, "account_login")

    def form_invalid(self, form: Any) -> HttpResponse:
        self.is_used_up = not self._process.record_invalid_attempt()
        return FormView.form_invalid(self, form)

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, SENT_AGAIN)
        response: HttpResponse = super()._resend_form_valid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        failed = self._process.state["failed_attempts"]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | limits(TRIES - failed)


def waiting_address(request: HttpRequest) -> str:
    """The address whose code is awaited in this session."""
    login = request.session.get(LOGIN_SESSION_KEY)
    return (login.get("email") or "") if isinstance(login, dict) else ""


class SignInByPasskey(LoginWebAuthnView):  # type: ignore[misc]
    """Takes a passkey instead of an address and a code."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        """A code may be on its way as well: the passkey is enough."""

    def form_invalid(self, form: Any) -> HttpResponse:
        for problem in form.errors.get("credential", []):
            messages.error(self.request, problem)
        return to(self.request, "account_login")
