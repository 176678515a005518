"""The head of an article page: which article and thread, in which versions, in one query."""

from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS
from django.http import Http404

from articles.models import Article
from community.members.restraints import is_over
from community.members.statements import fetch, read_time
from community.threads.models import Thread
from community.threads.statements import FIND_HEAD


@dataclass(frozen=True, slots=True)
class Head:
    """Keys and versions; enough to find a kept page.

    `article_version` counts changes of the article and of what stands beside it.
    """

    article_id: int
    article_version: int
    state: str
    story_id: int | None
    thread_id: int | None
    thread_version: int | None
    comment_count: int | None
    stored_mode: str | None = None
    mode_until: datetime | None = None
    gap_seconds: int | None = None

    @property
    def mode(self) -> str:
        """How the thread takes comments at this moment."""
        stored = self.stored_mode or Thread.Mode.OPEN
        return Thread.Mode.OPEN if is_over(self.mode_until) else stored

    @property
    def is_open(self) -> bool:
        """Whether the thread takes new comments."""
        return self.state == Article.State.PUBLISHED and self.mode != Thread.Mode.CLOSED

    def frame_key(self) -> str:
        """Under which the page without its thread is kept."""
        return f"frame:{self.article_id}:{self.article_version}:{self.is_open:d}"

    def key(self, *rest: object) -> str:
        """Under which a finished page is kept."""
        versions = (
            self.article_id,
            self.article_version,
            self.thread_id,
            self.thread_version,
            self.mode,
        )
        return "page:" + ":".join(map(str, (*versions, *rest)))


def find_head(slug: str) -> Head:
    """The head of an article that readers may open (published or withdrawn), or 404."""
    rows = fetch(FIND_HEAD, slug, Article.State.PUBLISHED, Article.State.WITHDRAWN)
    if not rows:
        raise Http404("There is no article at this address.")
    *values, mode_until, gap_seconds = rows[0]
    return Head(*[*values, read_time(mode_until), gap_seconds])


def article_to_post_under(slug: str) -> Article:
    """The article with its thread, of both only what a post needs; or 404.

    Any other field is read when it is asked for, as when a form goes back with its errors.
    """
    head = find_head(slug)
    values = [head.article_id, slug, head.state]
    article = Article.from_db(DEFAULT_DB_ALIAS, ["id", "slug", "state"], values)
    if head.thread_id is not None:
        article.thread = Thread.from_db(
            DEFAULT_DB_ALIAS,
            ["id", "article_id", "mode", "mode_until", "gap_seconds"],
            [
                head.thread_id,
                head.article_id,
                head.stored_mode,
                head.mode_until,
                head.gap_seconds,
            ],
        )
    return article
