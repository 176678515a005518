"""Moderators and staff need a second key before they see what others wrote in confidence."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.members.models import Member

# The rooms behind the second key. Everything else works without.
GUARDED = ("/moderation/", "/desk/", "/admin/")


class SecondFactorRequired:
    """Middleware: leads moderators and staff without a second key to where they set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(GUARDED) or not lacks_second_factor(request):
            return self.get_response(request)
        messages.info(
            request,
            "Your role needs a second key: a passkey, or codes from an app. "
            "Set one up here; after that you can go on.",
        )
        return redirect("mfa_index")


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether this member may work here only after setting up a second key."""
    if not settings.SECOND_FACTOR_REQUIRED or not isinstance(request.user, Member):
        return False
    return request.user.is_moderator and not is_mfa_enabled(request.user)
