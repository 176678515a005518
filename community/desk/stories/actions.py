"""What staff do with stories.

Always in this order: permission, transaction, change, log row. `editor` is None only for the
command line.
"""

from itertools import product

from django.db import transaction

from articles.models import Article, Story, StoryProposal
from articles.stories import actions as stories
from articles.stories.actions import keys_within, lock_articles
from common.text import one_line
from community.desk.actions import check_is_staff, log_act
from community.desk.models import DeskLogEntry
from community.members.models import Member

STORY = DeskLogEntry.Act.STORY
State = StoryProposal.State


class NoName(ValueError):
    """A story needs a name that readers can see."""


def accept_proposal(*, proposal: StoryProposal, editor: Member | None) -> Story | None:
    """Put both articles into one story; None when somebody has decided already.

    Where both have a story, the two become one.
    """
    check_is_staff(editor)
    with transaction.atomic():
        articles = lock_articles((proposal.first_id, proposal.second_id))
        if not take(proposal, State.ACCEPTED):
            return None
        first, second = articles[proposal.first_id], articles[proposal.second_id]
        before = {article.pk: article.story_id for article in articles.values()}
        story = stories.join_articles(first, second)
        for article in articles.values():
            if before[article.pk] != story.pk:
                log_act(article, STORY, editor, f"Put into “{story.name}”")
    return story


def refuse_proposal(*, proposal: StoryProposal, editor: Member | None) -> bool:
    """Say that the two are about different studies; whether nobody had decided yet.

    They are never proposed again. Of one's story, the other articles are not asked about either.
    """
    check_is_staff(editor)
    with transaction.atomic():
        articles = lock_articles((proposal.first_id, proposal.second_id))
        if not take(proposal, State.REFUSED):
            return False
        first, second = articles[proposal.first_id], articles[proposal.second_id]
        refuse_between(
            keys_within(first.story) | {first.pk}, keys_within(second.story) | {second.pk}
        )
        log_act(first, STORY, editor, f"Not the study of “{second.title}”")
        log_act(second, STORY, editor, f"Not the study of “{first.title}”")
    return True


def put_into_story(*, article: Article, story: Story, editor: Member | None) -> bool:
    """Add an article by hand; whether it was not in the story yet."""
    check_is_staff(editor)
    with transaction.atomic():
        article = lock_articles({article.pk} | keys_within(story))[article.pk]
        if article.story_id == story.pk:
            return False
        stories.put_in(article, story)
        log_act(article, STORY, editor, f"Put into “{story.name}”")
    return True


def take_out_of_story(*, article: Article, editor: Member | None) -> bool:
    """Let an article stand alone; whether its story goes on without it."""
    check_is_staff(editor)
    with transaction.atomic():
        locked = lock_articles([article.pk])
        article = locked[article.pk]
        story = article.story
        if story is None:
            return False
        goes_on = stories.take_out(article)
        rest = {each.pk for each in locked.values() if each.story_id == story.pk}
        refuse_between({article.pk}, rest - {article.pk})
        log_act(article, STORY, editor, f"Taken out of “{story.name}”")
    return goes_on


def rename_story(*, story: Story, editor: Member | None, name: str) -> Story:
    """Give a story another name. Raises `NoName` for one that shows nothing."""
    check_is_staff(editor)
    if not one_line(name):
        raise NoName("Please give the story a name.")
    with transaction.atomic():
        old, articles = story.name, lock_articles(keys_within(story))
        story = stories.rename(story, name)
        if story.name != old:
            for article in articles.values():
                log_act(article, STORY, editor, f"The story “{old}” is now “{story.name}”")
    return story


def take(proposal: StoryProposal, state: StoryProposal.State) -> bool:
    """Decide a proposal that waits; whether nobody else was faster."""
    waiting = StoryProposal.objects.filter(pk=proposal.pk, state=State.WAITING)
    return waiting.update(state=state) == 1


def refuse_between(some: set[int], others: set[int]) -> None:
    """Refuse every pair of one of `some` and one of `others`, also those that nobody asked about.

    What was decided about a pair stays decided.
    """
    pairs = {(min(pair), max(pair)) for pair in product(some, others)}
    StoryProposal.objects.bulk_create(
        [StoryProposal(first_id=a, second_id=b, score=0, state=State.REFUSED) for a, b in pairs],
        ignore_conflicts=True,
    )
    waiting = StoryProposal.objects.filter(state=State.WAITING)
    waiting.filter(first__in=some, second__in=others).update(state=State.REFUSED)
    waiting.filter(first__in=others, second__in=some).update(state=State.REFUSED)
