"""Finished pages: kept under the versions of what they show, so they are never stale.

A page that every reader shares is made once, and kept with its compressed form and its ETag
until the article or the thread changes, or a "3 hours ago" on it stops being true. A post
elsewhere does not touch it: keys name one article and one thread. What a reader chose under
"Reading comfort" is filled into the kept page.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from common.comfort import COOKIE as COMFORT_COOKIE
from common.comfort import attributes, from_cookie
from community.threads.posting.receipts import COOKIE as RECEIPTS_COOKIE

# Stands in the <html> tag of a kept page.
COMFORT_MARK = b"data-comfort-mark"
# Stands in a frame where the thread goes.
THREAD_MARK = "<!-- thread -->"
KEPT_SECONDS = 24 * 3600  # pages nobody asked for in a day make room
GZIP_LEVEL = 6  # beyond it pages shrink by less than one per cent


@dataclass(frozen=True)
class FinishedPage:
    """The bytes of a page, plain and compressed, and until when they are true."""

    body: bytes
    compressed: bytes
    etag: str
    changes_at: datetime


Make = Callable[[], tuple[str, datetime]]


def is_shared(request: HttpRequest) -> bool:
    """Whether this reader gets the page that everybody gets."""
    own = (settings.SESSION_COOKIE_NAME, RECEIPTS_COOKIE)
    return not any(name in request.COOKIES for name in own)


def respond(request: HttpRequest, key: str, now: datetime, make: Make) -> HttpResponse:
    """The kept page under `key`, or a new one from `make` (its HTML and until when it is true)."""
    if not settings.KEEP_FINISHED_PAGES:
        return answer(request, finish_page(*make()))
    page: FinishedPage | None = cache.get(key)
    if page is None or page.changes_at <= now:
        page = finish_page(*make())
        compressed = gzip.compress(without_mark(page.body), GZIP_LEVEL, mtime=0)
        page = replace(page, compressed=compressed)
        cache.set(key, page, KEPT_SECONDS)
    return answer(request, page)


def kept_frame(key: str, make: Callable[[], str]) -> str:
    """The page without its thread, kept under the version of the article."""
    frame: str | None = cache.get(key)
    if frame is None:
        frame = make()
        cache.set(key, frame, KEPT_SECONDS)
    return frame


def finish_page(html: str, changes_at: datetime) -> FinishedPage:
    """Encode and name a page. It is compressed when it is kept, or for a reader who asks."""
    body = html.encode()
    etag = hashlib.blake2b(body, digest_size=12).hexdigest()
    return FinishedPage(body, b"", etag, changes_at)


def without_mark(body: bytes, chosen: bytes = b"") -> bytes:
    """The page with a reader's comfort (or none) in its `<html>` tag."""
    return body.replace(COMFORT_MARK, chosen, 1)


def answer(request: HttpRequest, page: FinishedPage) -> HttpResponse:
    """The page for one reader: their comfort, their encoding, or "not modified"."""
    chosen = attributes(from_cookie(request.COOKIES.get(COMFORT_COOKIE, "")))
    etag = f'W/"{page.etag}{hashlib.blake2b(chosen.encode(), digest_size=4).hexdigest()}"'
    if etag in request.headers.get("If-None-Match", ""):
        return with_headers(HttpResponseNotModified(), etag)
    accepts_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(encoded(page, chosen.encode(), accepts_gzip))
    if accepts_gzip:
        response["Content-Encoding"] = "gzip"
    return with_headers(response, etag)


def encoded(page: FinishedPage, chosen: bytes, compressed: bool) -> bytes:
    """The bytes to send."""
    if compressed and page.compressed and not chosen:
        return page.compressed
    body = without_mark(page.body, chosen)
    return gzip.compress(body, 1, mtime=0) if compressed else body


def with_headers(response: HttpResponse, etag: str) -> HttpResponse:
    """Proxies and browsers may keep the page, but ask each time whether it is still true."""
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return response
