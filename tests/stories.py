"""Stories of the sample community, whose articles are about different studies: for looks only."""

from articles.models import Article, StoryProposal
from articles.stories.actions import join_articles, lock_articles
from articles.stories.neighbours import relate_articles
from articles.stories.proposing import propose_stories


def make_stories() -> None:
    """A story of three articles, a pair that may become one, and what to read next."""
    first, second, third, *others = Article.objects.published()
    for article in (second, third):
        locked = lock_articles((first.pk, article.pk))
        join_articles(locked[first.pk], locked[article.pk])
    signs = ["Both quote “We believe you.”", "Both name Nature", "But one says 9 people"]
    pair = sorted(others[:2], key=lambda article: article.pk)
    StoryProposal.objects.create(first=pair[0], second=pair[1], score=0.9, signs=signs)
    propose_stories()
    relate_articles()
