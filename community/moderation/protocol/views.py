"""Pages for moderators: what to do in which order, what never to do, and looking after oneself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.models import ReplyTemplate
from community.moderation.replies.reading import read_replies

Use = ReplyTemplate.Use


@moderators_only
@require_safe
def protocol_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """Where to find what."""
    return page(request, "protocol_page")


@moderators_only
@require_safe
def crisis_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """For words of a crisis."""
    return page(request, "crisis_page", Use.CRISIS)


@moderators_only
@require_safe
def red_flags_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """For symptoms that a doctor should see now."""
    return page(request, "red_flags_page", Use.RED_FLAG)


def page(request: HttpRequest, name: str, *uses: ReplyTemplate.Use) -> HttpResponse:
    """One page, with the templates that go with it."""
    replies = read_replies(uses).templates if uses else ()
    context = {"replies": replies, "section": "moderation"}
    return render(request, f"community/moderation/protocol/{name}.html", context)
