"""What somebody typed into the search field, understood. Pure.

Nothing is ever a mistake: what cannot be understood counts as words, or is left out and said to be.
"""

import re
from dataclasses import dataclass

from articles.index.tokens import tokens
from articles.search.days import EVERY_DAY, Days, read_days
from common.text import normalise

# Characters that are read: a long sentence. What is pasted by mistake is longer.
QUERY_MAX = 200
# Words and phrases that are looked for. Nobody remembers more of what they look for.
TERMS_MAX = 12

FIELDS = ("topic", "author", "after", "before")
_TERM = re.compile(
    rf"""
    (?P<minus> (?<!\S) - )?
    (?: (?P<field> {"|".join(FIELDS)} ) : \s* )?
    (?: "(?P<phrase> [^"]* )(?: "|$ ) | (?P<word> [^\s"]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»＂", '"'), "−": "-", "：": ":"})

# Small words, which say nothing about what somebody looks for, unless they stand in a phrase.
SMALL_WORDS = frozenset(
    """
    a about all also am an and any are as at be been but by can could did do does dont for from had
    has have he her him his how i if in into is it its just me my near no not of on or our she should
    so some than that the their them then there these they this to too us was we were what when
    where which who why will with would you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its tokens in order, and where it stands in the text of the query."""

    tokens: tuple[str, ...]
    start: int = 0
    end: int = 0
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of `wanted` and `authors`, none of `unwanted`.

    `topics` are what stood after "topic:", as typed. `passed_over` is what could not be understood.
    """

    text: str
    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    authors: tuple[Term, ...] = ()
    not_by: tuple[Term, ...] = ()
    topics: tuple[str, ...] = ()
    not_topics: tuple[str, ...] = ()
    days: Days = EVERY_DAY
    passed_over: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing about what should be there."""
        return not (self.wanted or self.authors or self.topics or self.days)


def parse(typed: str) -> Query:
    """Understand what was typed.

    >>> query = parse('"brain fog" -coffee author:otter after:2025-03')
    >>> [term.tokens for term in query.wanted], [term.tokens for term in query.unwanted]
    ([('brain', 'fog')], [('coffe',)])
    """
    text = " ".join(normalise(typed[: QUERY_MAX + 1]).split())
    is_cut = len(typed) > QUERY_MAX
    if is_cut:
        text = text[:QUERY_MAX]
    found = Sorting(text.translate(_QUOTES))
    return Query(
        text=text,
        wanted=tuple(without_small_words(found.wanted, found.text)[:TERMS_MAX]),
        unwanted=tuple(found.unwanted[:TERMS_MAX]),
        authors=tuple(found.authors[:TERMS_MAX]),
        not_by=tuple(found.not_by[:TERMS_MAX]),
        topics=tuple(found.topics[:TERMS_MAX]),
        not_topics=tuple(found.not_topics[:TERMS_MAX]),
        days=found.days,
        passed_over=tuple(found.passed_over),
        is_cut=is_cut or len(found.wanted) > TERMS_MAX,
    )


class Sorting:
    """The parts of a text, each where it belongs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.wanted: list[Term] = []
        self.unwanted: list[Term] = []
        self.authors: list[Term] = []
        self.not_by: list[Term] = []
        self.topics: list[str] = []
        self.not_topics: list[str] = []
        self.days = EVERY_DAY
        self.passed_over: list[str] = []
        for match in _TERM.finditer(text):
            self.sort(match)

    def sort(self, match: re.Match[str]) -> None:
        """Put one part where it belongs."""
        field = (match["field"] or "").lower()
        value = match["word"] if match["phrase"] is None else match["phrase"]
        is_wanted = not match["minus"]
        if field in ("after", "before"):
            self.sort_days(field, value, match.group())
        elif field == "topic":
            (self.topics if is_wanted else self.not_topics).extend([value] if value.strip() else [])
        elif is_begun(value):
            return  # a field without anything behind it: somebody is still typing
        elif term := term_of(match, value):
            by_author, others = (self.authors, self.wanted), (self.not_by, self.unwanted)
            (by_author if is_wanted else others)[field != "author"].append(term)

    def sort_days(self, field: str, value: str, whole: str) -> None:
        """Narrow the days; what is no date is passed over."""
        days = read_days(field, value)
        if days is None:
            self.passed_over.append(whole)
        else:
            self.days = self.days.narrowed(days)


def term_of(match: re.Match[str], value: str) -> Term | None:
    """The term of a part; None where no letter and no digit stands in it."""
    found = tuple(tokens(value))
    if not found:
        return None
    name = "word" if match["phrase"] is None else "phrase"
    start, end = match.span(name)
    return Term(found, start, end, is_quoted=name == "phrase")


def is_begun(word: str) -> bool:
    """Whether a word is the name of a field and nothing else."""
    return word.endswith(":") and word[:-1].lower() in FIELDS


def without_small_words(terms: list[Term], text: str) -> list[Term]:
    """What is left without small words; all of it where there is nothing else."""
    return [term for term in terms if not is_small(term, text)] or terms


def is_small(term: Term, text: str) -> bool:
    """Whether a term is a small word by itself."""
    word = text[term.start : term.end].casefold().strip(".,;:!?()'’").replace("'", "")
    return not term.is_quoted and word.replace("’", "") in SMALL_WORDS
