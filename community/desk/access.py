"""Who may open the desk. Others learn nothing, not even that it exists."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from community.members.models import Member

View = Callable[..., HttpResponse]


def staff_only(view: View) -> View:
    """Gives the view `request` and the editor; sends the signed-out to sign in, others to 404.

    Nothing of these pages is kept by a browser or a proxy: drafts are not public yet.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not isinstance(request.user, Member) or not request.user.is_staff:
            raise Http404("There is no page here.")
        return view(request, request.user, *args, **kwargs)

    guarded_and_unkept: View = never_cache(guarded)
    return guarded_and_unkept
