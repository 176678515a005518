"""The Content-Security-Policy header: one policy for every page, written out once.

django-csp builds the header anew for each response, for policies that differ by page. Ours
does not, and the building alone was a fifth of the work of a kept page.
"""

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse


@cache
def policy() -> str:
    """The header's value, from `CONTENT_SECURITY_POLICY` in the settings."""
    return build_policy()


class ContentSecurityPolicy:
    """Middleware: adds the policy to every response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault(HEADER, policy())
        return response
