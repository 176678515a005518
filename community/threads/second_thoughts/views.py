"""The page on which a member chooses time for second thoughts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.threads.second_thoughts.appearing import CHOICES, take_time

LABELS = {
    0: "At once",
    5: "After 5 minutes",
    15: "After a quarter of an hour",
    60: "After an hour",
}


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_thoughts_page(request: HttpRequest) -> HttpResponse:
    """Choose; whatever is no choice changes nothing."""
    assert isinstance(request.user, Member)
    if request.method == "POST":
        chosen = {str(minutes): minutes for minutes in CHOICES}.get(request.POST.get("minutes", ""))
        if chosen is not None:
            take_time(member=request.user, minutes=chosen)
            messages.success(request, "Saved. It holds for what you write from now on.")
        return redirect("second_thoughts")
    context = {
        "choices": [(minutes, LABELS[minutes]) for minutes in CHOICES],
        "chosen": request.user.second_thoughts,
        "section": "account",
    }
    return render(request, "community/threads/second_thoughts_page.html", context)
