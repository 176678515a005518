"""The page of a member's news, and how it comes by mail."""

from datetime import date
from http import HTTPStatus
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.members.models import Member
from community.notifications.follows.actions import (
    PAUSE,
    choose_letters,
    end_pause,
    follower_for,
    pause_letters,
    unfollow,
)
from community.notifications.follows.forms import LettersForm
from community.notifications.follows.reading import followed
from community.notifications.letters.items import Item, items_of, with_what_they_name
from community.notifications.letters.returned import resume_mail
from community.notifications.news.actions import mark_read, settle_gone
from community.notifications.news.models import Notification

NEWS_A_PAGE = 40  # pieces of news: four screens of a phone
KEY_DIGITS_MAX = 18  # more digits than any key has
# Buttons of the settings: what each does.
ENDS = {"pause": pause_letters, "end": end_pause, "resume": resume_mail}


@login_required
@never_cache
@require_safe
def news_page(request: HttpRequest) -> HttpResponse:
    """What is new for the member, the newest first; what was taken away is not listed."""
    assert isinstance(request.user, Member)
    rows = Notification.objects.filter(follower__member=request.user)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) <= KEY_DIGITS_MAX:
        rows = rows.filter(pk__lt=int(before))
    keys = list(rows.values_list("pk", flat=True)[: NEWS_A_PAGE + 1])
    shown = with_what_they_name(keys[:NEWS_A_PAGE])
    items = sorted(items_of(shown), key=lambda item: -item.notification.pk)
    gone = {row.pk for row in shown if row.read_at is None}
    if gone := gone - {item.notification.pk for item in items}:
        settle_gone(member=request.user, keys=gone)
    context = {
        "days": by_day(items),
        "unread": any(item.notification.read_at is None for item in items),
        "next_before": keys[NEWS_A_PAGE - 1] if len(keys) > NEWS_A_PAGE else None,
        "section": "news",
    }
    return render(request, "community/notifications/news/news_page.html", context)


def by_day(items: list[Item]) -> list[tuple[date, list[Item]]]:
    """The items of each day, in their order."""
    days = groupby(items, key=lambda item: item.happened_at.date())
    return [(day, list(some)) for day, some in days]


@login_required
@never_cache
@require_safe
def open_news(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to what happened; opened news is read."""
    assert isinstance(request.user, Member)
    rows = Notification.objects.filter(follower__member=request.user)
    row = get_object_or_404(rows, pk=pk)
    mark_read(member=request.user, pk=row.pk)
    items = items_of(with_what_they_name([row.pk]))
    if not items:
        messages.info(request, "That is no longer there.")
        return redirect("news")
    return redirect(items[0].path)


@login_required
@require_POST
def read_news(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    assert isinstance(request.user, Member)
    mark_read(member=request.user)
    return redirect("news")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def news_settings(request: HttpRequest) -> HttpResponse:
    """What comes by mail, and what is followed."""
    assert isinstance(request.user, Member)
    follower = follower_for(request.user)
    do = request.POST.get("do", "")
    if do in ENDS:
        ENDS[do](follower=follower)
        return redirect("news_settings")
    if do == "stop":
        key = request.POST.get("follow", "")
        wanted = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0
        unfollow(follow=get_object_or_404(follower.follows, pk=wanted))
        return redirect("news_settings")
    form = LettersForm(request.POST or None, follower=follower, action=request.path)
    if request.method == "POST" and form.is_valid():
        choose_letters(follower=follower, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("news_settings")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "follower": follower,
        "followed": followed(follower.follows.filter(is_confirmed=True), follower.member),
        "pause_days": PAUSE.days,
        "section": "account",
    }
    return render(
        request, "community/notifications/news/settings_page.html", context, status=status
    )
