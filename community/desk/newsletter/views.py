"""Pages of the newsletter at the desk."""

import smtplib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from csp.constants import HEADER
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.models import Article, Issue, IssueArticle
from articles.newsletter.actions import NotEditable
from articles.newsletter.models import TEASER_MAX
from articles.newsletter.writing import words_of
from common.text import normalise
from community.desk.actions import NotAllowed
from community.desk.newsletter import actions
from community.desk.newsletter.forms import IssueForm, SendAtForm
from community.desk.newsletter.reading import articles_to_pick, progress, subscriber_counts
from community.members.models import Member
from community.moderation.access import staff_only

ISSUES_SHOWN = 50  # a year of weeks; the archive on the web has all that went out
TYPED_MAX = 100  # characters of what is looked for in titles
LONG_TEASER = f"What stands below a title holds up to {TEASER_MAX} characters. Please shorten it; nothing is lost."
# A preview is what a mail program shows: its own styles, nothing fetched, nothing run.
PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_desk(request: HttpRequest, editor: Member) -> HttpResponse:
    """All issues, and a new one."""
    if request.method == "POST":
        title = f"News of {timezone.now():%-d %B %Y}"
        issue = actions.begin_issue(title=title, editor=editor)
        return redirect("desk_issue", issue.pk)
    issues = Issue.objects.exclude(state=Issue.State.SENT, started_at=None)[:ISSUES_SHOWN]
    context = {"issues": issues, "counts": subscriber_counts()}
    return render(request, "community/desk/newsletter/newsletter_desk.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def issue_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Compose an issue, or follow how it goes out."""
    issue = get_object_or_404(Issue, pk=pk)
    if not issue.is_editable:
        return going_page(request, issue)
    posted = request.POST if request.method == "POST" else None
    form, at = (
        IssueForm(posted, issue=issue),
        SendAtForm(posted if wants(request, "later") else None),
    )
    teasers = teasers_in(request, issue)
    if any(len(teaser) > TEASER_MAX for teaser in teasers.values()):
        form.add_error(None, LONG_TEASER)
    if posted is not None and form.is_valid() and (not wants(request, "later") or at.is_valid()):
        actions.change_issue(issue=issue, editor=editor, teasers=teasers, **form.cleaned_data)
        issue.refresh_from_db()
        return after_saving(request, editor, issue, at)
    context = {
        "issue": issue,
        "form": form,
        "at": at,
        "picked": with_words(issue, teasers),
        "found": articles_to_pick(issue, request.GET.get("q", "")[:TYPED_MAX]),
        "typed": request.GET.get("q", "")[:TYPED_MAX],
        "log": issue.log.select_related("editor")[:20],
    }
    has_errors = bool(form.errors or at.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if has_errors else HTTPStatus.OK
    return render(request, "community/desk/newsletter/issue_page.html", context, status=status)


def wants(request: HttpRequest, do: str) -> bool:
    """Which button was pressed."""
    return request.POST.get("do") == do


def teasers_in(request: HttpRequest, issue: Issue) -> dict[int, str]:
    """What was written about each article."""
    keys = issue.picked.values_list("pk", flat=True)
    names = {key: f"teaser-{key}" for key in keys}
    return {
        key: normalise(request.POST[name]) for key, name in names.items() if name in request.POST
    }


def with_words(issue: Issue, teasers: dict[int, str]) -> list[IssueArticle]:
    """The picked articles with what was typed about them, also where it could not be stored."""
    rows = list(issue.picked.select_related("article__source"))
    for row in rows:
        row.teaser = teasers.get(row.pk, row.teaser)
    return rows


def after_saving(
    request: HttpRequest, editor: Member, issue: Issue, at: SendAtForm
) -> HttpResponse:
    """What the button means besides saving; every one of them saves."""
    do, _, key = request.POST.get("do", "").partition(":")
    try:
        if do in ROWS:
            ROWS[do](editor, issue, key)
            return redirect(f"{reverse('desk_issue', args=[issue.pk])}#picked-title")
        elif do == "later":
            actions.schedule_issue(issue=issue, at=at.cleaned_data["send_at"], editor=editor)
            messages.success(request, "It goes out at this time.")
        elif do in WHOLE:
            messages.success(request, WHOLE[do](editor, issue))
        else:
            messages.success(request, "Saved.")
    except (NotAllowed, NotEditable) as trouble:
        messages.error(request, str(trouble))
    return redirect("desk_issue", issue.pk)


def row_of(issue: Issue, key: str) -> IssueArticle:
    """A picked article by the key on its button."""
    wanted = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0
    return get_object_or_404(issue.picked.select_related("article", "issue"), pk=wanted)


def pick(editor: Member, issue: Issue, key: str) -> None:
    wanted = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0
    article = get_object_or_404(Article, pk=wanted)
    actions.pick_article(issue=issue, article=article, editor=editor)


def order(editor: Member, issue: Issue, keys: str) -> None:
    named = [int(key) for key in keys.split(",")[:200] if key.isascii() and key.isdecimal()]
    actions.order_articles(issue=issue, keys=named, editor=editor)


ROWS: dict[str, Callable[[Member, Issue, str], None]] = {
    "pick": pick,
    "order": order,
    "up": lambda editor, issue, key: actions.move_article(
        picked=row_of(issue, key), by=-1, editor=editor
    ),
    "down": lambda editor, issue, key: actions.move_article(
        picked=row_of(issue, key), by=1, editor=editor
    ),
    "drop": lambda editor, issue, key: actions.drop_article(
        picked=row_of(issue, key), editor=editor
    ),
}


def test(editor: Member, issue: Issue) -> str:
    try:
        actions.send_test(issue=issue, editor=editor)
    except (OSError, smtplib.SMTPException) as trouble:
        raise NotAllowed("The mail server did not take it. What you wrote is saved.") from trouble
    return "A test went to your own address."


def now(editor: Member, issue: Issue) -> str:
    actions.schedule_issue(issue=issue, at=timezone.now(), editor=editor)
    return "It goes out now."


def draft(editor: Member, issue: Issue) -> str:
    actions.schedule_issue(issue=issue, at=None, editor=editor)
    return "It stays a draft."


WHOLE: dict[str, Callable[[Member, Issue], str]] = {"test": test, "now": now, "draft": draft}


def going_page(request: HttpRequest, issue: Issue) -> HttpResponse:
    """How far an issue is."""
    context = {
        "issue": issue,
        "counts": progress(issue),
        "log": issue.log.select_related("editor")[:20],
    }
    return render(request, "community/desk/newsletter/going_page.html", context)


@staff_only
@require_POST
def issue_going(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Pause, go on, or send to those not known once more."""
    issue = get_object_or_404(Issue, pk=pk)
    doing: dict[str, Callable[..., Any]] = {
        "pause": actions.pause_issue,
        "resume": actions.resume_issue,
        "again": actions.send_unknown_again,
    }
    if change := doing.get(request.POST.get("do", "")):
        change(issue=issue, editor=editor)
    return redirect("desk_issue", issue.pk)


@staff_only
@require_safe
def issue_preview(request: HttpRequest, editor: Member, pk: int, form: str) -> HttpResponse:
    """The letter as a mail program shows it: HTML, or text."""
    issue = get_object_or_404(Issue, pk=pk)
    words = words_of(issue, request.build_absolute_uri(), request.build_absolute_uri())
    if form == "text":
        context = {"issue": issue, "text": words.text.strip()}
        return render(request, "community/desk/newsletter/text_page.html", context)
    html = words.html
    if request.GET.get("theme") == "dark":
        html = html.replace("(prefers-color-scheme:dark)", "all")
    response = HttpResponse(html)
    response.headers[HEADER] = PREVIEW_POLICY
    return response
