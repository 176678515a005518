"""Pages on which people write: the post form, its preview, replies."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from crispy_forms.utils import render_crispy_form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods

from common.html import comment_html
from community.members.attempts.network import client_address
from community.members.models import Member
from community.members.reading import reader_of
from community.screening.reasons import explain
from community.threads.actions import (
    Posted,
    post_comment,
)
from community.threads.holding.views import (
    ask_to_agree,
    held_key,
    is_from_before,
    let_go,
    take_agreement,
    to_held_words,
)
from community.threads.models import Comment, Thread
from community.threads.placing import ThreadFull, stored_thread
from community.threads.posting.asking import Question, help_for_words, look_at, question_about
from community.threads.posting.forms import CommentForm, GuestCommentForm
from community.threads.posting.network import network_hash
from community.threads.posting.pace import TooFast, check_pace
from community.threads.posting.receipts import receipt_url, remember, remembered
from community.threads.posting.restraints import MustAgree, NotAllowed, current_mode, notice_of
from community.threads.posting.submissions import Author, Guest, author_name
from community.threads.posting.verdicts import Asked, Refused
from community.threads.reading.heads import thread_to_post_in

Post = Callable[..., Posted]

ACTION_MARK = "/post-form-action/"
DRAFT_MARK = "draft-of-thread"
ANYWAY = "anyway"  # the button of somebody who was asked first, and means it
GONE = "The comment you answer is no longer there. Your words are kept below."


def post_url(thread: Thread) -> str:
    """Where the post form of a thread is sent."""
    return f"{thread.get_absolute_url()}comments/"


def draft_key(thread: Thread) -> str:
    """Under which a browser keeps what is written here but not posted yet."""
    if thread.is_conversation:
        return f"conversation-{thread.pk}"
    return f"article-{thread.article_id}"


def draft_of(comment: Comment) -> str:
    """Under which a browser kept a comment that is posted now."""
    return f"{draft_key(comment.thread)}:{comment.parent_id or 0}"


def blank_form(thread: Thread, member: Member | None) -> SafeString:
    """The empty form as it stands below a thread."""
    html = blank_form_html(is_member=member is not None)
    html = html.replace(ACTION_MARK, post_url(thread)).replace(DRAFT_MARK, draft_key(thread))
    return mark_safe(html)  # noqa: S308 - our own form


@lru_cache(maxsize=2)
def blank_form_html(*, is_member: bool) -> str:
    """The empty form is the same in every thread but for where it is sent."""
    kind = CommentForm if is_member else GuestCommentForm
    html: str = render_crispy_form(kind(action=ACTION_MARK, draft=DRAFT_MARK))
    return html


@require_http_methods(["GET", "HEAD", "POST"])
def post_page(request: HttpRequest, slug: str, **context: Any) -> HttpResponse:
    """Takes a comment below an article; see `post_in`."""
    return post_in(thread_to_post_in(slug), request, **context)


def post_in(
    thread: Thread, request: HttpRequest, post: Post = post_comment, **context: Any
) -> HttpResponse:
    """Takes a comment; whatever is wrong with it, every word comes back in the form.

    `thread` may not be stored yet. `post` is the action that stores the comment. `context` holds what the writer should read before, see
    `write_page`.
    """
    if request.method != "POST":
        return redirect(thread)
    if is_from_before(request):
        return to_held_words()
    parent = asked_parent(request, thread)
    form = form_for(request, thread)
    if not form.is_valid():
        return write_page(request, thread, parent, form, **context)
    if "preview" in request.POST:
        return write_page(request, thread, parent, form, preview=True, **context)
    return take_post(request, thread, parent, form, post, **context)


def take_post(
    request: HttpRequest,
    thread: Thread,
    parent: Comment | None,
    form: CommentForm,
    post: Post,
    **context: Any,
) -> HttpResponse:
    """Post what the form holds, or give it back with the reason."""
    author = author_of(request, form)
    take_agreement(request)
    try:
        check_pace(request, author)
        if request.POST.get("parent") and parent is None:
            raise NotAllowed(GONE)
        posted = post(
            thread=stored_thread(thread),
            author=author,
            text=form.cleaned_data["comment"],
            parent=parent,
            network=network_hash(client_address(request)),
            asks=ANYWAY not in request.POST,
        )
    except MustAgree:
        return ask_to_agree(request, stored_thread(thread), form.cleaned_data["comment"], parent)
    except Asked as asked:
        question = question_about(form.cleaned_data["comment"], asked.verdict)
        return write_page(request, thread, parent, form, question=question, **context)
    except (NotAllowed, Refused, ThreadFull, TooFast) as trouble:
        form.add_error(None, in_plain_words(trouble))
        status = 429 if isinstance(trouble, TooFast) else 200
        return write_page(request, thread, parent, form, status=status, **context)
    let_go(request)
    return after_posting(request, posted, author)


def asked_parent(request: HttpRequest, thread: Thread) -> Comment | None:
    """The visible comment that is answered, if the form names one of this thread."""
    number = request.POST.get("parent", "")
    if not thread.pk or not number.isdecimal() or len(number) > 18:
        return None
    comments = Comment.objects.visible().filter(thread=thread.pk)
    return comments.filter(pk=int(number)).first()


def form_for(request: HttpRequest, thread: Thread) -> CommentForm:
    """The form this person fills in, with what they sent."""
    kind = CommentForm if isinstance(request.user, Member) else GuestCommentForm
    return kind(request.POST, action=request.path, draft=draft_key(thread))


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
    thread: Thread,
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
    context: dict[str, Any] = {"thread": thread, "parent": parent, "form": form}
    context |= {"warnings": warnings, "measures": measures, "mode": notice_of(thread)}
    form.confirms = warnings[0].pk if warnings else 0
    context |= {"help": help_for_words(request, verdict), "question": question}
    form.offers_anyway = question is not None
    form.held = held_key(request)
    if preview:
        text = form.cleaned_data["comment"]
        context["question"] = question_about(text, verdict)
        context["preview_html"] = mark_safe(comment_html(text))  # noqa: S308 - sanitised
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
    comments = Comment.objects.addressable_to(reader_of(request))
    parent = get_object_or_404(comments.select_related("thread__article", "author"), pk=pk)
    thread = parent.thread
    if not thread.is_open_to_readers:
        return redirect(parent)
    if parent.is_opening:
        return redirect(f"{thread.get_absolute_url()}#post")
    if current_mode(thread) == Thread.Mode.CLOSED:
        return redirect(f"{thread.get_absolute_url()}#thread")  # there it says so
    kind = CommentForm if isinstance(request.user, Member) else GuestCommentForm
    form = kind(initial={"parent": parent.pk}, action=post_url(thread), draft=draft_key(thread))
    return write_page(request, thread, parent, form)
