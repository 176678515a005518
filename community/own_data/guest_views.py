"""The receipt of a guest's comment: what is kept with it, taking it away, erasing it."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.notifications.views import private, receipt_comment, receipt_context
from community.own_data.guest_data import gather_guest, kept_of
from community.own_data.guests import erase_guest_comment
from community.threads.posting.receipts import forget, remembered

TYPES = {"json": "application/json", "html": "text/html; charset=utf-8"}


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """A guest's own view of one comment: its state, its words, what can be done, and what is kept."""
    comment = receipt_comment(token)
    context = receipt_context(request, comment, token) | {"holdings": kept_of(comment)}
    return private(render(request, "community/notifications/receipt.html", context))


@never_cache
@require_safe
def receipt_file(request: HttpRequest, token: str, kind: str) -> HttpResponse:
    """The comment with all that is kept about it, and the others that this device remembers as the guest's.

    Not those with the same e-mail address: nobody proved that it is theirs.
    """
    comment = receipt_comment(token)
    data = gather_guest([comment.pk, *remembered(request)])
    response = HttpResponse(file_of(kind, data), content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="my-comments.{kind}"'
    return private(response)


def file_of(kind: str, data: dict[str, Any]) -> str:
    """The file: for programs, or to read."""
    if kind == "json":
        return json.dumps(data, ensure_ascii=False, indent=2)
    context = {"data": data, "site_name": settings.SITE_NAME, "made_at": timezone.now()}
    return render_to_string("community/own_data/guest_file.html", context)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt_erase(request: HttpRequest, token: str) -> HttpResponse:
    """A guest erases the comment, after being told what that means."""
    comment = receipt_comment(token)
    if request.method != "POST":
        context = {"comment": comment, "thread": comment.thread, "token": token}
        return private(render(request, "community/notifications/receipt_erase.html", context))
    erase_guest_comment(comment=comment)
    response = redirect("receipt_erased")
    forget(request, response, comment)
    return response
