"""What the page of results shows: counts, one page of what was found, and what else to try."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from articles.index.entries import Kind
from articles.search.matching import COUNTED_MAX, find
from articles.search.query import Query, parse
from articles.search.ranking import Found, rank
from articles.search.words import entries_of
from community.search.hits import Hit, read_hits
from community.search.suggesting import suggest
from community.search.topics import resolve

PAGE_LENGTH = 20  # results: about six screens of a phone
FIRST_ARTICLES = 3  # shown above the comments, where both are asked for
# As few results as this, and a word may have been mistyped.
LITTLE_FOUND = 2

NAMES = {"articles": Kind.ARTICLE, "comments": Kind.COMMENT}


@dataclass(frozen=True)
class Part:
    """What was found of one kind: how much, and the part of it that is shown."""

    name: str
    total: int
    hits: list[Hit]
    address: str
    is_chosen: bool = False

    @property
    def count(self) -> str:
        """How much, as far as that is counted."""
        return f"more than {COUNTED_MAX:,}" if self.is_capped else f"{self.total:,}"

    @property
    def is_capped(self) -> bool:
        """Whether there are more than are counted."""
        return self.total > COUNTED_MAX

    @property
    def more(self) -> int:
        """How many more there are than are shown."""
        return self.total - len(self.hits)


@dataclass(frozen=True)
class Results:
    """Everything the page says about a query."""

    query: Query
    parts: list[Part] = field(default_factory=list)
    chosen: str = ""
    page: int = 1
    pages: int = 1
    suggestion: str = ""
    unknown_topics: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether anything was typed."""
        return bool(self.query.text)

    @property
    def shown(self) -> list[Part]:
        """The parts that are listed on this page."""
        return [part for part in self.parts if part.hits]

    @property
    def total(self) -> int:
        return sum(part.total for part in self.parts)

    @property
    def address(self) -> str:
        """The page with everything."""
        return address(self.query.text)

    @property
    def suggestion_address(self) -> str:
        return address(self.suggestion)

    @property
    def previous_address(self) -> str:
        return address(self.query.text, self.chosen, self.page - 1) if self.page > 1 else ""

    @property
    def next_address(self) -> str:
        is_last = self.page >= self.pages
        return "" if is_last else address(self.query.text, self.chosen, self.page + 1)


def search(typed: str, chosen: str, page: int) -> Results:
    """Look for what was typed; `chosen` is the name of a kind, or anything else for both."""
    query = parse(typed)
    if query.is_empty:
        return Results(query)
    topics, unknown = resolve(query)
    found = {name: find(query, kind, topics) for name, kind in NAMES.items()}
    chosen = chosen if chosen in NAMES else ""
    pages = max(1, -(-min(len(found.get(chosen, ())), COUNTED_MAX) // PAGE_LENGTH))
    page = min(page, pages)
    total = sum(map(len, found.values()))
    return Results(
        query=query,
        parts=[part(query, name, rows, chosen, page) for name, rows in found.items()],
        chosen=chosen,
        page=page,
        pages=pages,
        suggestion=suggest(query, topics, total) if total <= LITTLE_FOUND else "",
        unknown_topics=unknown,
    )


def part(query: Query, name: str, found: Sequence[Found], chosen: str, page: int) -> Part:
    """One kind, with what is shown of it on this page."""
    hits: list[Hit] = []
    if chosen in ("", name):
        stems = {token for term in query.wanted for token in term.tokens}
        ranked = rank(found[:COUNTED_MAX], query.wanted, entries_of(stems))
        start = (page - 1) * PAGE_LENGTH
        length = PAGE_LENGTH if chosen or name == "comments" else FIRST_ARTICLES
        hits = read_hits(NAMES[name], ranked[start : start + length], query.wanted)
    return Part(name, len(found), hits, address(query.text, name), is_chosen=chosen == name)


def address(text: str, chosen: str = "", page: int = 1) -> str:
    """The address of a page of results."""
    asked = {"q": text} | ({"in": chosen} if chosen else {}) | ({"page": page} if page > 1 else {})
    return f"{reverse('search')}?{urlencode(asked)}"
