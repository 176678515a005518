"""Answers for programs that ask again and again: kept for some minutes, and "not modified".

An answer is known by its mark, made from the versions of what it shows, so that asking again
costs one query and no writing.
"""

import gzip
import hashlib
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

# Proxies and readers need not ask again for so long. Who reads news in a feed can wait.
FRESH_SECONDS = 300
# So long it is known since when an answer has been as it is; after that it counts as new.
KNOWN_SECONDS = 7 * 24 * 3600
GZIP_LEVEL = 6
# Counted up when the same data is written differently: who kept the old form gets the new one.
SHAPE = 1

Make = Callable[[], str]


def mark_of(*shown: object) -> str:
    """What an answer is known by: the same only for the same versions, on the same site."""
    told = repr((SHAPE, settings.SITE_URL, settings.SITE_NAME, *shown))
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def answer(request: HttpRequest, mark: str, make: Make, content_type: str) -> HttpResponse:
    """The text from `make` with its validators, or 304 (RFC 9110, section 13). No cookie."""
    etag, since = f'W/"{mark}"', known_since(mark)
    response = get_conditional_response(request, etag, int(since.timestamp()))
    if response is None:
        response = encoded(request, make(), content_type)
    response["ETag"] = etag
    response["Last-Modified"] = since.strftime("%a, %d %b %Y %H:%M:%S GMT")
    response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def known_since(mark: str) -> datetime:
    """When an answer was first given as it is now.

    The dates of what it shows would not do: a withdrawal or a late approval changes the answer,
    but is newer than none of them. Where the cache forgot it, the answer counts as new, and is
    sent once more.
    """
    now = timezone.now()
    since: datetime | None = cache.get_or_set(f"since:{mark}", now, KNOWN_SECONDS)
    return since or now


def encoded(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    """The text, compressed for whoever can read that."""
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(text, content_type=content_type)
    body = gzip.compress(text.encode(), GZIP_LEVEL, mtime=0)
    return HttpResponse(body, content_type=content_type, headers={"Content-Encoding": "gzip"})
