"""Answers readers from the kept pages before anything else is asked.

Most requests are readers opening an article. Sessions, messages, forms and addresses have
nothing to say to them; leaving those out halves the work of a kept page.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from community.threads.reading import finished
from community.threads.reading.heads import find_head
from community.threads.reading.places import asked_order, asked_start

ARTICLE_PAGE = re.compile(r"/articles/([-a-zA-Z0-9_]+)/")


class KeptPagesFirst:
    """Middleware: a kept page that is still true, or the ordinary way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return kept_answer(request) or self.get_response(request)


def kept_answer(request: HttpRequest) -> HttpResponse | None:
    """The kept page this reader asks for; None when there is none, or it is not for everybody."""
    address = ARTICLE_PAGE.fullmatch(request.path_info)
    if not address or request.method not in ("GET", "HEAD"):
        return None
    if not settings.KEEP_FINISHED_PAGES or not finished.is_shared(request):
        return None
    try:
        head = find_head(address[1])
    except (Http404, DatabaseError):
        return None  # the ordinary way has the words for both
    page: finished.FinishedPage | None = cache.get(
        head.key(asked_order(request), asked_start(request))
    )
    if page is None or not head.is_open or page.changes_at <= timezone.now():
        return None
    return finished.answer(request, page)
