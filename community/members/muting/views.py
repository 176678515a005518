"""The people whom a member muted."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.members.muting.mutes import CannotMute, Mute, mute_member, unmute_member


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def muted_page(request: HttpRequest) -> HttpResponse:
    """Who is muted; mute somebody, or hear them again."""
    assert isinstance(request.user, Member)
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        person = get_object_or_404(Member, public_id=wanted if wanted.isalnum() else "")
        if request.POST.get("do") == "unmute":
            unmute_member(muted=person, member=request.user)
            messages.success(request, f"You meet the words of {person.pseudonym} again.")
        else:
            mute(request, request.user, person)
        return redirect("muted")
    mutes = Mute.objects.filter(muter=request.user).select_related("muted")
    context = {"mutes": mutes, "section": "account"}
    return render(request, "community/members/muted_page.html", context)


def mute(request: HttpRequest, member: Member, person: Member) -> None:
    """Mute somebody, and say so."""
    try:
        mute_member(muted=person, member=member)
    except CannotMute as trouble:
        messages.error(request, str(trouble))
    else:
        messages.success(request, f"{person.pseudonym} is muted. They are not told.")
