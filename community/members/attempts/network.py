"""Where a request comes from: only to count how often something is tried."""

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104 - stands for "nobody said", as behind a Unix socket


def client_address(request: HttpRequest) -> str:
    """The network address of the client; of a trusted proxy, what the proxy says."""
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    if direct in settings.TRUSTED_PROXIES and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return direct or UNKNOWN
