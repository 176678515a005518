"""The head of an article page: which article and thread, in which versions, in one query."""

from dataclasses import dataclass
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS
from django.http import Http404
from django.urls import reverse

from articles.models import Article
from community.members.restraints import is_over
from community.members.statements import fetch, read_time
from community.threads.models import Thread
from community.threads.reading.statements import FIND_HEAD


def mode_now(stored: str | None, until: datetime | None) -> str:
    """How a thread takes comments at this moment."""
    return Thread.Mode.OPEN if is_over(until) else stored or Thread.Mode.OPEN


@dataclass(frozen=True, slots=True)
class Head:
    """Keys and versions; enough to find a kept page.

    `article_version` counts changes of the article and of what stands beside it.
    """

    slug: str
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
        return mode_now(self.stored_mode, self.mode_until)

    @property
    def url(self) -> str:
        """The page on which the thread stands."""
        return reverse("article_page", args=[self.slug])

    @property
    def draft_key(self) -> str:
        """Under which a browser keeps what is written here but not posted yet."""
        return f"article-{self.article_id}"

    @property
    def is_described(self) -> bool:
        """Whether the page is for search engines, too."""
        return self.state == Article.State.PUBLISHED

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
    return Head(slug, *[*values, read_time(mode_until), gap_seconds])


def thread_to_post_in(slug: str) -> Thread:
    """The thread below an article, of both only what a post needs; or 404.

    It is not stored where nobody wrote yet. Any other field is read when it is asked for, as when a
    form goes back with its errors.
    """
    head = find_head(slug)
    values = [head.article_id, slug, head.state]
    article = Article.from_db(DEFAULT_DB_ALIAS, ["id", "slug", "state"], values)
    if head.thread_id is None:
        return Thread(article=article)
    thread = Thread.from_db(
        DEFAULT_DB_ALIAS,
        ["id", "article_id", "audience", "mode", "mode_until", "gap_seconds"],
        [
            head.thread_id,
            head.article_id,
            Thread.Audience.EVERYONE,
            head.stored_mode,
            head.mode_until,
            head.gap_seconds,
        ],
    )
    thread.article = article
    return thread
