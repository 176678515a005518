"""The list of articles at the desk: drafts first, then what came in last."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Case, Count, Q, QuerySet, Value, When

from articles.models import Article, ImportRun
from common.text import one_line
from community.desk.models import DeskRun

LIST_LENGTH = 25  # rows: about two screens
RUNS_SHOWN = 8  # the last working day or two
TITLE_ASKED_MAX = 100  # characters of a search for a title
KEY_DIGITS_MAX = 18  # digits that every database can compare

State = Article.State


@dataclass(frozen=True)
class Filters:
    """What an address asks for. `after` is the place at which the list goes on: rank and key."""

    state: str = ""
    title: str = ""
    after: tuple[int, int] | None = None

    def address(self, **changes: str) -> str:
        """The query of the page with some of it changed; every filter begins at the top."""
        wanted = {"state": self.state, "title": self.title, **changes}
        return "?" + urlencode({name: value for name, value in wanted.items() if value})


@dataclass(frozen=True)
class Choice:
    """One way to narrow the list down."""

    label: str
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class ListPage:
    """One page of the list; `more` is the query of the next one, empty on the last."""

    articles: list[Article]
    filters: Filters
    states: list[Choice]
    more: str

    @property
    def top(self) -> str:
        return self.filters.address()

    @property
    def is_filtered(self) -> bool:
        return bool(self.filters.state or self.filters.title)


def read_filters(query: Mapping[str, str]) -> Filters:
    """The filters of an address; whatever is not understood asks for everything."""
    state = query.get("state", "")
    return Filters(
        state=state if state in State.values else "",
        title=one_line(query.get("title", "")[:TITLE_ASKED_MAX]),
        after=read_place(query.get("after", "")),
    )


def read_place(text: str) -> tuple[int, int] | None:
    """The place that an address names: "0.12" is the draft with the key 12."""
    rank, _, key = text.partition(".")
    digits = rank + key
    if rank not in ("0", "1") or not (key and digits.isascii() and digits.isdigit()):
        return None
    return (int(rank), int(key)) if len(key) <= KEY_DIGITS_MAX else None


def read_list(filters: Filters) -> ListPage:
    """The page of the list that the filters ask for."""
    found = list(matching(filters)[: LIST_LENGTH + 1])
    shown = found[:LIST_LENGTH]
    more = filters.address(after=place_of(shown[-1])) if len(found) > LIST_LENGTH else ""
    choices = [("", "All"), *(each for each in State.choices if each[0] != State.UNDONE)]
    states = [
        Choice(label, filters.address(state=state), filters.state == state)
        for state, label in choices
    ]
    return ListPage(shown, filters, states, more)


def matching(filters: Filters) -> QuerySet[Article]:
    """The articles that the filters let through, in the order of the list."""
    is_draft = When(state=State.DRAFT, then=Value(0))
    rows = Article.objects.annotate(rank=Case(is_draft, default=Value(1)))
    rows = rows.exclude(state=State.UNDONE)
    rows = rows.select_related("source").defer("body_html")
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.title:
        rows = rows.filter(title__icontains=filters.title)
    if filters.after:
        rank, key = filters.after
        rows = rows.filter(Q(rank__gt=rank) | Q(rank=rank, pk__lt=key))
    return rows.order_by("rank", "-pk")


def place_of(article: Article) -> str:
    """The place of an article in the list, for an address."""
    return f"{0 if article.state == State.DRAFT else 1}.{article.pk}"


def latest_runs() -> list[DeskRun]:
    """The last runs of the desk, those first that wait for somebody to choose."""
    is_over = When(state__in=(DeskRun.State.FINISHED, DeskRun.State.STOPPED), then=Value(1))
    waits_first = Case(is_over, default=Value(0))
    rows = DeskRun.objects.annotate(found=Count("items"))
    return list(rows.order_by(waits_first, "-pk")[:RUNS_SHOWN])


def latest_imports() -> QuerySet[ImportRun]:
    """The last imports by the command line, with how many articles came in first with each."""
    rows = ImportRun.objects.filter(desk_run=None).annotate(brought=Count("articles"))
    return rows.order_by("-pk")[:RUNS_SHOWN]
