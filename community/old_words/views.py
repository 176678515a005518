"""Pages for people who find words of theirs here that they wrote elsewhere."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.members.attempts.network import client_address
from community.members.models import Member
from community.members.reading import reader_of
from community.old_words.actions import (
    ask_for_proof,
    claim_comments,
    erase_old_comments,
    is_good,
    keep_old_comments,
)
from community.old_words.forms import AddressForm
from community.old_words.links import LINKS
from community.old_words.reading import comments_with, going_with
from community.threads.models import Comment
from community.threads.origins import origin_hash
from community.threads.posting.network import is_within
from community.threads.posting.restraints import NotAllowed

LETTERS_AN_HOUR_FROM_ONE_PLACE = 20  # a ward shares an address
HOUR_SECONDS = 3600
DIGITS_MAX = 7  # of a number of comments of one person
SHOWN = 100  # comments on one page; what was erased makes room for the next
TOO_MANY = "Many letters were asked for from your network just now. Please try again in an hour."
FOLDER = "community/old_words"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same for every address."""
    form = AddressForm(request.POST if request.method == "POST" else None, action=request.path)
    if request.method == "POST" and form.is_valid():
        if is_within_rate(request):
            ask_for_proof(address=form.cleaned_data["email"])
            return redirect("old_comments_asked")
        form.add_error("email", TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, f"{FOLDER}/ask_page.html", {"form": form}, status=status)


def is_within_rate(request: HttpRequest) -> bool:
    """Count the letters that a network asks for."""
    most = LETTERS_AN_HOUR_FROM_ONE_PLACE
    return is_within("old_comments", client_address(request), most=most, seconds=HOUR_SECONDS)


@require_safe
def asked_page(request: HttpRequest) -> HttpResponse:
    """The same for every address."""
    return render(request, f"{FOLDER}/asked_page.html")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proved_page(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link: the comments, and what can be done with them. No account is needed to erase."""
    proof = LINKS.find(token)
    if proof is None or not is_good(proof):
        raise Http404("This link is not, or no longer, one of ours.")
    response = comments_page(request, proof.origin_hash)
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """The same for a member: signing in with a code by mail has proved their address."""
    assert isinstance(request.user, Member)
    return comments_page(request, origin_hash(request.user.email))


def comments_page(request: HttpRequest, mark: str) -> HttpResponse:
    """The comments under a proved address, with a button for each thing that can be done."""
    reader, trouble = reader_of(request), ""
    if request.method == "POST":
        try:
            return redirect(request.path + done(request, mark))
        except NotAllowed as refusal:
            trouble = str(refusal)
    found = list(comments_with(mark)[: SHOWN + 1])
    context = {
        "comments": found[:SHOWN],
        "more": len(found) > SHOWN,
        "can_claim": any(comment.author_id is None for comment in found),
        "all_own": all(reader is not None and comment.author_id == reader.pk for comment in found),
        "going": going_with(mark),
        "reader": reader,
        "action": request.path,
        "login_url": f"{reverse('account_login')}?next={request.path}",
        "trouble": trouble,
        "kept": told_number(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    return render(request, f"{FOLDER}/comments_page.html", context, status=status)


def done(request: HttpRequest, mark: str) -> str:
    """Do what the pressed button says; returns what the address of the page says of it. Raises `NotAllowed`.

    Who has no account gets no message: that would need a cookie.
    """
    if request.POST.get("do") == "keep":
        return f"?kept={keep_old_comments(mark=mark)}"
    chosen = chosen_comments(request, mark)
    if not chosen:
        raise NotAllowed("Please choose the comments first.")
    reader = reader_of(request)
    if request.POST.get("do") == "erase":
        erase_old_comments(comments=chosen, mark=mark)
        return ""
    if request.POST.get("do") == "claim" and reader is not None:
        messages.success(request, claimed(chosen, reader, mark))
        return ""
    raise NotAllowed("Please choose what to do with them.")


def claimed(chosen: list[Comment], reader: Member, mark: str) -> str:
    """Make the chosen comments theirs, and say what came of it. Raises `NotAllowed`."""
    count, when = claim_comments(comments=chosen, member=reader, mark=mark), "now"
    if not count:
        count, when = sum(comment.author_id == reader.pk for comment in chosen), "already"
    if not count:
        raise NotAllowed("These comments belong to another account.")
    where = "It stands" if count == 1 else "They stand"
    return f"{counted(count)} yours {when}. {where} under “Your comments”."


def told_number(request: HttpRequest) -> int:
    """How many comments were brought back right before; 0 where none were, or the address says no number."""
    said = request.GET.get("kept", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < DIGITS_MAX else 0


def counted(count: int) -> str:
    """A number of comments with its verb."""
    return "1 comment is" if count == 1 else f"{count} comments are"


def chosen_comments(request: HttpRequest, mark: str) -> list[Comment]:
    """The comments that were ticked. Raises `NotAllowed` where one is somebody else's."""
    keys = {key for key in request.POST.getlist("comment") if key.isascii() and key.isdecimal()}
    wanted = {int(key) for key in keys if len(key) <= len(str(2**60))}
    return list(comments_with(mark).filter(pk__in=wanted))
