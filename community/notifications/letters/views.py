"""Pages that the links in letters open: no account is needed, the link is the proof."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.notifications.follows.actions import (
    PAUSE,
    choose_letters,
    confirm_follow,
    end_pause,
    forget_follower,
    pause_letters,
    unfollow,
)
from community.notifications.follows.forms import NAMES, LettersForm
from community.notifications.follows.links import follower_of, letters_token
from community.notifications.follows.models import Follower
from community.notifications.follows.reading import followed, name_of
from community.notifications.letters.returned import GATHERED, leave_by_mail


def opened(token: str) -> Follower:
    """Who has the letter; 404 for a link that is none."""
    found = follower_of(token)
    if found is None:
        raise Http404("This link is not, or no longer, one of ours.")
    return found


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letters_page(request: HttpRequest, token: str) -> HttpResponse:
    """What comes by mail, what is followed, and an end to all of it."""
    follower = opened(token)
    do = request.POST.get("do", "")
    if do == "stop":
        return stop_one(request, follower)
    if do == "forget":
        forget_follower(follower=follower)
        return render(request, "community/notifications/letters/forgotten_page.html")
    form = LettersForm(request.POST or None, follower=follower, action=request.path)
    form.helper.disable_csrf = True
    if request.method == "POST" and form.is_valid():
        choose_letters(follower=follower, **form.cleaned_data)
        return redirect(f"{request.path}?saved=1")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = letters_context(follower) | {"form": form, "is_saved": "saved" in request.GET}
    page = "community/notifications/letters/letters_page.html"
    return unlisted(render(request, page, context, status=status))


def letters_context(follower: Follower) -> dict[str, object]:
    """What these pages show of somebody."""
    return {
        "follower": follower,
        "token": letters_token(follower),
        "followed": followed(follower.follows.filter(is_confirmed=True), follower.member),
        "pause_days": PAUSE.days,
    }


def stop_one(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Follow one thing no more."""
    key = request.POST.get("follow", "")
    wanted = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0
    is_last = follower.member_id is None and follower.follows.count() == 1
    unfollow(follow=get_object_or_404(follower.follows, pk=wanted))
    if is_last:
        return render(request, "community/notifications/letters/forgotten_page.html")
    return redirect(request.path)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pause_page(request: HttpRequest, token: str) -> HttpResponse:
    """Pause everything for 30 days, or end the pause. Opening the link changes nothing."""
    follower = opened(token)
    if request.method == "POST":
        change = end_pause if request.POST.get("do") == "end" else pause_letters
        change(follower=follower)
        return redirect(request.path)
    page = "community/notifications/letters/pause_page.html"
    return unlisted(render(request, page, letters_context(follower)))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_page(request: HttpRequest, token: str, setting: str) -> HttpResponse:
    """No more letters of one kind. A POST does it at once, as RFC 8058 asks; opening changes nothing."""
    follower = opened(token)
    if setting != GATHERED and setting not in NAMES:
        raise Http404("There is no such kind of letter.")
    if request.method == "POST":
        leave_by_mail(setting, token)
    context = letters_context(follower)
    context |= {"kind": NAMES.get(setting, "Gathered news"), "is_done": request.method == "POST"}
    return unlisted(render(request, "community/notifications/letters/stop_page.html", context))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """Confirm that one wants to follow something. A button, because mail scanners open links."""
    follower = opened(token)
    follow = get_object_or_404(follower.follows, pk=pk)
    if request.method == "POST":
        confirm_follow(follow=follow)
        return redirect(request.path)
    context = letters_context(follower) | {"follow": follow, "name": name_of(follow)}
    return unlisted(render(request, "community/notifications/letters/confirm_page.html", context))


def unlisted(response: HttpResponse) -> HttpResponse:
    """Such an address is a proof: no search engine keeps it, no other site hears of it."""
    response["X-Robots-Tag"] = "noindex"
    return response
