"""Following something: one button for members, a letter to confirm for guests."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.members.attempts.network import client_address
from community.members.models import Member
from community.members.reading import reader_of
from community.notifications.follows.actions import ask_to_follow, follow, follower_for, unfollow
from community.notifications.follows.forms import AddressForm
from community.notifications.follows.models import Follow
from community.notifications.follows.own_threads import answer_after_posting
from community.notifications.follows.reading import find_target, follow_of, page_of
from community.notifications.news.actions import followed_thread
from community.threads.models import Comment
from community.threads.posting.network import is_within

# Letters to confirm that one network may ask for in an hour: a ward shares an address.
LETTERS_AN_HOUR_FROM_ONE_PLACE = 20
HOUR_SECONDS = 3600
TOO_MANY = "Many letters were asked for from your network just now. Please try again in an hour."


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_page(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """What following it means, and the button or the field for it.

    A member is followed at their own address: keys are given in the order in which people joined.
    """
    if kind == Follow.Kind.PERSON:
        raise Http404("Members are followed at their own address.")
    return page_to_follow(request, kind, key)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_member_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same for a member."""
    member = get_object_or_404(Member, public_id=public_id)
    return page_to_follow(request, Follow.Kind.PERSON, member.pk)


def page_to_follow(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """The page for a visitor, or for a member."""
    name = find_target(kind, key, reader_of(request))
    if isinstance(request.user, Member):
        return csrf_protect(member_page)(request, request.user, kind, key, name)
    form = AddressForm(request.POST or None, action=request.path)
    if request.method == "POST" and form.is_valid():
        if is_within_rate(request):
            address = form.cleaned_data["email"]
            ask_to_follow(kind=Follow.Kind(kind), target=key, address=address)
            return redirect("follow_asked")
        form.add_error("email", TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"name": name, "form": form, "back": page_of(kind, key, reader_of(request))}
    return render(
        request, "community/notifications/follows/guest_page.html", context, status=status
    )


def member_page(
    request: HttpRequest, member: Member, kind: str, key: int, name: str
) -> HttpResponse:
    """The button for a member."""
    follower = follower_for(member) if request.method == "POST" else None
    if request.method == "POST" and follower is not None:
        known = follow_of(follower, kind, key)
        if known is None:
            follow(kind=Follow.Kind(kind), target=key, member=member)
        elif request.POST.get("do") == "stop":
            unfollow(follow=known)
        return redirect(request.path)
    known = follow_of(getattr(member, "follower", None), kind, key)
    context = {"name": name, "follow": known, "back": page_of(kind, key, reader_of(request))}
    return render(request, "community/notifications/follows/member_page.html", context)


@csrf_exempt
@login_required
@never_cache
@require_POST
def follow_posted(request: HttpRequest, pk: int) -> HttpResponse:
    """What a member who just posted wants to hear of the thread."""
    assert isinstance(request.user, Member)
    own = Comment.objects.select_related("thread").filter(author=request.user)
    comment = get_object_or_404(own, pk=pk)
    try:
        follows = answer_after_posting(
            comment=comment, member=request.user, choice=request.POST.get("choice", "")
        )
    except ValueError:
        raise Http404("There is no such choice.") from None
    if not follows:
        messages.success(request, "You hear of answers to you, and of nothing else in threads.")
        return redirect(comment)
    kind, (target,) = followed_thread(comment.thread)
    return redirect("follow", kind, target)


def is_within_rate(request: HttpRequest) -> bool:
    """Count the letters that a network asks for."""
    most = LETTERS_AN_HOUR_FROM_ONE_PLACE
    return is_within("follows", client_address(request), most=most, seconds=HOUR_SECONDS)


@require_safe
def follow_asked(request: HttpRequest) -> HttpResponse:
    """The same answer for every address."""
    return render(request, "community/notifications/follows/asked_page.html")


@never_cache
@require_safe
def more_about_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """What else one may do about a comment: follow it, follow or mute who wrote it."""
    comments = Comment.objects.open_to(reader_of(request))
    comment = get_object_or_404(comments.select_related("thread__article", "author"), pk=pk)
    author = comment.author
    is_other = author is not None and author.is_active and author != request.user
    context = {
        "comment": comment,
        "author": author if is_other else None,
        "back": reverse("comment_permalink", args=[comment.pk]),
    }
    return render(request, "community/notifications/follows/more_page.html", context)
