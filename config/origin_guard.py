"""Refuses writes that another site makes a browser send.

A guest has no session to ride on and gets no cookie, so a form on a cached page cannot carry a
token. Every browser since 2020 says where a POST comes from instead: `Sec-Fetch-Site`, or at
least `Origin`. A request with neither does not come from a browser that could be tricked.
See docs/decisions/origin-instead-of-token.md.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")
OWN_SITES = ("same-origin", "none")  # "none": typed, bookmarked or sent again by the person
# What the button of a mail program ends (RFC 8058), also where that program is a page of another site. The token
# in the address is the proof; no cookie is looked at.
ONE_CLICK = ("newsletter_leave", "letters_stop")


class OriginGuard:
    """Middleware: a write from another site gets 403 and changes nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in SAFE_METHODS or comes_from_here(request) or is_one_click(request):
            return self.get_response(request)
        return render(request, "403_csrf.html", status=403)


def is_one_click(request: HttpRequest) -> bool:
    """Whether it is an address to which a mail program posts."""
    try:
        return resolve(request.path_info).url_name in ONE_CLICK
    except Resolver404:
        return False


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that this request was made by one of our own pages."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITES
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.get_host()
    return True
