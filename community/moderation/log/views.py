"""The page of the log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.log.pages import read_filters, read_log


@moderators_only
@require_safe
def log_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """Every decision, the newest first."""
    context = {"log": read_log(read_filters(request.GET)), "section": "moderation"}
    return render(request, "community/moderation/log_page.html", context)
