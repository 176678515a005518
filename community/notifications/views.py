"""Where authors see what became of their words: members on their account, guests by receipt."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.members.models import Member
from community.moderation.sanctions.warnings import with_warnings
from community.moderation.statements.building import newest_shown
from community.threads.actions import withdraw_comment
from community.threads.editing.detaching import DISOWN_AFTER
from community.threads.editing.kept_words import kept_words
from community.threads.editing.views import edit_view, member_of, own_comment
from community.threads.models import Comment
from community.threads.posting.asking import help_for_comments
from community.threads.posting.receipts import (
    comment_of_receipt,
    forget,
    receipt_url,
    remembered,
)
from community.threads.posting.submissions import Guest
from community.threads.posting.views import draft_of
from community.yardsticks.waiting import usual_wait

COMMENTS_A_PAGE = 20


@login_required
@require_safe
def my_comments(request: HttpRequest) -> HttpResponse:
    """Everything the member wrote, with what became of it."""
    assert isinstance(request.user, Member)
    comments = Comment.objects.written_by(request.user)
    comments = comments.select_related("thread__article", "annotated_by")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 18:
        comments = comments.filter(pk__lt=int(before))
    listed = list(comments.order_by("-pk").prefetch_related("decisions")[: COMMENTS_A_PAGE + 1])
    kept = kept_words(listed)
    context = {
        "comments": [
            (comment, newest_shown(comment.decisions.all()), kept.get(comment.pk))
            for comment in listed[:COMMENTS_A_PAGE]
        ],
        "next_before": listed[COMMENTS_A_PAGE - 1].pk if len(listed) > COMMENTS_A_PAGE else None,
        "usual_wait": usual_wait(),
        "disowned_before": timezone.now() - DISOWN_AFTER,
    }
    return render(request, "community/notifications/my_comments.html", context)


def receipt_comment(token: str) -> Comment:
    """The comment behind a receipt link, or 404."""
    comment = comment_of_receipt(token)
    if comment is None:
        raise Http404("This receipt does not open a comment. Please check the whole link.")
    return comment


def receipt_context(request: HttpRequest, comment: Comment, token: str) -> dict[str, Any]:
    """What the page of a receipt shows: what became of the comment, its words, and what can be done."""
    return {
        "comment": comment,
        "thread": comment.thread,
        "decision": newest_shown(comment.decisions.all()),
        "kept": kept_words([comment]).get(comment.pk),
        "token": token,
        "link": request.build_absolute_uri(receipt_url(comment)),
        "was_posted": "posted" in request.GET,
        "draft": draft_of(comment),
        "is_remembered": comment.pk in remembered(request),
        "usual_wait": usual_wait(),
        "help": help_for_comments(request, comment),
    }


def private(response: HttpResponse) -> HttpResponse:
    """The address is a key: it must not travel on in a Referer or into a search engine."""
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt_edit(request: HttpRequest, token: str) -> HttpResponse:
    """A guest changes the words."""
    comment = receipt_comment(token)
    author = Guest(comment.author_name, comment.author_email)
    why = why_sent_back(comment) | {"token": token}
    return private(edit_view(request, comment, author, back=receipt_url(comment), **why))


@csrf_exempt
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A member reads why a comment was not published, changes it and sends it again."""
    comment = own_comment(request, pk)
    back = reverse("my_comments")
    context = why_sent_back(comment) | with_warnings(request)
    return edit_view(request, comment, member_of(request), back=back, **context)


def why_sent_back(comment: Comment) -> dict[str, Any]:
    """The decision after which an author may send a comment again; nothing where there is none."""
    if comment.state != Comment.State.REJECTED:
        return {}
    return {"decision": newest_shown(comment.decisions.all())}


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """A guest withdraws the comment, after being told what that means."""
    comment = receipt_comment(token)
    author = Guest(comment.author_name, comment.author_email)
    if request.method != "POST":
        context = {"comment": comment, "thread": comment.thread, "token": token}
        return private(render(request, "community/notifications/receipt_withdraw.html", context))
    withdraw_comment(comment=comment, author=author)
    return redirect(receipt_url(comment))


@csrf_exempt
@require_POST
def receipt_forget(request: HttpRequest, token: str) -> HttpResponse:
    """Take the comment off this device's list; the receipt link itself stays good."""
    comment = receipt_comment(token)
    response = redirect(receipt_url(comment))
    forget(request, response, comment)
    return response


@require_safe
def receipt_erased(request: HttpRequest) -> HttpResponse:
    """Says that nothing is left."""
    return render(request, "community/notifications/receipt_erased.html")


@require_safe
def posted_before(request: HttpRequest) -> HttpResponse:
    """For a second post of the same words when the first is no longer waiting."""
    return render(request, "community/notifications/posted_before.html")
