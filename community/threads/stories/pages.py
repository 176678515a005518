"""All discussions of a story on one page: the beginning of each, as quickly for all as for one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.models import Article
from community.threads.models import Comment, Thread
from community.threads.reading.pages import Stored, ThreadPage, finished_rows, more_lines
from community.threads.tree import DIGITS, OPEN_REPLIES, whole_branches

# Comments of each article after which the rest waits on its own page: of three articles, they
# are a little more than a page of one thread.
DISCUSSION_COMMENTS = 20
ROWS_READ = DISCUSSION_COMMENTS + OPEN_REPLIES + 2  # enough to see where the next branch begins
DISCUSSIONS_SHOWN = 12  # articles; beyond them a story is a list of links

AFTER_ALL = "9" * DIGITS  # no comment has this number: see NUMBER_MAX


@dataclass(frozen=True)
class Discussion:
    """An article of a story with the beginning of its thread; `rest_url` is "" where that is all."""

    article: Article
    page: ThreadPage = field(default_factory=ThreadPage)
    rest_url: str = ""

    @property
    def html(self) -> str:
        """The comments; their pieces were sanitised when they were stored."""
        return self.page.html


def read_discussions(articles: Sequence[Article], now: datetime) -> list[Discussion]:
    """The discussions of articles that were read with their threads, in the same order."""
    threads = {article.thread.pk: article for article in articles if hasattr(article, "thread")}
    rows = read_beginnings(list(threads)) if threads else {}
    return [read_discussion(article, rows, now) for article in articles]


def read_beginnings(thread_ids: list[int]) -> dict[int, list[Stored]]:
    """The first rows of each thread, in two queries: where they end, and the rows before that."""
    ranges = [Q(thread=key, path__lt=end) for key, end in find_ends(thread_ids)]
    comments = Comment.objects.filter(reduce(or_, ranges), placement=1).order_by("thread", "path")
    rows = comments.values_list("thread_id", *Stored._fields)
    by_thread = groupby(rows, key=itemgetter(0))
    return {key: [Stored(*row[1:]) for row in of_thread] for key, of_thread in by_thread}


def find_ends(thread_ids: list[int]) -> Iterable[tuple[int, str]]:
    """The path before which the first rows of each thread stand."""
    rows = Comment.objects.on_pages(OuterRef("pk")).order_by("path").values("path")
    last = Subquery(rows[ROWS_READ : ROWS_READ + 1])
    threads = Thread.objects.filter(pk__in=thread_ids).annotate(
        end=Coalesce(last, Value(AFTER_ALL))
    )
    ends: Iterable[tuple[int, str]] = threads.values_list("pk", "end")
    return ends


def read_discussion(article: Article, rows: dict[int, list[Stored]], now: datetime) -> Discussion:
    """Whole branches from the beginning, and where the rest stands."""
    found = rows.get(article.thread.pk, []) if hasattr(article, "thread") else []
    if not found:
        return Discussion(article)
    stored, following = whole_branches(found, DISCUSSION_COMMENTS)
    lines, changes_at = finished_rows(stored, now, None)
    page = ThreadPage(
        rows=lines, more=more_lines(stored, article.get_absolute_url()), changes_at=changes_at
    )
    goes_on = following or len(found) == ROWS_READ
    begins = following.root if following else stored[-1].root
    url = reverse("article_page", args=[article.slug])
    return Discussion(article, page, f"{url}?from={int(begins)}#thread" if goes_on else "")
