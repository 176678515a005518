"""A member's own pages."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.members.models import Member
from community.members.second_factor import lacks_second_key


@login_required
@never_cache
@require_safe
def account_home(request: HttpRequest) -> HttpResponse:
    """What a member can do here, and what is set up."""
    assert isinstance(request.user, Member)
    kinds = list(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_app": Authenticator.Type.TOTP in kinds,
        "is_needed": lacks_second_key(request),
        "is_restrained": is_restrained(request.user),
        "section": "account",
    }
    return render(request, "community/members/account_home.html", context)


def is_restrained(member: Member) -> bool:
    """Whether a decision about the member holds, so that the page leads to it first."""
    paused = member.paused_until is not None and member.paused_until > timezone.now()
    held = (member.is_banned, member.is_read_first, member.gap_seconds, member.is_warned)
    return paused or any(held)


@never_cache
@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Says that one is signed out. A page of its own, because a message would need a cookie."""
    return render(request, "account/signed_out.html")
