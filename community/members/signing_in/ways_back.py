"""Back to the page somebody came from, and back to the form with what they had typed."""

from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url, passthrough_next_redirect_url
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

ADDRESS_KEY = "account_address"
# Pages one signs in on are no pages to come back to.
OWN_PAGES = "/account/"


def asked_page(request: HttpRequest) -> str:
    """The page of this site to go on to after signing in; "" when none was asked for."""
    return get_next_redirect_url(request, REDIRECT_FIELD_NAME) or ""


def to(request: HttpRequest, view: str) -> HttpResponseRedirect:
    """On to another page of signing in, which then knows where to go on to."""
    return redirect(passthrough_next_redirect_url(request, reverse(view), REDIRECT_FIELD_NAME))


def noting_page_before(request: HttpRequest) -> HttpResponse | None:
    """Send the browser here again with the page it came from as `next`.

    Pages that all readers share cannot put themselves into their "Sign in" link; the browser
    says where it was.
    """
    if request.method != "GET" or REDIRECT_FIELD_NAME in request.GET:
        return None
    before = page_before(request)
    return (
        redirect(f"{request.path}?{urlencode({REDIRECT_FIELD_NAME: before})}") if before else None
    )


def page_before(request: HttpRequest) -> str:
    """The page of ours that led here; "" when it was elsewhere, or another of these pages."""
    referer = request.headers.get("Referer", "")
    if not get_adapter().is_safe_url(referer):
        return ""
    parts = urlsplit(referer)
    if parts.netloc != request.get_host() or parts.path.startswith(OWN_PAGES):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def keep_address(request: HttpRequest, address: str) -> None:
    """For the next form, so that nobody types it twice."""
    request.session[ADDRESS_KEY] = address


def forget_soon(request: HttpRequest) -> None:
    """Let the session of somebody who is not signed in end with the sign-in it was made for.

    It holds an address, perhaps of somebody who never comes back.
    """
    if not request.user.is_authenticated:
        request.session.set_expiry(settings.ACCOUNT_LOGIN_TIMEOUT)


def kept_address(request: HttpRequest) -> str:
    """The address kept for this form. It is given once: the next person may be another one."""
    return str(request.session.pop(ADDRESS_KEY, "")) if ADDRESS_KEY in request.session else ""
