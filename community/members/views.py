"""A member's own pages."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_required
@require_safe
def account_home(request: HttpRequest) -> HttpResponse:
    """What a member can do here."""
    return render(request, "community/members/account_home.html", {"section": "account"})
