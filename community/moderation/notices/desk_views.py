"""Notices as moderators work on them."""

import contextlib
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from common.text.changes import changes
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import (
    ClaimedByOther,
    NotAllowed,
    claim_thing,
    concerned_by,
)
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.notices.actions import (
    AlreadyAnswered,
    act_on_notice,
    check_is_for,
    decline_notice,
)
from community.moderation.notices.forms import AnswerForm
from community.moderation.notices.models import Notice
from community.moderation.paging import page_of
from community.moderation.queue.cases import current_claim
from community.moderation.queue.waits import wait_in_words
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import read_replies
from community.moderation.resending import with_value

REFUSALS = (AlreadyAnswered, AlreadyDecided, WordsChanged, ClaimedByOther, NotAllowed)


@moderators_only
@require_safe
def notice_list(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What waits, the longest waiting first."""
    notices = Notice.objects.filter(state=Notice.State.OPEN).select_related(
        "comment", "article", "claim__moderator"
    )
    now = timezone.now()
    found, more = page_of(notices, request.GET, "received_at")
    rows = [
        {
            "notice": notice,
            "waited": wait_in_words((now - notice.received_at).total_seconds()),
            "claim": current_claim(notice),
            "is_own_cause": moderator.pk in concerned_by(notice),
            "is_for_staff": not is_for(notice, moderator),
        }
        for notice in found
    ]
    context = {
        "rows": rows,
        "more": more,
        "is_later": "after" in request.GET,
        "section": "moderation",
    }
    return render(request, "community/moderation/notices/notice_list.html", context)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def notice_case(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """One notice: reading it claims it, answering ends it."""
    notice = read_notice(pk)
    has_comment = notice.comment is not None
    form = AnswerForm(
        request.POST or None,
        action=request.path,
        has_comment=has_comment,
        initial={"version": notice.comment.version if notice.comment else 0},
    )
    if request.method == "POST":
        if form.is_valid():
            return answer(request, moderator, notice, form)
    elif notice.state == Notice.State.OPEN and is_for(notice, moderator):
        # Their own notice, or somebody else's claim: the page says so.
        with contextlib.suppress(ClaimedByOther, NotAllowed):
            claim_thing(notice, moderator)
    return case_page(request, moderator, notice, form)


def read_notice(pk: int) -> Notice:
    """The notice with what it is about, or 404."""
    notices = Notice.objects.select_related(
        "comment__thread__article", "comment__author", "comment__parent", "article__thread",
        "claim__moderator", "decision__moderator",
    )  # fmt: skip
    return get_object_or_404(notices, pk=pk)


def is_for(notice: Notice, moderator: Member) -> bool:
    """Whether the moderator may answer it as far as its kind goes."""
    try:
        check_is_for(notice, moderator)
    except NotAllowed:
        return False
    return True


def answer(
    request: HttpRequest, moderator: Member, notice: Notice, form: AnswerForm
) -> HttpResponse:
    """Take the answer; whatever hinders it is said, and no word is lost."""
    words = form.cleaned_data["answer"]
    try:
        if request.POST.get("do") == "act":
            act_on_notice(notice=notice, moderator=moderator, taking=form.taking(), answer=words)
        elif request.POST.get("do") == "decline":
            decline_notice(notice=notice, moderator=moderator, answer=words)
        else:
            return case_page(request, moderator, notice, form)
    except REFUSALS as error:
        # The next answer is about the words as they are shown now.
        form.data = with_value(form.data, "version", version_now(notice))
        return case_page(request, moderator, read_notice(notice.pk), form, in_words(error))
    messages.success(request, "Answered. Everybody concerned is told.")
    return redirect("notices")


def version_now(notice: Notice) -> int:
    """The version of the comment as it is stored; 0 where there is none."""
    found = Notice.objects.filter(pk=notice.pk).values_list("comment__version", flat=True)
    return found[0] or 0


def in_words(error: Exception) -> str:
    """Why nothing was recorded."""
    if isinstance(error, AlreadyAnswered):
        by = error.notice.decision.moderator if error.notice.decision else None
        return f"{by or 'Somebody else'} answered it first. Your answer was not recorded."
    if isinstance(error, AlreadyDecided):
        by = error.decision.moderator if error.decision else None
        return f"{by or 'The author'} was first: the comment is as it stands here now. Please look again."
    if isinstance(error, WordsChanged):
        return (
            "The author changed the words while you read. They stand here now; please look again."
        )
    if isinstance(error, ClaimedByOther):
        by = error.claim.moderator if error.claim else None
        return f"{by or 'Somebody else'} is reading it now. Nothing was recorded, so that you do not both answer."
    return str(error)


def case_page(
    request: HttpRequest, moderator: Member, notice: Notice, form: AnswerForm, trouble: str = ""
) -> HttpResponse:
    """The notice with what it is about, and the form where one may answer."""
    claim = current_claim(notice)
    is_own_cause = moderator.pk in concerned_by(notice)
    is_free = claim is None or claim.moderator_id == moderator.pk
    is_for_staff = not is_for(notice, moderator)
    may_answer = is_free and not is_own_cause and not is_for_staff
    comment = notice.comment
    is_changed = bool(comment and notice.snapshot and comment.version != notice.version)
    context = {
        "notice": notice,
        "comment": comment,
        "changes": changes(notice.snapshot, comment.words) if comment and is_changed else [],
        "claim": claim,
        "is_own_cause": is_own_cause,
        "is_for_staff": is_for_staff,
        "form": form if notice.state == Notice.State.OPEN and may_answer else None,
        "typed": form.data.get("answer", "") if trouble else "",
        "waited": wait_in_words((timezone.now() - notice.received_at).total_seconds()),
        "trouble": trouble,
        "replies": read_replies([ReplyTemplate.Use.NOTICE]).templates,
        "section": "moderation",
    }
    status = HTTPStatus.CONFLICT if trouble else HTTPStatus.OK
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else status
    return render(request, "community/moderation/notices/notice_case.html", context, status=status)
