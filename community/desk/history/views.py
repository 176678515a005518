"""Changes at the source that wait, one of them as a difference, and earlier words of an article."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from articles.history.models import SourceChange
from articles.models import Article
from common.text.changes import changes
from community.desk.actions import ChangedMeanwhile
from community.desk.history.actions import accept_change, refuse_change
from community.desk.previews import whole_text
from community.members.models import Member
from community.moderation.access import staff_only

CHANGES_SHOWN = 100  # that wait; the oldest first, so that none waits for ever
VERSIONS_SHOWN = 20  # earlier words of an article; who edits more often keeps a diary of it
MEANWHILE = "The article changed meanwhile, so nothing was taken over. Please compare again."


@staff_only
@require_safe
def change_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """The changes that wait for somebody to decide."""
    waiting = SourceChange.objects.filter(state=SourceChange.State.WAITING)
    found = waiting.select_related("article__source").order_by("found_at")[:CHANGES_SHOWN]
    context = {"changes": found, "count": waiting.count(), "section": "desk"}
    return render(request, "community/desk/history/change_list.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def change_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """The difference between what stands here and what the source says now."""
    change = get_object_or_404(SourceChange.objects.select_related("article__source"), pk=pk)
    if request.method == "POST":
        try:
            return decide(request, editor, change)
        except ChangedMeanwhile:
            messages.warning(request, MEANWHILE)
            return difference(request, change, HTTPStatus.CONFLICT)
    return difference(request, change)


def decide(request: HttpRequest, editor: Member, change: SourceChange) -> HttpResponse:
    """Take it over or leave ours."""
    if request.POST.get("do") == "accept":
        given = request.POST.get("version", "")
        version = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
        accept_change(change=change, editor=editor, version=version)
        messages.success(request, "Taken over. The words before are kept in the history.")
    else:
        refuse_change(change=change, editor=editor)
        messages.success(request, "Ours stays as it is. The same change is not asked about again.")
    return redirect("desk_article", change.article_id)


def difference(
    request: HttpRequest, change: SourceChange, status: int = HTTPStatus.OK
) -> HttpResponse:
    """The page with both."""
    article = Article.objects.select_related("source").get(pk=change.article_id)
    ours = whole_text(article.title, article.standfirst, article.body_html)
    theirs = whole_text(change.title, change.standfirst, change.body_html)
    context = {
        "change": change,
        "article": article,
        "difference": changes(ours, theirs),
        "section": "desk",
    }
    return render(request, "community/desk/history/change_page.html", context, status=status)


@staff_only
@require_safe
def history_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """Earlier words of an article, the newest first, each with what was changed then."""
    article = get_object_or_404(Article.objects.exclude(state=Article.State.UNDONE), pk=pk)
    versions = list(article.versions.all()[: VERSIONS_SHOWN + 1])
    after = whole_text(article.title, article.standfirst, article.body_html)
    steps = []
    for version in versions[:VERSIONS_SHOWN]:
        before = whole_text(version.title, version.standfirst, version.body_html)
        steps.append({"version": version, "changes": changes(before, after)})
        after = before
    context = {
        "article": article,
        "steps": steps,
        "has_more": len(versions) > VERSIONS_SHOWN,
        "section": "desk",
    }
    return render(request, "community/desk/history/history_page.html", context)
