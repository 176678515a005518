"""The feed of the comments on an article."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.syndication.records import Feed, site_address
from articles.syndication.writing import answer_feed
from community.syndication.comments import entries
from community.threads.heads import Head, find_head

GONE = "This article was withdrawn. Its comments have no feed any more.\n"


@require_safe
def of_article(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The newest comments under a published article; 410 when it was withdrawn."""
    head = find_head(slug)
    if head.state == Article.State.WITHDRAWN:
        return HttpResponse(GONE, status=410, content_type="text/plain")
    shown = (head.article_id, head.article_version, head.thread_id, head.thread_version)
    return answer_feed(request, kind, lambda: feed_of(head, request.path), shown)


def feed_of(head: Head, path: str) -> Feed:
    """The comments under the article, the newest first."""
    article = Article.objects.only("slug", "title", "source_url").get(pk=head.article_id)
    return Feed(
        title=f"Comments on “{article.title}” · {settings.SITE_NAME}",
        subtitle="The latest comments. Those that wait to be read are not in it.",
        url=site_address(f"{article.get_absolute_url()}#thread"),
        own_url=site_address(path),
        entries=entries(article, head.thread_id) if head.thread_id else (),
    )
