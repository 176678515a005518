"""Notices as moderators work on them."""

import contextlib
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import (
    ClaimedByOther,
    NotAllowed,
    claim_thing,
    concerned_by,
)
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.notices.actions import AlreadyAnswered, act_on_notice, decline_notice
from community.moderation.notices.forms import AnswerForm
from community.moderation.notices.models import Notice
from community.moderation.queue.cases import current_claim
from community.moderation.queue.changes import changes
from community.moderation.queue.waits import wait_in_words
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import read_replies

LISTED = 50  # a page; the oldest stand first


@moderators_only
@require_safe
def notice_list(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What waits, the longest waiting first."""
    notices = Notice.objects.filter(state=Notice.State.OPEN).select_related(
        "comment", "article", "claim__moderator"
    )
    now = timezone.now()
    rows = [
        {
            "notice": notice,
            "waited": wait_in_words((now - notice.received_at).total_seconds()),
            "claim": current_claim(notice),
            "is_own_cause": moderator.pk in concerned_by(notice),
        }
        for notice in notices.order_by("received_at")[:LISTED]
    ]
    context = {"rows": rows, "section": "moderation"}
    return render(request, "community/moderation/notices/notice_list.html", context)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def notice_case(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """One notice: reading it claims it, answering ends it."""
    notices = Notice.objects.select_related(
        "comment__thread__article", "comment__author", "article__thread", "claim__moderator"
    )
    notice = get_object_or_404(notices, pk=pk)
    has_comment = notice.comment is not None
    form = AnswerForm(request.POST or None, action=request.path, has_comment=has_comment)
    if request.method == "POST":
        if form.is_valid():
            return answer(request, moderator, notice, form)
    elif notice.state == Notice.State.OPEN:
        # Their own notice, or somebody else's claim: the page says so.
        with contextlib.suppress(ClaimedByOther, NotAllowed):
            claim_thing(notice, moderator)
    return case_page(request, moderator, notice, form)


def answer(
    request: HttpRequest, moderator: Member, notice: Notice, form: AnswerForm
) -> HttpResponse:
    """Take the answer; whatever hinders it is said, and no word is lost."""
    given = dict(form.cleaned_data)
    try:
        if request.POST.get("do") == "act":
            parts = {"ground": given.get("ground", ""), "words": given.get("words", "")}
            act_on_notice(notice=notice, moderator=moderator, answer=given["answer"], **parts)
        elif request.POST.get("do") == "decline":
            decline_notice(notice=notice, moderator=moderator, answer=given["answer"])
        else:
            return case_page(request, moderator, notice, form)
    except (AlreadyAnswered, AlreadyDecided):
        trouble = "Somebody else was first. Your answer was not needed and not recorded."
    except WordsChanged:
        trouble = "The author changed the words meanwhile. Please read them again."
    except ClaimedByOther as error:
        name = error.claim.moderator.pseudonym if error.claim else "Somebody else"
        trouble = f"{name} is reading it now. Nothing was recorded, so that you do not both answer."
    except NotAllowed as error:
        trouble = str(error)
    else:
        messages.success(request, "Answered. Everybody concerned is told.")
        return redirect("notices")
    notice.refresh_from_db()
    return case_page(request, moderator, notice, form, trouble)


def case_page(
    request: HttpRequest, moderator: Member, notice: Notice, form: AnswerForm, trouble: str = ""
) -> HttpResponse:
    """The notice with what it is about, and the form where one may answer."""
    claim = current_claim(notice)
    is_own_cause = moderator.pk in concerned_by(notice)
    is_free = claim is None or claim.moderator_id == moderator.pk
    comment = notice.comment
    is_changed = bool(comment and notice.snapshot and comment.version != notice.version)
    context = {
        "notice": notice,
        "comment": comment,
        "changes": changes(notice.snapshot, comment.body) if comment and is_changed else [],
        "claim": claim,
        "is_own_cause": is_own_cause,
        "form": form
        if notice.state == Notice.State.OPEN and is_free and not is_own_cause
        else None,
        "waited": wait_in_words((timezone.now() - notice.received_at).total_seconds()),
        "trouble": trouble,
        "replies": read_replies([ReplyTemplate.Use.NOTICE]).templates,
        "section": "moderation",
    }
    status = HTTPStatus.CONFLICT if trouble else HTTPStatus.OK
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else status
    return render(request, "community/moderation/notices/notice_case.html", context, status=status)
