"""What part of the queue a moderator looks at: a lane, a reason, an article, a thread, an author."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from articles.models import Article
from community.moderation.lanes import lane_named
from community.moderation.queue.labels import LABELS
from community.moderation.queue.places import Place, read_place
from community.threads.models import Comment

NUMBER_DIGITS_MAX = 18  # digits that every database can compare


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What an address asks for; 0 and "" ask for everything. `begins` is a place in the queue."""

    begins: str = ""
    lane: str = ""
    reason: str = ""
    article: int = 0
    author: int = 0
    topic: int = 0
    thread: int = 0

    @property
    def place(self) -> Place | None:
        return read_place(self.begins)

    @property
    def is_narrow(self) -> bool:
        """Whether some of the queue is left out."""
        return self.anywhere != Narrowing()

    @property
    def anywhere(self) -> "Narrowing":
        """The same part of the queue from its beginning."""
        return replace(self, begins="")

    def query(self, **changes: str | int) -> str:
        """As an address holds it, with some of it changed; "" or "?..."."""
        wanted = asdict(self) | changes
        wanted["from"] = wanted.pop("begins")
        given = {name: value for name, value in wanted.items() if value}
        return f"?{urlencode(given)}" if given else ""

    def __str__(self) -> str:
        return self.query()


def read_narrowing(query: Mapping[str, str]) -> Narrowing:
    """What an address asks for; whatever is not understood asks for everything."""
    lane, reason = query.get("lane", ""), query.get("reason", "")
    return Narrowing(
        begins=str(read_place(query.get("from", "")) or ""),
        lane=lane if lane_named(lane) else "",
        reason=reason if reason in LABELS else "",
        article=number(query.get("article", "")),
        author=number(query.get("author", "")),
        topic=number(query.get("topic", "")),
        thread=number(query.get("thread", "")),
    )


def number(text: str) -> int:
    """A key from an address, 0 when it is none."""
    is_key = text.isascii() and text.isdigit() and len(text) <= NUMBER_DIGITS_MAX
    return int(text) if is_key else 0


def narrowed(rows: QuerySet[Comment], narrowing: Narrowing) -> QuerySet[Comment]:
    """Only the comments that are asked for, from wherever in the queue."""
    if lane := lane_named(narrowing.lane):
        rows = rows.filter(urgency__gte=lane.least, urgency__lt=lane.below)
    if narrowing.article:
        rows = rows.filter(thread__article=narrowing.article)
    if narrowing.thread:
        rows = rows.filter(thread=narrowing.thread)
    if narrowing.topic:
        below = Article.topics.through.objects.filter(topic=narrowing.topic).values("article")
        rows = rows.filter(
            Q(thread__topic=narrowing.topic) | Q(thread__article__in=below),
        )
    if narrowing.author:
        rows = rows.filter(author=narrowing.author)
    if narrowing.reason:
        # Both databases write a stored reason with this one blank.
        rows = rows.annotate(stored=Cast("reasons", TextField()))
        rows = rows.filter(stored__contains=f'"code": "{narrowing.reason}"')
    return rows
