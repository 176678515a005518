"""Moderators and staff need a second key before they see what others wrote in confidence."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.members.models import Member
from community.members.second_factor.freshness import has_second_key, used_second_key

# The rooms behind the second key. Everything else works without.
ADMIN = "/admin/"
GUARDED = ("/moderation/", "/desk/", ADMIN)
# Django's own forms with a password; nobody here has one.
PASSWORD_PAGES = ("/admin/login/", "/admin/password_change/")


class SecondFactorRequired:
    """Middleware at the doors of the guarded rooms; what one may do inside, the views decide.

    Stands below the middlewares of sessions, authentication, messages and allauth.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(GUARDED):
            return way_round(request) or self.get_response(request)
        return self.get_response(request)


def way_round(request: HttpRequest) -> HttpResponse | None:
    """Where somebody has to go first: sign in, set up a second key, or show it. None: come in."""
    if not isinstance(request.user, Member):
        return redirect_to_login(page_after(request))
    if request.path_info.startswith(ADMIN):
        if not request.user.is_staff:
            raise PermissionDenied
        if request.path_info.startswith(PASSWORD_PAGES):
            return redirect("admin:index")
    if lacks_second_key(request):
        messages.info(
            request,
            "Your role needs a second key: a passkey, or an app that makes codes. "
            "Please set one up here; after that you can go on.",
        )
        return redirect("mfa_index")
    if is_needed(request.user) and not used_second_key(request):
        return to_second_key(request)
    return None


def page_after(request: HttpRequest) -> str:
    """The page to come back to after signing in."""
    is_form = request.path_info.startswith(PASSWORD_PAGES)
    return ADMIN if is_form else request.get_full_path()


def is_needed(member: Member) -> bool:
    """Whether this member's role needs a second key here."""
    return settings.SECOND_FACTOR_REQUIRED and member.is_moderator


def lacks_second_key(request: HttpRequest) -> bool:
    """Whether this member may work here only after setting up a second key."""
    member = request.user
    return isinstance(member, Member) and is_needed(member) and not has_second_key(member)


def to_second_key(request: HttpRequest) -> HttpResponse:
    """This session was opened by one key, perhaps before there was a second: ask for it now."""
    ways = get_adapter().get_reauthentication_methods(request.user)
    query = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
    return redirect(f"{ways[0]['url']}?{query}")
