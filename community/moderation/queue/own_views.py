"""What a moderator decided, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.decisions.undoing import undo_decision
from community.moderation.queue.narrowing import number
from community.moderation.queue.own import read_own


@moderators_only
@require_safe
def my_decisions(request: HttpRequest, moderator: Member) -> HttpResponse:
    """One's own decisions, the newest first, with what became of them."""
    own = read_own(moderator, before=number(request.GET.get("before", "")))
    context = {"own": own, "section": "moderation"}
    return render(request, "community/moderation/mine_page.html", context)


@moderators_only
@require_POST
def undo(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Take a decision back, and lead to the case, where it can be decided anew."""
    decisions = Decision.objects.select_related("comment").exclude(comment=None)
    decision = get_object_or_404(decisions, pk=pk, moderator=moderator)
    try:
        undo_decision(decision=decision, moderator=moderator)
        messages.success(request, "Taken back. It is as it was before.")
    except NotAllowed as trouble:
        messages.warning(request, str(trouble))
    return redirect("moderate_comment", decision.comment_id, permanent=False)
