"""What somebody may have meant who found little: only what finds more is ever offered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from articles.index.entries import Kind
from articles.index.tokens import token_spans
from articles.search.matching import Topics, find
from articles.search.query import Query, Term
from articles.search.ranking import Found
from articles.search.spelling import GUESSES_MAX, distance, guesses, slips_allowed
from articles.search.words import ENTRIES_MIN, entries_of, words_like
from community.search.hits import read_articles, read_comments, words_of_article
from community.threads.indexing import readable

LOOKED_AT = 20  # entries that are read to see how a word is written


@dataclass(frozen=True)
class Slip:
    """A word of a query that hardly any entry holds: where it stands, and what may be meant."""

    start: int
    end: int
    token: str
    meant: list[str]


@dataclass(frozen=True)
class Offer:
    """A query to offer, and by how many letters it differs from what was typed."""

    text: str
    slips: int


def suggest(query: Query, topics: Topics, found: int) -> str:
    """The query with its mistyped words mended; "" where nothing finds more than `found`.

    Of several that do, the one that is written most like what was typed.
    """
    slips = list(find_slips(query))
    if not slips:
        return ""
    tried = islice(product(*(slip.meant for slip in slips)), GUESSES_MAX)
    offers = [offer for words in tried if (offer := try_out(query, topics, found, slips, words))]
    return min(offers, key=lambda offer: offer.slips).text if offers else ""


def try_out(
    query: Query, topics: Topics, found: int, slips: Sequence[Slip], words: Sequence[str]
) -> Offer | None:
    """What is offered if these words are meant; None where they find no more than `found`."""
    meant = {slip.token: word for slip, word in zip(slips, words, strict=True)}
    mended = replace(query, wanted=tuple(mended_term(term, meant) for term in query.wanted))
    texts = texts_of(mended, topics, more_than=found)
    text, count = query.text, 0
    for slip in reversed(slips):
        typed = query.text[slip.start : slip.end].lower()
        written = written_form(typed, meant[slip.token], texts)
        if not written:
            return None
        text = text[: slip.start] + written + text[slip.end :]
        count += distance(typed, written, len(typed))
    return Offer(text, count)


def find_slips(query: Query) -> Iterator[Slip]:
    """Words that hardly any entry holds, where others are near."""
    counts = entries_of({token for term in query.wanted for token in term.tokens})
    for term in query.wanted:
        for start, end, token in token_spans(query.text[term.start : term.end]):
            is_rare = counts.get(token, 0) < ENTRIES_MIN
            meant = guesses(token, words_like(token, slips_allowed(token))) if is_rare else []
            if meant:
                yield Slip(term.start + start, term.start + end, token, meant)


def mended_term(term: Term, meant: dict[str, str]) -> Term:
    """The term with other tokens in the place of mistyped ones."""
    return replace(term, tokens=tuple(meant.get(token, token) for token in term.tokens))


def texts_of(query: Query, topics: Topics, more_than: int) -> list[str]:
    """Some texts that fit, if there are more of them than that."""
    found = {kind: find(query, kind, topics, LOOKED_AT) for kind in Kind}
    if sum(map(len, found.values())) <= more_than:
        return []
    return [*article_texts(found[Kind.ARTICLE]), *comment_texts(found[Kind.COMMENT])]


def article_texts(found: Iterable[Found]) -> list[str]:
    """What the articles say."""
    articles = read_articles([each.key for each in found])
    return [f"{article.title}\n{words_of_article(article)}" for article in articles]


def comment_texts(found: Iterable[Found]) -> list[str]:
    """What the comments say."""
    return [readable(comment) for comment in read_comments([each.key for each in found])]


def written_form(typed: str, stem: str, texts: Iterable[str]) -> str:
    """How a word is written in some texts, most like what was typed; "" where it stands in none."""
    forms = Counter(
        text[start:end].lower()
        for text in texts
        for start, end, token in token_spans(text)
        if token == stem
    )
    return min(
        sorted(forms),
        key=lambda form: (distance(typed, form, len(typed)), -forms[form]),
        default="",
    )
