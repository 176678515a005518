"""Taking a decision that a form brings, and leading the moderator on."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.members.models import Member
from community.moderation.claims.actions import ClaimedByOther, NotAllowed
from community.moderation.decisions.actions import (
    approve_comment,
    ask_revision,
    keep_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.decisions.forms import FORMS, DecisionForm, WordsForm
from community.moderation.decisions.moves import ANSWERS_QUEUE, MOVES
from community.moderation.decisions.outcomes import Trouble, done, who_was_first
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.models import Decision
from community.moderation.queue.cases import changes_since, find_comment
from community.moderation.queue.handling_views import to_next
from community.moderation.queue.pages import asked, case_page, case_url
from community.moderation.queue.querysets import place_of
from community.moderation.queue.waiting_list import is_waiting
from community.moderation.replies.reading import PUT_IN
from community.threads.models import Comment

Kind = Decision.Kind

ACTIONS: dict[str, Callable[..., Decision]] = {
    Kind.APPROVE: approve_comment,
    Kind.KEEP: keep_comment,
    Kind.REVISE: ask_revision,
    Kind.REJECT: reject_comment,
    Kind.REMOVE: remove_comment,
    Kind.RESTORE: restore_comment,
}


@dataclass(frozen=True)
class Sent:
    """What a moderator sent. `comment` is as it was before."""

    request: HttpRequest
    moderator: Member
    comment: Comment
    form: DecisionForm

    @property
    def words(self) -> str:
        words: str = self.form.cleaned_data.get("words", "")
        return words


def decide(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Take a decision. Whatever hinders it is said, and no word that was typed is lost."""
    kind = request.POST.get("decision") or request.POST.get(PUT_IN, "")
    action = case_url(comment.pk, asked(request))
    if kind not in FORMS:
        return redirect(action)
    form = FORMS[kind](request.POST, action=action)
    if PUT_IN in request.POST and isinstance(form, WordsForm):
        begun = FORMS[kind](initial=form.begun(), action=action)
        return case_page(request, moderator, comment, form=begun)
    if not form.is_valid():
        return case_page(request, moderator, comment, form=form)
    sent = Sent(request, moderator, comment, form)
    try:
        decision = ACTIONS[kind](comment=comment, moderator=moderator, **form.decided())
    except AlreadyDecided as error:
        return after_losing(sent, error)
    except WordsChanged as error:
        return after_change(sent, error)
    except ClaimedByOther as error:
        trouble = Trouble("claimed", claim=error.claim, words=sent.words)
        return conflict(sent, sent.comment, None, trouble)
    except NotAllowed as error:
        trouble = Trouble("not-allowed", sentence=str(error), words=sent.words)
        return case_page(request, moderator, comment, trouble=trouble, status=HTTPStatus.FORBIDDEN)
    return onward(request, moderator, comment, decision)


def after_losing(sent: Sent, error: AlreadyDecided) -> HttpResponse:
    """Say who was first. The second click of a double one did what the first did."""
    if is_repeated(sent, error) and error.decision:
        return onward(sent.request, sent.moderator, sent.comment, error.decision)
    trouble = who_was_first(error, sent.words)
    return conflict(sent, error.comment, None, trouble)


def is_repeated(sent: Sent, error: AlreadyDecided) -> bool:
    """Whether the moderator took this very decision already, and it still stands."""
    first = error.decision
    return (
        first is not None
        and first.moderator_id == sent.moderator.pk
        and first.kind == sent.form.kind
        and first.version == sent.form.cleaned_data["version"]
        and error.comment.state == MOVES[sent.form.kind][1]
    )


def after_change(sent: Sent, error: WordsChanged) -> HttpResponse:
    """Show the new words and what changed, and ask again; the form keeps what stood in it."""
    version = error.comment.version
    kept = {**sent.form.cleaned_data, "version": version}
    action = case_url(sent.comment.pk, asked(sent.request))
    form = type(sent.form)(initial=kept, action=action)
    read = sent.form.cleaned_data["version"]
    trouble = Trouble("changed", changes=changes_since(error.comment, read))
    return conflict(sent, error.comment, form, trouble)


def conflict(
    sent: Sent, comment: Comment, form: DecisionForm | None, trouble: Trouble
) -> HttpResponse:
    """The case as it is now, with what came in between."""
    now = find_comment(comment.pk) or sent.comment
    return case_page(
        sent.request,
        sent.moderator,
        now,
        form=form,
        trouble=trouble,
        status=HTTPStatus.CONFLICT,
    )


def onward(
    request: HttpRequest, moderator: Member, comment: Comment, decision: Decision
) -> HttpResponse:
    """To the next case of the queue; from a comment that did not wait, back to it."""
    messages.success(request, done(decision))
    if not decision.lane and decision.kind not in ANSWERS_QUEUE:
        return redirect(case_url(comment.pk, asked(request)))
    place = place_of(comment) if is_waiting(comment) else None
    return to_next(request, moderator, place)
