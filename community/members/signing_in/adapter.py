"""How sign-in by allauth fits our members: no passwords, proven addresses, plain words."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from community.members.actions import keep_proven_address
from community.members.attempts.network import client_address
from community.members.models import Member
from community.members.second_factor.freshness import is_fresh
from community.members.sessions.actions import end_other_sessions, ending_others
from community.members.sessions.devices import device_words
from community.members.sessions.engine import DEVICE
from community.members.signing_in.codes import new_code
from community.members.signing_in.mail import MOVED_TO, build

log = logging.getLogger(__name__)

MAIL_TROUBLE = (SMTPException, OSError)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Our answers to what allauth asks."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "That is not the code we sent. Please look at the newest message again.",
        "too_many_login_attempts": "That was tried very often just now. "
        "Please wait a few minutes, then try again.",
        "rate_limited": "That was tried very often just now. "
        "Please wait a few minutes, then try again.",
        "duplicate_email": "That is the address you have already.",
        "email_taken": "That address belongs to another account here.",
    }

    def is_safe_url(self, url: str | None) -> bool:
        """Whether a page may follow: only one of this very site, and never a less safe way."""
        request = self.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """For counting tries."""
        return client_address(request)

    def generate_login_code(self) -> str:
        """The same kind of code everywhere."""
        return new_code()

    def generate_email_verification_code(self) -> str:
        """The same kind of code everywhere."""
        return new_code()

    def pre_login(self, request: HttpRequest, user: Member, **login: Any) -> HttpResponse | None:
        """Whoever came back with the code of an address has proven it."""
        records = get_authentication_records(request, user)
        newest = records[-1] if records else {}
        if newest.get("method") == "code" and newest.get("email") == user.email:
            keep_proven_address(member=user, address=user.email)
        response: HttpResponse | None = super().pre_login(request, user, **login)
        return response

    def login(self, request: HttpRequest, user: Member) -> None:
        """From here on the session lasts as long as those of all members.

        Whoever needed a recovery code lost a device: it is signed out, and wherever else they were.
        """
        super().login(request, user)
        request.session.set_expiry(None)
        request.session[DEVICE] = device_words(request.headers.get("User-Agent", ""))
        records = get_authentication_records(request, user)
        if any(record.get("type") == Authenticator.Type.RECOVERY_CODES for record in records):
            end_other_sessions(member=user, keep=request.session.session_key)
            self.send_notification_mail("mfa/email/recovery_code_used", user)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Take a new address, unless somebody else has an account under it."""
        address = email_address.email
        if Member.objects.filter(email=address).exclude(pk=email_address.user_id).exists():
            messages.error(request, self.error_messages["email_taken"])
            return False
        with ending_others(request, email_address.user):
            return bool(super().confirm_email(request, email_address))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a message that somebody waits for. When that fails, the page says so."""
        message = build(template_prefix, email, context)
        try:
            message.send()
        except MAIL_TROUBLE as trouble:
            log.exception("A message could not be sent: %s", template_prefix)
            page = render(self.request, "account/mail_failed.html", status=503)
            raise ImmediateHttpResponse(page) from trouble

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Member,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody what changed. The change is done, so trouble with mail does not undo it."""
        message = build(template_prefix, email or user.email, context or {})
        if context and context.get("to_email"):
            # The letter says the address, too; the head is for finding what goes with an erasure.
            message.extra_headers[MOVED_TO] = context["to_email"]
        try:
            message.send()
        except MAIL_TROUBLE:
            log.exception("A notification could not be sent: %s", template_prefix)

    def get_reauthentication_methods(self, user: Member | AnonymousUser) -> list[dict[str, Any]]:
        """How somebody can show again that it is them: the second key, or a code by mail."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        for method in methods:
            method["description"] = METHOD_WORDS[method["id"]]
        if not methods and user.is_authenticated:
            return [{"id": "code", "description": "", "url": reverse("account_reauthenticate")}]
        # The first is offered first: recovery codes are for whoever has nothing else at hand.
        return methods if is_mfa_enabled(user, [Authenticator.Type.TOTP]) else methods[::-1]

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Ask again before anything that could lock somebody out, unless they just signed in.

        allauth would never ask people who have neither a password nor a second key, so what
        it raises in that case is raised here.
        """
        if is_fresh(self.request):
            return False
        raise ReauthenticationRequired


METHOD_WORDS = {
    "mfa_reauthenticate": "Use a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}
