"""Feeds of articles, and the page that says where there are which."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.library.models import Article, Topic
from articles.syndication.articles import entries, versions
from articles.syndication.records import Feed, site_address
from articles.syndication.writing import answer_feed


@require_safe
def feeds_page(request: HttpRequest) -> HttpResponse:
    """What feeds are, and all there are."""
    context = {"topics": Topic.objects.all()}
    return render(request, "articles/syndication/feeds_page.html", context)


@require_safe
def latest(request: HttpRequest, kind: str) -> HttpResponse:
    """The newest articles."""
    articles = Article.objects.all()

    def feed() -> Feed:
        return Feed(
            title=settings.SITE_NAME,
            subtitle="The latest articles",
            url=site_address("/"),
            own_url=site_address(request.path),
            entries=entries(articles),
        )

    return answer_feed(request, kind, feed, versions(articles))


@require_safe
def of_topic(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The newest articles under a topic."""
    topic = get_object_or_404(Topic, slug=slug)
    articles = Article.objects.all().under(topic)

    def feed() -> Feed:
        return Feed(
            title=f"{topic.name} · {settings.SITE_NAME}",
            subtitle=topic.description or f"The latest articles about {topic.name}",
            url=site_address(topic.get_absolute_url()),
            own_url=site_address(request.path),
            entries=entries(articles),
        )

    shown = (topic.name, topic.description, versions(articles))
    return answer_feed(request, kind, feed, shown)
