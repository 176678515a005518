"""Who may open the working rooms. Others learn nothing, not even that they exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from community.members.models import Member

View = Callable[..., HttpResponseBase]


def moderators_only(view: View) -> View:
    """Gives the view `request` and the moderator; sends the signed-out to sign in, others to 404."""
    return guarded(view, lambda member: member.is_moderator)


def staff_only(view: View) -> View:
    """Gives the view `request` and the editor; sends the signed-out to sign in, others to 404."""
    return guarded(view, lambda member: member.is_staff)


def guarded(view: View, may_enter: Callable[[Member], bool]) -> View:
    """The view for those who may enter.

    Nothing of these pages is kept by a browser or a proxy: they hold drafts, and what others
    wrote in confidence.
    """

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not isinstance(request.user, Member) or not may_enter(request.user):
            raise Http404("There is no page here.")
        return view(request, request.user, *args, **kwargs)

    unkept: View = never_cache(opened)
    return unkept
