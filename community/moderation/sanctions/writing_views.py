"""The pages on which members write, with the warning they should read before."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from community.conversations import posting_views, starting_views
from community.moderation.sanctions.warnings import with_warnings
from community.threads.editing import views as editing_views
from community.threads.posting import views as writing_views


@csrf_exempt
def post_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes a comment."""
    return writing_views.post_page(request, slug, **with_warnings(request))


@csrf_exempt
def post_in_conversation(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a comment in a conversation."""
    return posting_views.post_page(request, pk, **with_warnings(request))


@csrf_exempt
def start_page(request: HttpRequest) -> HttpResponse:
    """A member begins a conversation."""
    return starting_views.start_page(request, **with_warnings(request))


@csrf_exempt
def edit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A member changes their own comment."""
    return editing_views.edit_page(request, pk, **with_warnings(request))
