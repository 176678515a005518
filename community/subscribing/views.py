"""Pages of the newsletter. Nothing tells whether an address is known."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Issue, Subscriber
from articles.newsletter.actions import choose, confirm, subscribe, unsubscribe
from articles.newsletter.links import subscriber_of, token_of
from articles.newsletter.writing import shown_articles
from community.members.attempts.network import client_address
from community.subscribing.forms import ChoicesForm, SubscribeForm
from community.threads.posting.network import is_within

# Letters that one network may ask for in an hour: a ward shares an address.
LETTERS_AN_HOUR_FROM_ONE_PLACE = 20
HOUR_SECONDS = 3600
ISSUES_A_PAGE = 30  # issues in the archive: half a year of weeks
KEY_DIGITS_MAX = 18  # more digits than any key has
TOO_MANY = "Many letters were asked for from your network just now. Please try again in an hour."
FOLDER = "community/subscribing"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_page(request: HttpRequest) -> HttpResponse:
    """What it is, and the form. The line on every page sends only an address; the rest is as usual."""
    given = request.POST.copy() if request.method == "POST" else None
    if given is not None:
        given.setdefault("rhythm", Subscriber.Rhythm.WEEKLY)
    form = SubscribeForm(given, action=reverse("newsletter"))
    if given is not None and form.is_valid():
        if is_within_rate(request):
            chosen = form.cleaned_data
            subscribe(
                address=chosen["email"], rhythm=chosen["rhythm"], topics=list(chosen["topics"])
            )
            return redirect("newsletter_asked")
        form.add_error("email", TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    issues = Issue.objects.exclude(started_at=None)[:3]
    context = {"form": form, "issues": issues}
    return render(request, f"{FOLDER}/newsletter_page.html", context, status=status)


def is_within_rate(request: HttpRequest) -> bool:
    """Count the letters that a network asks for."""
    most = LETTERS_AN_HOUR_FROM_ONE_PLACE
    return is_within("newsletter", client_address(request), most=most, seconds=HOUR_SECONDS)


@require_safe
def asked_page(request: HttpRequest) -> HttpResponse:
    """The same answer for every address."""
    return render(request, f"{FOLDER}/asked_page.html")


def opened(token: str) -> Subscriber:
    """Whose link it is; 404 where it is none."""
    found = subscriber_of(token)
    if found is None:
        raise Http404("This link is not, or no longer, one of ours.")
    return found


def unlisted(response: HttpResponse) -> HttpResponse:
    """Such an address is a proof: no search engine keeps it, no other site hears of it."""
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request: HttpRequest, token: str) -> HttpResponse:
    """A button, because mail scanners open links."""
    subscriber = opened(token)
    if request.method == "POST":
        confirm(subscriber=subscriber)
        return redirect(request.path)
    context = {"subscriber": subscriber, "token": token_of(subscriber)}
    return unlisted(render(request, f"{FOLDER}/confirm_page.html", context))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choices_page(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody gets, and how to end it."""
    subscriber = opened(token)
    initial = {"rhythm": subscriber.rhythm, "topics": list(subscriber.topics.all())}
    form = ChoicesForm(request.POST or None, action=request.path, initial=initial)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        choose(subscriber=subscriber, rhythm=chosen["rhythm"], topics=list(chosen["topics"]))
        return redirect(f"{request.path}?saved=1")
    context = {
        "form": form,
        "subscriber": subscriber,
        "token": token_of(subscriber),
        "is_saved": "saved" in request.GET,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return unlisted(render(request, f"{FOLDER}/choices_page.html", context, status=status))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave_page(request: HttpRequest, token: str) -> HttpResponse:
    """End it. A POST does it at once and leads nowhere, as RFC 8058 asks; opening changes nothing.

    A second POST finds nobody and says the same: a mail program may try twice.
    """
    subscriber = subscriber_of(token)
    if request.method == "POST":
        if subscriber is not None:
            unsubscribe(subscriber=subscriber)
        return unlisted(render(request, f"{FOLDER}/left_page.html"))
    if subscriber is None:
        return unlisted(render(request, f"{FOLDER}/left_page.html"))
    context = {"subscriber": subscriber, "token": token}
    return unlisted(render(request, f"{FOLDER}/leave_page.html", context))


@require_safe
def issue_list(request: HttpRequest) -> HttpResponse:
    """The issues that went out, the newest first."""
    issues = Issue.objects.exclude(started_at=None)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) <= KEY_DIGITS_MAX:
        issues = issues.filter(pk__lt=int(before))
    rows = list(issues[: ISSUES_A_PAGE + 1])
    shown = rows[:ISSUES_A_PAGE]
    context = {"issues": shown, "next_before": shown[-1].pk if len(rows) > len(shown) else None}
    return render(request, f"{FOLDER}/issue_list.html", context)


@require_safe
def issue_page(request: HttpRequest, slug: str) -> HttpResponse:
    """An issue on the web; what was withdrawn since is not in it."""
    issue = get_object_or_404(Issue.objects.exclude(started_at=None), slug=slug)
    context = {"issue": issue, "picked": shown_articles(issue)}
    return render(request, f"{FOLDER}/issue_page.html", context)
