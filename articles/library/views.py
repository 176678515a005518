"""Lists of articles."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.library.models import Article, Topic
from articles.library.querysets import ArticleQuerySet

LIST_LENGTH = 20  # about six screens of a phone


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Every published article, the newest first."""
    context = list_page(request, Article.objects.published())
    return render(request, "articles/library/article_list.html", context)


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    """All topics."""
    return render(request, "articles/library/topic_list.html", {"topics": Topic.objects.all()})


def list_page(request: HttpRequest, articles: ArticleQuerySet) -> dict[str, Any]:
    """One page of a list, begun after the article whose slug the address names."""
    after = Article.objects.published().filter(slug=request.GET.get("after", "")).first()
    if after is not None:
        articles = articles.before(after)
    found = list(articles.for_lists()[: LIST_LENGTH + 1])
    shown = found[:LIST_LENGTH]
    more = shown[-1] if len(found) > LIST_LENGTH else None
    page: dict[str, Any] = {"articles": shown, "begins": after, "more_after": more}
    if after is not None:  # a page of its own, not another address of the first
        page["canonical_url"] = f"{settings.SITE_URL}{request.path}?after={after.slug}"
    return page
