"""The feed of the comments on an article, and what a link to a page of ours shows elsewhere."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.syndication.records import Feed, site_address
from articles.syndication.writing import answer_feed
from community.conversations.reading import shown_conversations
from community.syndication import conversations, oembed
from community.syndication.comments import entries
from community.threads.reading.heads import Head, find_head

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
        entries=entries(article.title, head.thread_id, article.source_url)
        if head.thread_id
        else (),
    )


@require_safe
def of_conversation(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The newest comments in a conversation that everyone may read."""
    thread = get_object_or_404(shown_conversations(None), pk=pk)

    def feed() -> Feed:
        return Feed(
            title=f"Comments in “{thread.shown_title}” · {settings.SITE_NAME}",
            subtitle="The latest comments. Those that wait to be read are not in it.",
            url=site_address(thread.get_absolute_url()),
            own_url=site_address(request.path),
            entries=entries(thread.shown_title, thread.pk),
        )

    return answer_feed(request, kind, feed, (thread.pk, thread.version))


@require_safe
def latest_conversations(request: HttpRequest, kind: str) -> HttpResponse:
    """The newest conversations that everyone may read."""

    def feed() -> Feed:
        return Feed(
            title=f"Conversations · {settings.SITE_NAME}",
            subtitle="What members began to talk about",
            url=site_address(reverse("conversation_list")),
            own_url=site_address(request.path),
            entries=conversations.entries(),
        )

    return answer_feed(request, kind, feed, conversations.versions())


@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """The oEmbed endpoint: 400 without an address, 501 for another format, 404 for what is not
    ours, 410 for what was withdrawn. A link has no width, so `maxwidth` changes nothing.
    """
    address = request.GET.get("url", "")
    if request.GET.get("format", "json") != "json":
        return refused(501, "This answers in JSON only: format=json.")
    if not address:
        return refused(400, "Say which page: url=https://…")
    try:
        response = JsonResponse(oembed.describe(address))
    except Http404:
        return refused(404, "There is nothing to show at this address.")
    except oembed.Gone:
        return refused(410, "What stood at this address was withdrawn.")
    response["Cache-Control"] = f"public, max-age={oembed.AGE_SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"  # for scripts of other sites; it holds no secret
    return response


def refused(status: int, words: str) -> JsonResponse:
    """Why there is no answer."""
    return JsonResponse({"error": words}, status=status)
