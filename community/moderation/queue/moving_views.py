"""The page on which a branch is moved: find the article, see what moves, move it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from articles.models import Article
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.moving import (
    can_be_moved,
    check_leads_elsewhere,
    move_comment,
    place_mark,
)
from community.moderation.decisions.moving_forms import MoveForm
from community.moderation.decisions.outcomes import done
from community.moderation.decisions.refusals import AlreadyDecided
from community.moderation.models import Decision
from community.moderation.queue.acting import acting_context, comment_to_act_on, may_act
from community.moderation.queue.branches import find_articles, find_target, read_outline
from community.moderation.queue.hindrances import HINDRANCES, hindered
from community.moderation.queue.pages import asked, case_url
from community.threads.models import Comment

TOP = "top"  # instead of an article: to the top of the comment's own thread


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def move_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Move one comment with all below it."""
    comment = comment_to_act_on(request, moderator, pk)
    if request.method == "POST":
        return take(request, moderator, comment)
    if not may_act(comment, moderator) or not can_be_moved(comment):
        return redirect(case_url(pk, asked(request)))
    return page(request, comment, request.GET.get("to", ""))


def take(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Move it, unless something came in between."""
    form = MoveForm(request.POST, action=request.get_full_path())
    if not form.is_valid():
        return page(request, comment, form["to"].value() or "", form)
    place, words = form.cleaned_data["place"], form.cleaned_data["words"]
    to = target_of(form.cleaned_data["to"])
    try:
        decision = move_comment(
            comment=comment, moderator=moderator, place=place, to=to, words=words
        )
    except AlreadyDecided as error:
        if not is_repeated(moderator, error, to):
            return hindered(request, moderator, comment, error, words=words)
        assert error.decision is not None
        decision = error.decision
    except HINDRANCES as error:
        return hindered(request, moderator, comment, error, words=words)
    messages.success(request, done(decision))
    return redirect(case_url(comment.pk, asked(request)))


def target_of(to: str) -> Article | None:
    """The article, or None for the top of the comment's own thread; 404 for what is neither."""
    article = find_target(to)
    if article is None and to != TOP:
        raise Http404("There is no article at this address.")
    return article


def is_repeated(moderator: Member, error: AlreadyDecided, to: Article | None) -> bool:
    """Whether it is a second click: the same moderator moved it there already."""
    first = error.decision
    if first is None or first.kind != Decision.Kind.MOVE or first.moderator_id != moderator.pk:
        return False
    return error.comment.depth == 0 and (to is None or error.comment.thread.article_id == to.pk)


def page(
    request: HttpRequest, comment: Comment, to: str, form: MoveForm | None = None
) -> HttpResponse:
    """What would move, where it could go, and, once that is chosen, the form that moves it."""
    question, trouble = request.GET.get("q", ""), ""
    context = acting_context(request, comment) | {
        "outline": read_outline(comment),
        "question": question,
        "found": find_articles(question, besides=comment.thread.article_id or 0),
        "can_split": comment.depth > 0,
    }
    if to:
        article = target_of(to)
        try:
            check_leads_elsewhere(comment, article)
        except NotAllowed as error:
            trouble = str(error)
        initial = {"to": to, "place": place_mark(comment)}
        form = form or MoveForm(initial=initial, action=request.get_full_path())
        context |= {"to": article, "is_split": article is None, "form": None if trouble else form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form and form.errors else HTTPStatus.OK
    context["trouble"] = trouble
    return render(request, "community/moderation/move_page.html", context, status=status)
