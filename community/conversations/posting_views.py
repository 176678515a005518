"""Taking a comment in a conversation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from community.conversations.views import members_only
from community.members.reading import reader_of
from community.threads.models import Thread
from community.threads.posting.views import post_in


@require_http_methods(["GET", "HEAD", "POST"])
def post_page(request: HttpRequest, pk: int, **context: Any) -> HttpResponse:
    """As below an article; whoever is signed out gets their words back, and nothing to read."""
    thread = get_object_or_404(Thread.objects.conversations(), pk=pk)
    reader = reader_of(request)
    if thread.is_readable_by(reader):
        return post_in(thread, request, **context)
    if reader is None and thread.is_there:
        return members_only(request)
    raise Http404("There is no conversation at this address.")
