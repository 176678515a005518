"""Stories as readers see them: beside an article, and on a page of their own."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.models import Story
from articles.stories.lists import articles_of_story, others_of_story
from community.threads.reading.heads import Head
from community.threads.reading.pages import NEVER
from community.threads.stories.pages import DISCUSSIONS_SHOWN, read_discussions

# A kept page says how many comments the others have; a new one there does not end it.
COUNTS_KEPT = timedelta(minutes=10)
LISTED = 100  # articles of a story; no study was ever reported by as many sources here


def also_reported(head: Head, now: datetime) -> tuple[SafeString, datetime]:
    """HTML of who else reported the study, and until when its counts are true; "" for nobody."""
    others = list(others_of_story(head.story_id, head.article_id)) if head.story_id else []
    if not others:
        return SafeString(), NEVER
    context = {"others": others, "story": others[0].story}
    html = render_to_string("community/threads/also_reported.html", context)
    return html, now + COUNTS_KEPT


@require_safe
def story_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A story: its articles, and all their discussions together."""
    story = get_object_or_404(Story, slug=slug)
    found = articles_of_story(story.pk).select_related("source", "thread").defer("body_html")
    articles = list(found[:LISTED])
    if not articles:
        raise Http404("There is nothing to read at this address.")
    context = {
        "story": story,
        "articles": articles,
        "discussions": read_discussions(articles[:DISCUSSIONS_SHOWN], timezone.now()),
        "comment_count": sum(article.comment_count for article in articles),
        "section": "articles",
        "canonical_url": settings.SITE_URL + story.get_absolute_url(),
    }
    return render(request, "community/threads/story_page.html", context)
