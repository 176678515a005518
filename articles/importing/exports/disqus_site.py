"""The discussions of a Disqus export with their posts, in whatever order they stand."""

from collections.abc import Iterator
from dataclasses import replace

from articles.importing.exports.disqus_posts import own_id, thread_id, told_post
from articles.importing.exports.disqus_threads import Thread
from articles.importing.exports.leaving_out import NO_PAGE, LeftOut, Reason
from articles.importing.exports.trees import Told
from articles.importing.exports.xml_records import Record
from articles.importing.records import ParsedArticle

_DELETED_THREAD: Reason = (
    "of discussions that were deleted",
    "What was deleted there is not brought back here.",
)


class Site:
    """Finds the thread of each post once all are read."""

    def __init__(self) -> None:
        self.threads: list[Thread] = []
        self._by_id: dict[str, Thread] = {}
        self._by_page: dict[tuple[str, str], Thread] = {}
        self._told: dict[str, list[Told]] = {}

    def add_thread(self, record: Record) -> None:
        """Take a thread, unless the same page is there already: then its posts go there."""
        thread = Thread(record, own_id(record) or f"line {record.line}")
        if thread.external_id in self._by_id:
            return
        known = self._by_page.get(thread.page) if thread.page else None
        self._by_id[thread.external_id] = known or thread
        if known is None:
            self.threads.append(thread)
            if thread.page:
                self._by_page[thread.page] = thread

    def add_post(self, record: Record) -> None:
        """Take a post."""
        self._told.setdefault(thread_id(record), []).append(told_post(record))

    def articles(self) -> Iterator[ParsedArticle]:
        """Give the discussions in which somebody's words are kept."""
        for own, told in self._told.items():
            if own in self._by_id:
                self._by_id[own].told += told
        for thread in self.threads:
            article = None if thread.is_deleted else thread.article()
            if article is not None:
                yield article

    def with_lost_posts(self, article: ParsedArticle) -> ParsedArticle:
        """Tell in the first article of posts that have none."""
        lost = LeftOut()
        for own, told in self._told.items():
            thread = self._by_id.get(own)
            if thread is None:
                lost.comments(NO_PAGE, len(told))
            elif thread.is_deleted:
                lost.comments(_DELETED_THREAD, len(told))
        return replace(
            article,
            comments_dropped=article.comments_dropped + lost.comments_dropped,
            dropped=[*article.dropped, *lost.dropped()],
        )
