"""A member's page, and what a reader can do there."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.member_pages.actions import hide_from_page, show_on_page
from community.member_pages.reading import see_page
from community.members.models import Member
from community.members.muting.mutes import mute_member, muted_by, unmute_member
from community.members.reading import reader_of
from community.moderation.claims.actions import NotAllowed
from community.notifications.follows.actions import follow, unfollow
from community.notifications.follows.models import Follow
from community.threads.models import Comment

KEY_DIGITS_MAX = 18  # more digits than any key has


@csrf_exempt  # guarded by Origin, see config.origin_guard
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def member_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a member says of themself; gone where the account is closed, erased or banned."""
    member = get_object_or_404(Member, public_id=public_id)
    reader = reader_of(request)
    if not member.is_active or (member.is_banned and reader != member):
        template = "community/member_pages/gone.html"
        return render(request, template, status=HTTPStatus.GONE)
    if request.method == "POST":
        return act(request, reader, member)
    seen = see_page(member=member, reader=reader, before=number(request.GET.get("before", "")))
    context = {
        "member": member,
        "seen": seen,
        "follows": bool(reader and follow_of(reader, member)),
        "mutes": bool(reader and member.pk in muted_by(reader)),
        "section": "account" if seen.is_own else "",
    }
    return render(request, "community/member_pages/member_page.html", context)


def act(request: HttpRequest, reader: Member | None, member: Member) -> HttpResponse:
    """Do what a button of the page says. Visitors sign in first and come back."""
    if reader is None:
        return redirect_to_login(request.path)
    do = ACTS.get(request.POST.get("do", ""))
    try:
        if do is not None and reader != member:
            messages.success(request, do(reader, member).format(name=member.pseudonym))
        elif reader == member:
            choose_comment(request, member)
    except NotAllowed as trouble:
        messages.error(request, str(trouble))
    before = number(request.POST.get("before", ""))
    return redirect(f"{request.path}?before={before}" if before else request.path)


def follow_of(reader: Member, member: Member) -> Follow | None:
    """The reader's follow of a member, where there is one."""
    follows = Follow.objects.filter(follower__member=reader)
    return follows.filter(kind=Follow.Kind.PERSON, target=member.pk).first()


def start_following(reader: Member, member: Member) -> str:
    follow(kind=Follow.Kind.PERSON, target=member.pk, member=reader)
    return "You follow {name}. They are not told."


def stop_following(reader: Member, member: Member) -> str:
    if known := follow_of(reader, member):
        unfollow(follow=known)
    return "You do not follow {name} any more."


def mute(reader: Member, member: Member) -> str:
    mute_member(muted=member, member=reader)
    return "{name} is muted. They are not told."


def unmute(reader: Member, member: Member) -> str:
    unmute_member(muted=member, member=reader)
    return "You meet the words of {name} again."


ACTS: dict[str, Callable[[Member, Member], str]] = {
    "follow": start_following,
    "stop": stop_following,
    "mute": mute,
    "unmute": unmute,
}


def choose_comment(request: HttpRequest, member: Member) -> None:
    """Leave a comment of one's own out of the page, or let it stand there again."""
    key = number(request.POST.get("hide", "")) or number(request.POST.get("show", ""))
    comment = get_object_or_404(Comment, pk=key, author=member)
    if "hide" in request.POST:
        hide_from_page(comment=comment, member=member)
        messages.success(request, "It is not listed for others any more. It stays in its thread.")
    else:
        show_on_page(comment=comment, member=member)
        messages.success(request, "It is listed again.")


def number(typed: str) -> int:
    """A key from an address or a form; 0 for anything else."""
    is_key = typed.isascii() and typed.isdecimal() and len(typed) <= KEY_DIGITS_MAX
    return int(typed) if is_key else 0
