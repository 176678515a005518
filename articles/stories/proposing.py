"""Proposing stories: the worker compares, staff decide."""

import time

from django.db import IntegrityError, transaction
from django.db.models import Q

from articles.library.models import Article
from articles.stories.candidates import find_candidates, spread_of
from articles.stories.comparing import PROPOSED, Spread, Traits, compare
from articles.stories.models import StoryProposal
from articles.stories.reading import read_article, traits_of, unread_articles

State = StoryProposal.State

# Seconds after which the rest waits for the next time: the worker has mail to send.
LONGEST_TIME = 10.0
BATCH = 50  # articles whose texts are in memory at a time


def propose_stories() -> int:
    """Compare every article that is new or changed, and propose pairs; how many articles it read."""
    ends, read = time.monotonic() + LONGEST_TIME, 0
    while time.monotonic() < ends:
        batch = list(unread_articles()[:BATCH])
        for article in batch:
            traits = read_article(article)
            if traits is not None:
                propose_for(article, traits)
            read += 1
            if time.monotonic() >= ends:
                break
        if len(batch) < BATCH:
            break
    return read


def propose_for(article: Article, traits: Traits) -> None:
    """Propose the article with each of those that seem to be about the same study."""
    spread = spread_of(traits.lookup_keys())
    for other in find_candidates(article, spread):
        propose_pair(article, traits, other, spread)


def propose_pair(article: Article, traits: Traits, other: Article, spread: Spread) -> None:
    """Store or renew a proposal; what staff decided about the pair stays decided."""
    first, second = sorted((article.pk, other.pk))
    known = StoryProposal.objects.filter(first=first, second=second).first()
    if known and known.state != State.WAITING:
        return
    score, signs = compare(traits, traits_of(other), spread)
    if score < PROPOSED:
        if known:
            known.delete()
        return
    try:
        with transaction.atomic():
            StoryProposal.objects.update_or_create(
                first_id=first, second_id=second, defaults={"score": score, "signs": signs}
            )
    except IntegrityError:
        return  # the article was deleted meanwhile


def settle_within(story_id: int) -> None:
    """Accept what waits about pairs whose articles are in one story by now."""
    waiting = StoryProposal.objects.filter(state=State.WAITING)
    both = Q(first__story=story_id, second__story=story_id)
    keys = list(waiting.filter(both).values_list("pk", flat=True))
    StoryProposal.objects.filter(pk__in=keys).update(state=State.ACCEPTED)
