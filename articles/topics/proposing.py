"""Topics proposed from the words of an article. Pure.

A topic is known by the words of its name and its description, and by those of the articles that
stand under it already. A word counts the more the fewer topics know it (inverse document
frequency, Spärck Jones, 1972); one that most topics know says nothing. What is proposed is shown
with the words that spoke for it, and nothing is put under a topic by itself.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.index.tokens import tokens
from common.text import fold, words

PROPOSED_MAX = 3  # an article under more topics than a few is under none
WORDS_SHOWN = 4  # that spoke for a topic, the strongest first
# Measured on the sample community, each article left out of what the topics know: see
# docs/decisions/proposed-topics.md.
SCORE_MIN = 0.08
NAME_WORTH, DESCRIPTION_WORTH, ARTICLE_WORTH = 6.0, 2.0, 1.0
TITLE_TIMES = 3  # a word in the title counts as often
TIMES_MAX = 4  # a word said again and again says no more than this

# Words of English that say nothing about a subject, and what every article of such a site says.
EMPTY = frozenset(
    tokens(
        "a about after again all also an and any are as at be because been before being but by can"
        " could did do does doing down each for from had has have he her here him his how i if in"
        " into is it its just less like made make many may me might more most much must my new no"
        " not now of on one only or other our out over own people per person said same say says"
        " she should so some such than that the their them then there these they this those"
        " through time to too two under until up us very was way we were what when which while who"
        " why will with without would year you your day week month first last patient study"
        " research researcher found group help helped helping long get got getting"
    )
)


@dataclass(frozen=True)
class Known:
    """What is known of a topic: its name and description, and texts of articles under it."""

    name: str
    description: str = ""
    texts: Sequence[str] = ()


@dataclass(frozen=True)
class ProposedTopic:
    """A topic with how much speaks for it (of 1) and the words that do, as they are written."""

    name: str
    score: float
    words: tuple[str, ...]


def propose_topics(title: str, text: str, topics: Iterable[Known]) -> list[ProposedTopic]:
    """The topics that an article may belong under, the likeliest first."""
    profiles = {topic.name: profile_of(topic) for topic in topics}
    spread = Counter(token for profile in profiles.values() for token in profile)
    said = counted(title, text)
    length = math.sqrt(sum(count**2 for count in said.values())) or 1.0
    found = []
    for name, profile in profiles.items():
        weights = {
            token: worth * math.log((len(profiles) + 1) / spread[token])
            for token, worth in profile.items()
        }
        whole = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        shared = {token: weights[token] * said[token] for token in weights if token in said}
        score = sum(shared.values()) / (whole * length)
        if score >= SCORE_MIN:
            strongest = sorted(shared, key=lambda token: -shared[token])[:WORDS_SHOWN]
            found.append(ProposedTopic(name, score, as_written(strongest, f"{title} {text}")))
    return sorted(found, key=lambda one: -one.score)[:PROPOSED_MAX]


def profile_of(topic: Known) -> dict[str, float]:
    """What each word is worth for a topic. One article alone cannot outweigh its name."""
    worth: defaultdict[str, float] = defaultdict(float)
    for token in meaning(topic.name):
        worth[token] += NAME_WORTH
    for token in meaning(topic.description):
        worth[token] += DESCRIPTION_WORTH
    for text in topic.texts:
        for token in meaning(text):
            worth[token] += ARTICLE_WORTH / math.sqrt(len(topic.texts))
    return worth


def meaning(text: str) -> set[str]:
    """The tokens of a text that can say something about its subject."""
    return {token for token in tokens(text) if token not in EMPTY and token.isalpha()}


def counted(title: str, text: str) -> Mapping[str, float]:
    """How often each token is said, slowly growing."""
    counts: Counter[str] = Counter(tokens(text))
    for token in tokens(title):
        counts[token] += TITLE_TIMES
    return {
        token: math.sqrt(min(count, TIMES_MAX))
        for token, count in counts.items()
        if token not in EMPTY and token.isalpha()
    }


def as_written(chosen: Sequence[str], text: str) -> tuple[str, ...]:
    """The first spelling in the text of each of the tokens."""
    first: dict[str, str] = {}
    for word in words(text):
        for token in tokens(fold(word)):
            if token in chosen and token not in first:
                first[token] = word.lower()
    return tuple(first[token] for token in chosen if token in first)
