"""The page on which words of a comment are blanked: choose, see what comes of it, publish it."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from common.html import comment_html
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.decisions.actions import check_is_open
from community.moderation.decisions.blanking_forms import RedactForm, name_of
from community.moderation.decisions.grounds import explained
from community.moderation.decisions.moves import open_kinds
from community.moderation.decisions.redacting import facts, redact_comment
from community.moderation.decisions.refusals import AlreadyDecided
from community.moderation.lanes import lane_of
from community.moderation.models import Decision
from community.moderation.queue.acting import (
    acting_context,
    address_of,
    comment_to_act_on,
    may_act,
    read_number,
)
from community.moderation.queue.deciding_views import onward
from community.moderation.queue.hindrances import HINDRANCES, hindered
from community.moderation.queue.pages import asked, case_url
from community.moderation.replies.reading import PUT_IN, replies_for_lane
from community.threads.models import Comment

Kind = Decision.Kind


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def redact_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Blank words of one comment."""
    comment = comment_to_act_on(request, moderator, pk)
    if request.method == "POST":
        return take(request, moderator, comment)
    if not may_act(comment, moderator) or Kind.REDACT not in open_kinds(comment):
        return redirect(case_url(pk, asked(request)))
    form = form_of(request, comment, initial={"version": comment.version})
    return page(request, comment, form)


def form_of(request: HttpRequest, comment: Comment, **kwargs: Any) -> RedactForm:
    """The form, empty or as it was sent."""
    action = address_of(request, "redact_comment", comment)
    form = RedactForm(action=action, comment=comment, **kwargs)
    form.offer_replies(replies_for_lane(lane_of(comment.urgency).key))
    return form


def take(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Show what comes of it, or, once that was seen, publish it."""
    version, words = read_number(request, "version"), request.POST.get("words", "")
    form = form_of(request, comment, data=request.POST)
    try:
        check_is_open(comment, Kind.REDACT, version)
        if PUT_IN in request.POST:
            return page(request, comment, form_of(request, comment, initial=form.begun()))
        if not form.is_valid():
            return page(request, comment, form)
        if request.POST.get("do") != "publish" or not form.is_seen:
            return preview(request, comment, form)
        decision = redact_comment(comment=comment, moderator=moderator, **form.decided())
    except AlreadyDecided as error:
        if error.decision and is_repeated(request, moderator, error):
            return onward(request, moderator, comment, error.decision)
        return hindered(request, moderator, comment, error, words=words)
    except HINDRANCES as error:
        return hindered(request, moderator, comment, error, words=words, version=version)
    return onward(request, moderator, comment, decision)


def is_repeated(request: HttpRequest, moderator: Member, error: AlreadyDecided) -> bool:
    """Whether it is a second click: the same moderator, and what was seen is there already."""
    is_own = error.decision is not None and error.decision.moderator_id == moderator.pk
    return is_own and request.POST.get("seen") == name_of(error.comment.words)


def preview(request: HttpRequest, comment: Comment, form: RedactForm) -> HttpResponse:
    """What readers would see, and the button that publishes it."""
    blanked = form.blanked
    assert blanked is not None
    is_changed = request.POST.get("do") == "publish"
    form.offer_publishing()
    context = {
        "preview_html": mark_safe(comment_html(blanked.source)),  # noqa: S308 - sanitised
        "facts": facts(comment, blanked),
        "is_changed": is_changed,
    }
    return page(request, comment, form, **context)


def page(request: HttpRequest, comment: Comment, form: RedactForm, **context: Any) -> HttpResponse:
    """The words, the form, and what would come of it."""
    context |= acting_context(request, comment) | {
        "form": form,
        "reply_texts": form.replies.texts,
        "grounds": explained(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "community/moderation/blank_page.html"
    return render(request, template, context, status=status)
