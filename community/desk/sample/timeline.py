"""What happened in the sample community, in the order in which it happened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from community.desk.sample.records import Act, Said, SampleArticle


@dataclass(frozen=True, slots=True)
class Event:
    """An article was published, or a comment written, or (`act`) something done with it."""

    ago: timedelta
    article: SampleArticle
    comment: Said | None = None
    act: Act | None = None

    @property
    def is_stored_as_visible(self) -> bool:
        """A comment that was read long ago: such ones are stored many at a time."""
        return self.comment is not None and self.act is None and not self.comment.is_screened


def timeline(articles: Iterable[SampleArticle]) -> Iterator[list[Event]]:
    """All events, the oldest first, in groups that can be stored at once.

    A group is one event, or a run of comments under the same article that are stored as visible.
    """
    events = [event for article in articles for event in events_of(article)]
    events.sort(key=lambda event: -event.ago)
    for is_run, group in groupby(events, key=run_key):
        if is_run:
            yield list(group)
        else:
            yield from ([event] for event in group)


def run_key(event: Event) -> str:
    """The article's key for comments that are stored as visible, "" for all else."""
    return event.article.key if event.is_stored_as_visible else ""


def events_of(article: SampleArticle) -> Iterator[Event]:
    """What happened with one article."""
    yield Event(article.published, article)
    for comment in article.comments:
        yield Event(comment.ago, article, comment)
        for act in comment.acts:
            yield Event(act.ago, article, comment, act)
