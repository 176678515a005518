"""Appeals as moderators work on them."""

import contextlib
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from common.text.changes import Change
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.appeals.actions import (
    AlreadyAnswered,
    keep_decision,
    reverse_decision,
)
from community.moderation.appeals.forms import AnswerForm
from community.moderation.appeals.models import Appeal
from community.moderation.appeals.notice_forms import TakingAnswerForm
from community.moderation.claims.actions import (
    ClaimedByOther,
    NotAllowed,
    claim_thing,
    concerned_by,
)
from community.moderation.decisions.models import Decision
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.paging import page_of
from community.moderation.queue.cases import changes_since, current_claim
from community.moderation.queue.waits import wait_in_words
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import read_replies
from community.moderation.resending import with_value
from community.moderation.statements.building import statement_of
from community.moderation.team.querysets import is_alone

REFUSALS = (AlreadyAnswered, AlreadyDecided, WordsChanged, ClaimedByOther, NotAllowed)


@moderators_only
@require_safe
def appeal_list(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What waits, the longest waiting first."""
    appeals = Appeal.objects.filter(state=Appeal.State.OPEN).select_related(
        "decision__moderator", "decision__comment", "claim__moderator"
    )
    now = timezone.now()
    found, more = page_of(appeals, request.GET, "lodged_at")
    rows = [
        {
            "appeal": appeal,
            "waited": wait_in_words((now - appeal.lodged_at).total_seconds()),
            "claim": current_claim(appeal),
            "is_own_cause": moderator.pk in concerned_by(appeal),
        }
        for appeal in found
    ]
    context = {
        "rows": rows,
        "more": more,
        "is_later": "after" in request.GET,
        "is_alone": is_alone(moderator),
        "section": "moderation",
    }
    return render(request, "community/moderation/appeals/appeal_list.html", context)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def appeal_case(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """One appeal: reading it claims it, answering ends it."""
    appeal = read_appeal(pk)
    form = answer_form(request, appeal)
    if request.method == "POST":
        if form.is_valid():
            return answer(request, moderator, appeal, form)
    elif appeal.state == Appeal.State.OPEN:
        # Their own decision, or somebody else's claim: the page says so.
        with contextlib.suppress(ClaimedByOther, NotAllowed):
            claim_thing(appeal, moderator)
    return case_page(request, moderator, appeal, form)


def read_appeal(pk: int) -> Appeal:
    """The appeal with what it is about, or 404."""
    appeals = Appeal.objects.select_related(
        "decision__moderator", "decision__comment__thread__article", "decision__comment__parent",
        "decision__member", "outcome__moderator", "claim__moderator",
    )  # fmt: skip
    return get_object_or_404(appeals, pk=pk)


def answer_form(request: HttpRequest, appeal: Appeal) -> AnswerForm:
    """The form; about a declined notice it also says how the comment would be taken away."""
    comment = appeal.decision.comment
    if appeal.is_about_notice and comment is not None:
        version = {"version": comment.version}
        return TakingAnswerForm(request.POST or None, action=request.path, initial=version)
    return AnswerForm(request.POST or None, action=request.path)


def answer(
    request: HttpRequest, moderator: Member, appeal: Appeal, form: AnswerForm
) -> HttpResponse:
    """Take the answer; whatever hinders it is said, and no word is lost."""
    words = form.cleaned_data["words"]
    try:
        if request.POST.get("answer") == "reverse":
            taking = form.taking() if isinstance(form, TakingAnswerForm) else None
            reverse_decision(appeal=appeal, moderator=moderator, words=words, taking=taking)
        elif request.POST.get("answer") == "keep":
            keep_decision(appeal=appeal, moderator=moderator, words=words)
        else:
            return case_page(request, moderator, appeal, form)
    except REFUSALS as error:
        appeal = read_appeal(appeal.pk)
        if appeal.decision.comment is not None:
            # The next answer is about the words as they are shown now.
            form.data = with_value(form.data, "version", appeal.decision.comment.version)
        return case_page(request, moderator, appeal, form, in_words(error))
    messages.success(request, "Answered. The person who appealed is told.")
    return redirect("appeals")


def in_words(error: Exception) -> str:
    """Why nothing was recorded."""
    if isinstance(error, AlreadyAnswered):
        by = error.appeal.outcome.moderator if error.appeal.outcome else None
        return f"{by or 'Somebody else'} answered it first. Your answer was not recorded."
    if isinstance(error, ClaimedByOther):
        by = error.claim.moderator if error.claim else None
        return f"{by or 'Somebody else'} has it now. Nothing was recorded, so that you do not both answer."
    if isinstance(error, AlreadyDecided):
        return (
            "The comment was decided on meanwhile. It stands here as it is now; please look again."
        )
    if isinstance(error, WordsChanged):
        return (
            "The author changed the words while you read. They stand here now; please look again."
        )
    return str(error)


def case_page(
    request: HttpRequest, moderator: Member, appeal: Appeal, form: AnswerForm, trouble: str = ""
) -> HttpResponse:
    """The appeal with the statement it is against, and the form where one may answer."""
    claim = current_claim(appeal)
    is_own_cause = moderator.pk in concerned_by(appeal)
    is_free = claim is None or claim.moderator_id == moderator.pk
    comment = appeal.decision.comment
    is_open = appeal.state == Appeal.State.OPEN
    context = {
        "appeal": appeal,
        "statement": None if appeal.is_about_notice else statement_of(appeal.decision),
        "notice": appeal.decision.notices.first() if appeal.is_about_notice else None,
        "comment": comment,
        "changes": changes_after(appeal.decision),
        "history": history(appeal),
        "claim": claim,
        "is_own_cause": is_own_cause,
        "is_same_person": moderator.pk == appeal.decision.moderator_id,
        "form": form if is_open and is_free and not is_own_cause else None,
        "typed": form.data.get("words", "") if trouble else "",
        "waited": wait_in_words((timezone.now() - appeal.lodged_at).total_seconds()),
        "trouble": trouble,
        "replies": read_replies([ReplyTemplate.Use.APPEAL]).templates,
        "section": "moderation",
    }
    status = HTTPStatus.CONFLICT if trouble else HTTPStatus.OK
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else status
    return render(request, "community/moderation/appeals/appeal_case.html", context, status=status)


def changes_after(decision: Decision) -> list[Change]:
    """What was changed in the comment after the words that the decision was about."""
    comment = decision.comment
    if comment is None or comment.erased_at or comment.version == decision.version:
        return []
    return changes_since(comment, decision.version)


def history(appeal: Appeal) -> list[Decision]:
    """Every decision on the same comment or person, the newest first."""
    first = appeal.decision
    if first.comment is not None:
        return list(first.comment.decisions.select_related("moderator"))
    if first.member is not None:
        return list(first.member.decisions_about.select_related("moderator"))
    return []
