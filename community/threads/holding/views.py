"""The page between writing and posting, and the words that wait there."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.keeping.limits import kept_in_words
from community.members.agreements.actions import agree
from community.members.agreements.forms import AgreeForm
from community.members.agreements.reading import lacking
from community.members.models import Member
from community.members.reading import reader_of
from community.threads.holding.actions import hold_words, release_words
from community.threads.holding.models import HeldPost
from community.threads.models import Comment, Thread
from community.threads.posting.forms import HELD

View = Callable[..., HttpResponse]
AGREEING = "agreeing"  # the button of somebody who was asked to agree
KEY_DIGITS_MAX = 18  # more digits than any key has


def held_key(request: HttpRequest) -> int:
    """The key of the held words that a form belongs to; 0 where it belongs to none."""
    given = request.POST.get(HELD, "")
    return int(given) if given.isdecimal() and len(given) <= KEY_DIGITS_MAX else 0


def is_from_before(request: HttpRequest) -> bool:
    """Whether a form belongs to kept words, and its writer was signed out meanwhile."""
    return bool(held_key(request)) and not isinstance(request.user, Member)


def to_held_words() -> HttpResponse:
    """To signing in, and from there to the words that wait."""
    return redirect_to_login(reverse("held_words"))


def coming_back(view: View) -> View:
    """Lead who was signed out meanwhile to signing in, and from there to the words that wait."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return to_held_words() if is_from_before(request) else view(request, *args, **kwargs)

    return opened


def take_agreement(request: HttpRequest) -> None:
    """Note what the form says was agreed to. Boxes that are missing are asked for again.

    Whom nothing is asked any more posts as usual.
    """
    member = reader_of(request)
    if member is None or not member.must_agree:
        return
    asked = [each.text for each in lacking(member)]
    form = AgreeForm(request.POST, texts=asked)
    if not asked or (AGREEING in request.POST and form.is_valid()):
        agree(member=member, texts=form.agreed)


def let_go(request: HttpRequest) -> None:
    """The words of this form are posted now."""
    member = reader_of(request)
    if member is not None and (key := held_key(request)):
        release_words(member=member, pk=key)


def ask_to_agree(
    request: HttpRequest,
    thread: Thread | None,
    text: str,
    parent: Comment | None = None,
    more: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Keep the words, and show what the writer is asked before they are posted.

    `more` is what else stood in the form, by the names of its fields. Without a thread it is to
    begin a conversation.
    """
    assert isinstance(request.user, Member)
    held = hold_words(
        thread=thread,
        member=request.user,
        path=request.path,
        text=text,
        parent_key=parent.pk if parent else 0,
        more=more,
    )
    if (earlier := held_key(request)) and earlier != held.pk:
        release_words(member=request.user, pk=earlier)  # these are the same words, changed
    asked = lacking(request.user)
    sent = request.POST if AGREEING in request.POST else None
    form = AgreeForm(sent, texts=[each.text for each in asked])
    context = {"held": held, "asked": asked, "form": form, "thread": thread}
    context["kept_for"] = kept_in_words("held_words")
    return render(request, "community/threads/agree_page.html", context)


def waiting_words(member: Member) -> Sequence[HeldPost]:
    """What waits for this member, the newest first."""
    return list(HeldPost.objects.filter(member=member).select_related("thread__article"))


@login_required
@never_cache
@require_safe
def held_page(request: HttpRequest) -> HttpResponse:
    """The words that wait for their writer, to go on with or to discard."""
    assert isinstance(request.user, Member)
    context = {
        "words": waiting_words(request.user),
        "kept_for": kept_in_words("held_words"),
        "section": "account",
    }
    return render(request, "community/threads/held_page.html", context)


@login_required
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw words away that wait."""
    assert isinstance(request.user, Member)
    release_words(member=request.user, pk=pk)
    messages.success(request, "Those words are gone.")
    return redirect("held_words")
