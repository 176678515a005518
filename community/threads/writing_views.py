"""Pages on which people write: the post form, its preview, replies."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from crispy_forms.utils import render_crispy_form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Article
from common.html import comment_html
from community.members.models import Member
from community.members.network import client_address
from community.screening.reasons import explain
from community.threads.actions import (
    Posted,
    post_comment,
)
from community.threads.asking import Question, help_for_words, look_at, question_about
from community.threads.forms import CommentForm, GuestCommentForm
from community.threads.heads import article_to_post_under
from community.threads.models import Comment, Thread
from community.threads.network import network_hash
from community.threads.pace import TooFast, check_pace
from community.threads.placing import ThreadFull, open_thread
from community.threads.receipts import receipt_url, remember, remembered
from community.threads.restraints import NotAllowed, current_mode, notice_of
from community.threads.submissions import Author, Guest, author_name
from community.threads.verdicts import Asked, Refused

ACTION_MARK = "/post-form-action/"
DRAFT_MARK = "draft-of-article"
ANYWAY = "anyway"  # the button of somebody who was asked first, and means it
GONE = "The comment you answer is no longer there. Your words are kept below."


def post_url(article: Article) -> str:
    """Where the post form of an article is sent."""
    return reverse("post_comment", args=[article.slug])


def draft_key(article: Article) -> str:
    """Under which a browser keeps what is written here but not posted yet."""
    return f"article-{article.pk}"


def blank_form(article: Article, member: Member | None) -> SafeString:
    """The empty form as it stands below a thread."""
    html = blank_form_html(is_member=member is not None)
    html = html.replace(ACTION_MARK, post_url(article)).replace(DRAFT_MARK, draft_key(article))
    return mark_safe(html)  # noqa: S308 - our own form


@lru_cache(maxsize=2)
def blank_form_html(*, is_member: bool) -> str:
    """The empty form is the same under every article but for where it is sent."""
    kind = CommentForm if is_member else GuestCommentForm
    html: str = render_crispy_form(kind(action=ACTION_MARK, draft=DRAFT_MARK))
    return html


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def post_page(request: HttpRequest, slug: str, **context: Any) -> HttpResponse:
    """Takes a comment; whatever is wrong with it, every word comes back in the form.

    `context` holds what the writer should read before, see `write_page`.
    """
    article = article_to_post_under(slug)
    if request.method != "POST":
        return redirect(article)
    parent = asked_parent(request, article)
    form = form_for(request, article)
    if not form.is_valid():
        return write_page(request, article, parent, form, **context)
    if "preview" in request.POST:
        return write_page(request, article, parent, form, preview=True, **context)
    return take_post(request, article, parent, form, **context)


def take_post(
    request: HttpRequest,
    article: Article,
    parent: Comment | None,
    form: CommentForm,
    **context: Any,
) -> HttpResponse:
    """Post what the form holds, or give it back with the reason."""
    author = author_of(request, form)
    try:
        check_pace(request, author)
        if request.POST.get("parent") and parent is None:
            raise NotAllowed(GONE)
        posted = post_comment(
            thread=thread_of(article),
            author=author,
            text=form.cleaned_data["comment"],
            parent=parent,
            network=network_hash(client_address(request)),
            asks=ANYWAY not in request.POST,
        )
    except Asked as asked:
        question = question_about(form.cleaned_data["comment"], asked.verdict)
        return write_page(request, article, parent, form, question=question, **context)
    except (NotAllowed, Refused, ThreadFull, TooFast) as trouble:
        form.add_error(None, in_plain_words(trouble))
        status = 429 if isinstance(trouble, TooFast) else 200
        return write_page(request, article, parent, form, status=status, **context)
    return after_posting(request, posted, author)


def thread_of(article: Article) -> Thread:
    """The thread that came with the article, or a new one."""
    try:
        return article.thread
    except Thread.DoesNotExist:
        return open_thread(article)


def asked_parent(request: HttpRequest, article: Article) -> Comment | None:
    """The visible comment that is answered, if the form names one of this article."""
    number = request.POST.get("parent", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    comments = Comment.objects.visible().filter(thread__article=article)
    return comments.filter(pk=int(number)).first()


def form_for(request: HttpRequest, article: Article) -> CommentForm:
    """The form this person fills in, with what they sent."""
    kind = CommentForm if isinstance(request.user, Member) else GuestCommentForm
    return kind(request.POST, action=post_url(article), draft=draft_key(article))


def author_of(request: HttpRequest, form: CommentForm) -> Author:
    """The member who is signed in, or a guest by the name in the form."""
    if isinstance(request.user, Member):
        return request.user
    return Guest(form.cleaned_data["name"], form.cleaned_data["email"])


def in_plain_words(trouble: Exception) -> str:
    """What to tell the writer."""
    if isinstance(trouble, Refused):
        return " ".join(explain(reason.code).author for reason in trouble.verdict.reasons)
    if isinstance(trouble, ThreadFull):
        return "This thread is full. Your words are kept below, so that you can copy them."
    return str(trouble)


def write_page(
    request: HttpRequest,
    article: Article,
    parent: Comment | None,
    form: CommentForm,
    *,
    preview: bool = False,
    question: Question | None = None,
    warnings: Sequence[Any] = (),
    measures: Callable[[], Sequence[Any]] = tuple,
    status: int = 200,
) -> HttpResponse:
    """The form on a page of its own, with what it answers, its errors and its preview.

    `warnings` are those that the writer has not confirmed yet, the newest first; `measures` gives
    what else was decided about them and may keep them from posting.
    """
    verdict = look_at(form["comment"].value() or "")
    context: dict[str, Any] = {"article": article, "parent": parent, "form": form}
    context |= {
        "warnings": warnings,
        "measures": measures,
        "mode": notice_of(getattr(article, "thread", None)),
    }
    form.confirms = warnings[0].pk if warnings else 0
    context |= {"help": help_for_words(request, verdict), "question": question}
    form.offers_anyway = question is not None
    if preview:
        text = form.cleaned_data["comment"]
        clean = comment_html(text)
        context["question"] = question_about(text, verdict)
        context["preview_html"] = mark_safe(clean)  # noqa: S308 - sanitised
        context["preview_name"] = author_name(author_of(request, form))
    return render(request, "community/threads/write_page.html", context, status=status)


def after_posting(request: HttpRequest, posted: Posted, author: Author) -> HttpResponse:
    """Lead the writer to where the comment stands, or to the receipt."""
    comment = posted.comment
    if isinstance(author, Member):
        if comment.state in (Comment.State.PENDING, Comment.State.VISIBLE):
            return redirect(f"{comment.get_absolute_url()}?posted={comment.pk}")
        return redirect("my_comments")
    if posted.is_repeated and not may_show_receipt(request, comment):
        return redirect(comment) if comment.is_visible else redirect("posted_before")
    response = redirect(receipt_url(comment) + "?posted=1")
    remember(request, response, comment)
    return response


def may_show_receipt(request: HttpRequest, comment: Comment) -> bool:
    """A second click gets the same receipt. A stranger with the same words gets none.

    The words of a waiting comment are known to its writer only; those of a visible one to all.
    """
    if comment.pk in remembered(request):
        return True
    return comment.state == Comment.State.PENDING


@require_http_methods(["GET", "HEAD"])
def reply_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The form to answer a comment, for browsers that do not open it in place."""
    comments = Comment.objects.visible().select_related("thread__article", "author")
    parent = get_object_or_404(comments, pk=pk)
    article = parent.thread.article
    if not article.is_published:
        return redirect(parent)
    if current_mode(parent.thread) == Thread.Mode.CLOSED:
        return redirect(f"{article.get_absolute_url()}#thread")  # there it says so
    kind = CommentForm if isinstance(request.user, Member) else GuestCommentForm
    form = kind(initial={"parent": parent.pk}, action=post_url(article), draft=draft_key(article))
    return write_page(request, article, parent, form)
