"""Another e-mail address: asked for, then proven by a code."""

from typing import Any

from allauth.account.views import ConfirmEmailVerificationCodeView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic.edit import FormView

from community.members.signing_in.codes import TRIES
from community.members.signing_in.sign_in_views import RUN_OUT, SENT_AGAIN, USED_UP, limits


class AddressCode(ConfirmEmailVerificationCodeView):  # type: ignore[misc]
    """Asks for the code that went to the new address."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        was_waiting = "account_email_verification_code" in request.session
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        if was_waiting and self._process is None:
            messages.error(request, RUN_OUT)
        return response

    def _verify_form_invalid(self, form: Any) -> HttpResponse:
        if self._process.record_invalid_attempt():
            return FormView.form_invalid(self, form)
        messages.error(self.request, USED_UP)
        return redirect("account_email")

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, SENT_AGAIN)
        response: HttpResponse = super()._resend_form_valid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | limits(TRIES - self._process.state["failed_attempts"])
