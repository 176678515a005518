"""Where a member is signed in; signing out there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.keeping.limits import kept_in_words
from community.members.models import Member
from community.members.sessions.actions import end_other_sessions, end_session
from community.members.sessions.reading import find_place, places_of

ENDED = "You are signed out there."
ALL_ENDED = "You are signed out everywhere but here."
HERE = "To sign out on this device, use “Sign out” on the page of your account."


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def places_page(request: HttpRequest) -> HttpResponse:
    """The devices, with a button to sign out on each, and one for all others."""
    assert isinstance(request.user, Member)
    if request.method == "POST":
        sign_out_there(request, request.user, request.POST.get("place", ""))
        return redirect("sessions")
    context = {
        "places": places_of(request.user, request.session.session_key),
        "kept_for": kept_in_words("sessions"),
        "section": "account",
    }
    return render(request, "community/members/places_page.html", context)


def sign_out_there(request: HttpRequest, member: Member, mark: str) -> None:
    """Sign out where a mark says, or everywhere else without one. A place that is gone is signed out, too."""
    here = request.session.session_key
    if not mark:
        end_other_sessions(member=member, keep=here)
        messages.success(request, ALL_ENDED)
        return
    session = find_place(member, mark)
    if session is not None and session.pk == here:
        messages.info(request, HERE)
        return
    if session is not None:
        end_session(session=session, member=member)
    messages.success(request, ENDED)
