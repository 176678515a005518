"""Appeals as moderators work on them."""

import contextlib
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.alerts.reading import team
from community.moderation.appeals.actions import (
    AlreadyAnswered,
    keep_decision,
    reverse_decision,
)
from community.moderation.appeals.forms import AnswerForm
from community.moderation.appeals.models import Appeal
from community.moderation.claims.actions import (
    ClaimedByOther,
    NotAllowed,
    claim_thing,
    concerned_by,
)
from community.moderation.decisions.models import Decision
from community.moderation.queue.cases import current_claim
from community.moderation.queue.waits import wait_in_words
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import read_replies
from community.moderation.statements.building import statement_of

ANSWERS = {"reverse": reverse_decision, "keep": keep_decision}
LISTED = 50  # a page; the oldest stand first


@moderators_only
@require_safe
def appeal_list(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What waits, the longest waiting first."""
    appeals = Appeal.objects.filter(state=Appeal.State.OPEN).select_related(
        "decision__moderator", "decision__comment", "claim__moderator"
    )
    now = timezone.now()
    rows = [
        {
            "appeal": appeal,
            "waited": wait_in_words((now - appeal.lodged_at).total_seconds()),
            "claim": current_claim(appeal),
            "is_own_cause": moderator.pk in concerned_by(appeal),
        }
        for appeal in appeals.order_by("lodged_at")[:LISTED]
    ]
    context = {"rows": rows, "is_alone": team().count() < 2, "section": "moderation"}
    return render(request, "community/moderation/appeals/appeal_list.html", context)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def appeal_case(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """One appeal: reading it claims it, answering ends it."""
    appeals = Appeal.objects.select_related(
        "decision__moderator", "decision__comment__thread__article", "decision__member",
        "outcome__moderator", "claim__moderator",
    )  # fmt: skip
    appeal = get_object_or_404(appeals, pk=pk)
    form = AnswerForm(request.POST or None, action=request.path)
    if request.method == "POST":
        if form.is_valid():
            return answer(request, moderator, appeal, form)
    elif appeal.state == Appeal.State.OPEN:
        # Their own decision, or somebody else's claim: the page says so.
        with contextlib.suppress(ClaimedByOther, NotAllowed):
            claim_thing(appeal, moderator)
    return case_page(request, moderator, appeal, form)


def answer(
    request: HttpRequest, moderator: Member, appeal: Appeal, form: AnswerForm
) -> HttpResponse:
    """Take the answer; whatever hinders it is said, and no word is lost."""
    act = ANSWERS.get(request.POST.get("answer", ""))
    if act is None:
        return case_page(request, moderator, appeal, form)
    try:
        act(appeal=appeal, moderator=moderator, words=form.cleaned_data["words"])
    except AlreadyAnswered as error:
        appeal = error.appeal
        trouble = "Somebody else answered it first. Your answer was not needed and not recorded."
    except ClaimedByOther as error:
        name = error.claim.moderator.pseudonym if error.claim else "Somebody else"
        trouble = f"{name} has it now. Nothing was recorded, so that you do not both answer."
    except NotAllowed as error:
        trouble = str(error)
    else:
        messages.success(request, "Answered. The person who appealed is told.")
        return redirect("appeals")
    return case_page(request, moderator, appeal, form, trouble)


def case_page(
    request: HttpRequest, moderator: Member, appeal: Appeal, form: AnswerForm, trouble: str = ""
) -> HttpResponse:
    """The appeal with the statement it is against, and the form where one may answer."""
    claim = current_claim(appeal)
    is_own_cause = moderator.pk in concerned_by(appeal)
    is_free = claim is None or claim.moderator_id == moderator.pk
    context = {
        "appeal": appeal,
        "statement": statement_of(appeal.decision),
        "comment": appeal.decision.comment,
        "history": history(appeal),
        "claim": claim,
        "is_own_cause": is_own_cause,
        "form": form
        if appeal.state == Appeal.State.OPEN and is_free and not is_own_cause
        else None,
        "waited": wait_in_words((timezone.now() - appeal.lodged_at).total_seconds()),
        "trouble": trouble,
        "replies": read_replies([ReplyTemplate.Use.APPEAL]).templates,
        "section": "moderation",
    }
    status = HTTPStatus.CONFLICT if trouble else HTTPStatus.OK
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else status
    return render(request, "community/moderation/appeals/appeal_case.html", context, status=status)


def history(appeal: Appeal) -> list[Decision]:
    """Every decision on the same comment or person, the newest first."""
    first = appeal.decision
    if first.comment is not None:
        return list(first.comment.decisions.select_related("moderator"))
    if first.member is not None:
        return list(first.member.decisions_about.select_related("moderator"))
    return []
