"""An article as readers will see it, for those who may see it before."""

from datetime import datetime
from typing import Any

from articles.models import Article
from community.threads.models import Thread
from community.threads.reading.heads import Head
from community.threads.reading.pages import OLDEST
from community.threads.reading.sections import shared_part
from community.threads.reading.views import section_below


def reading_context(article: Article, now: datetime) -> dict[str, Any]:
    """What the readers' page needs. A draft is dated as if it were published at this moment."""
    thread = Thread.objects.filter(article=article).first()
    if article.published_at is None:
        article.published_at = now
    head = Head(
        slug=article.slug,
        article_id=article.pk,
        article_version=article.version,
        state=Article.State.DRAFT,
        story_id=article.story_id,
        thread_id=thread.pk if thread else None,
        thread_version=thread.version if thread else None,
        comment_count=thread.comment_count if thread else 0,
    )
    section = section_below(head, OLDEST, shared_part(head, OLDEST, 0, now))
    return {"article": article, "thread_section": section, "is_open": False, "section": "desk"}
