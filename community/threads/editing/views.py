"""Pages on which people change what they wrote, or take it back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.members.attempts.network import client_address
from community.members.models import Member
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.holding.views import (
    ask_to_agree,
    coming_back,
    held_key,
    let_go,
    take_agreement,
)
from community.threads.models import Comment, joined_words
from community.threads.posting.asking import question_about
from community.threads.posting.forms import EditForm
from community.threads.posting.network import network_hash
from community.threads.posting.restraints import MustAgree, NotAllowed
from community.threads.posting.submissions import Author
from community.threads.posting.title_forms import OpeningEditForm
from community.threads.posting.verdicts import Asked, Refused
from community.threads.posting.views import ANYWAY, in_plain_words

SAME_WORDS = (
    "These are the same words as before. Please change what the moderator asks for. If you see it "
    "otherwise, you can object: “The reasons in full” leads there."
)


@csrf_exempt
@coming_back
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_page(request: HttpRequest, pk: int, **context: Any) -> HttpResponse:
    """A member changes their own comment. What was not published has a page that says why."""
    comment = own_comment(request, pk)
    if comment.state == Comment.State.REJECTED and request.method != "POST":
        return redirect("send_again", pk)
    back = reverse("my_comments")
    return edit_view(request, comment, member_of(request), back=back, **context)


def member_of(request: HttpRequest) -> Member:
    """Who is signed in; for views that only members reach."""
    assert isinstance(request.user, Member)
    return request.user


def own_comment(request: HttpRequest, pk: int) -> Comment:
    """The member's own comment, or 404."""
    comments = Comment.objects.select_related("thread__article", "author", "parent")
    return get_object_or_404(comments, pk=pk, author=request.user)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A member takes a comment back, after being told what that means."""
    comment = own_comment(request, pk)
    if request.method == "POST":
        withdraw_comment(comment=comment, author=member_of(request))
        messages.success(request, "Your comment was taken back. Only you can still see it.")
        return redirect("my_comments")
    context = {"comment": comment, "thread": comment.thread}
    return render(request, "community/threads/withdraw_page.html", context)


def edit_view(
    request: HttpRequest, comment: Comment, author: Author, *, back: str, **context: Any
) -> HttpResponse:
    """The page on which an author changes a comment; leads `back` when it is done.

    `context` says why it was not published, and holds `warnings` to be read before.
    """
    form = form_for(request, comment)
    form.is_sent_back = comment.state == Comment.State.REJECTED
    form.held = held_key(request)
    form.confirms = context["warnings"][0].pk if context.get("warnings") else 0
    context |= {"comment": comment, "thread": comment.thread, "form": form, "back": back}
    if request.method == "POST" and form.is_valid():
        network = network_hash(client_address(request))
        text, title = form.cleaned_data["comment"], form.cleaned_data.get("title")
        new = {"text": text, "title": title, "network": network}
        take_agreement(request)
        try:
            check_is_changed(form, comment)
            edit_comment(comment=comment, author=author, asks=ANYWAY not in request.POST, **new)
        except MustAgree:
            more = {} if title is None else {"title": title}
            return ask_to_agree(request, comment.thread, text, more=more)
        except Asked as asked:
            words = joined_words(title or "", text)
            context["question"] = question_about(words, asked.verdict)
            form.offers_anyway = True
        except (NotAllowed, Refused) as trouble:
            form.add_error(None, in_plain_words(trouble))
        else:
            let_go(request)
            return redirect(back)
    return render(request, "community/threads/edit_page.html", context)


def form_for(request: HttpRequest, comment: Comment) -> EditForm:
    """The form with the words as they are; an opening has a title besides."""
    kind = OpeningEditForm if comment.is_opening else EditForm
    return kind(request.POST or None, initial={"title": comment.title, "comment": comment.body})


def check_is_changed(form: EditForm, comment: Comment) -> None:
    """The same words would not be read again, and nobody would know why. Raises `NotAllowed`."""
    said = form.cleaned_data
    is_same = said["comment"] == comment.body and said.get("title", "") == comment.title
    if form.is_sent_back and is_same:
        raise NotAllowed(SAME_WORDS)
