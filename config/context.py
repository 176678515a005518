"""What every template knows: the site, and the reading comfort the person chose."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe

from common.comfort import attributes, from_cookie
from community.members.models import Member
from community.notifications.news.reading import count_unread
from community.site_pages.robots import is_for_everybody


def unread_news(request: HttpRequest) -> Any:
    """How much is new for the member; asked of the database only where a page shows it."""
    member = getattr(request, "user", None)
    return SimpleLazyObject(lambda: count_unread(member) if isinstance(member, Member) else 0)


def site(request: HttpRequest) -> dict[str, Any]:
    """Names for templates that hold on every page. A view may know a better address of its page
    than the one without its question.
    """
    chosen = from_cookie(request.COOKIES.get("comfort", ""))
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path if is_for_everybody(request.path) else "",
        "unread_news": unread_news(request),
        "comfort": chosen,
        "comfort_attributes": mark_safe(attributes(chosen)),  # noqa: S308 - known values only
    }
