"""The page on which a member takes another name. It stands here, above the memberships,
because the name also stands on what they wrote."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.members.actions import NameRefused
from community.members.models import Member
from community.members.naming.pseudonyms import HELD_BACK, RENAME_EVERY, next_rename_at
from community.members.signing_in.forms import RenameForm
from community.threads.renaming.actions import rename_member


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rename_page(request: HttpRequest) -> HttpResponse:
    """Shows the name, from when it may be changed, and the form."""
    assert isinstance(request.user, Member)
    member = request.user
    form = RenameForm(request.POST or None, member=member)
    if request.method == "POST" and form.is_valid():
        try:
            change = rename_member(member=member, name=form.cleaned_data["pseudonym"])
        except NameRefused as why:
            form.add_error("pseudonym", str(why))
        else:
            messages.success(request, f"Your name is now {change.new}, on your comments too.")
            return redirect("account_home")
    context = {
        "form": form,
        "next_rename_at": next_rename_at(member),
        "newest_change": member.pseudonym_changes.first(),
        "rename_days": RENAME_EVERY.days,
        "held_back_days": HELD_BACK.days,
        "section": "account",
    }
    return render(request, "community/threads/rename_page.html", context)
