"""A member's own pages."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.members.models import Member
from community.members.restraints import is_restrained, is_trust_paused
from community.members.second_factor.requirement import lacks_second_key


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
        "is_trust_paused": is_trust_paused(request.user),
        "section": "account",
    }
    return render(request, "community/members/account_home.html", context)


@never_cache
@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Says that one is signed out. A page of its own, because a message would need a cookie."""
    return render(request, "account/signed_out.html")
