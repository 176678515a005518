"""The head of an article page: which article and thread, in which versions, in one query."""

from dataclasses import dataclass

from django.db import connection
from django.http import Http404

from articles.models import Article
from community.threads.models import Thread

# Every visit to an article begins with this one row. Written out, because building the same
# statement from a queryset each time costs more than all the rest of a kept page.
FIND_HEAD = f"""
    SELECT article.id, article.version, article.state,
           thread.id, thread.version, thread.comment_count
    FROM {Article._meta.db_table} article
    LEFT JOIN {Thread._meta.db_table} thread ON thread.article_id = article.id
    WHERE article.slug = %s AND article.state <> %s
"""  # noqa: S608 - the names are those of our own tables


@dataclass(frozen=True, slots=True)
class Head:
    """Keys and versions; enough to find a kept page."""

    article_id: int
    article_version: int
    state: str
    thread_id: int | None
    thread_version: int | None
    comment_count: int | None

    @property
    def is_open(self) -> bool:
        """Whether the thread takes new comments."""
        return self.state == Article.State.PUBLISHED

    def frame_key(self) -> str:
        """Under which the page without its thread is kept."""
        return f"frame:{self.article_id}:{self.article_version}"

    def key(self, *rest: object) -> str:
        """Under which a finished page is kept."""
        versions = (self.article_id, self.article_version, self.thread_id, self.thread_version)
        return "page:" + ":".join(map(str, (*versions, *rest)))


def find_head(slug: str) -> Head:
    """The head of an article that readers may open (published or withdrawn), or 404."""
    with connection.cursor() as cursor:
        cursor.execute(FIND_HEAD, [slug, Article.State.DRAFT])
        row = cursor.fetchone()
    if row is None:
        raise Http404("There is no article at this address.")
    return Head(*row)
