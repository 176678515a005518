"""Staff decide which articles are one story; everything they do is in the log of the desk."""

from collections.abc import Callable
from typing import Any

import pytest

from articles.models import Article, Story, StoryProposal
from community.desk.actions import NotAllowed
from community.desk.models import DeskLogEntry
from community.desk.stories.actions import (
    NoName,
    accept_proposal,
    put_into_story,
    refuse_proposal,
    rename_story,
    take_out_of_story,
)
from community.members.models import Member

State = StoryProposal.State


def log() -> list[tuple[str, str]]:
    rows = DeskLogEntry.objects.filter(act="story").order_by("pk")
    return list(rows.values_list("article__title", "note"))


def state(proposal: StoryProposal) -> str:
    proposal.refresh_from_db()
    return proposal.state


@pytest.fixture
def story(proposal: StoryProposal) -> Story:
    """The two as one story."""
    made = accept_proposal(proposal=proposal, editor=None)
    assert made
    return made


def test_accepting_makes_one_story_of_two_articles(proposal: StoryProposal, stefan: Member) -> None:
    story = accept_proposal(proposal=proposal, editor=stefan)
    assert story and story.articles.count() == 2
    assert state(proposal) == State.ACCEPTED
    note = "Put into “Sensors in spring”"
    assert log() == [("Sensors in spring", note), ("A week with a sensor", note)]
    assert set(DeskLogEntry.objects.values_list("editor", flat=True)) == {stefan.pk}


def test_accepting_merges_two_stories(
    proposal: StoryProposal, first: Article, second: Article, third: Article, article: Article
) -> None:
    for pair in ((first, third), (second, article)):
        low, high = sorted(pair, key=lambda each: each.pk)
        other = StoryProposal.objects.create(first=low, second=high, score=0.6)
        accept_proposal(proposal=other, editor=None)
    before = len(log())
    story = accept_proposal(proposal=proposal, editor=None)
    assert story and story.articles.count() == 4
    assert Story.objects.count() == 1
    assert [title for title, _ in log()[before:]] == ["A week with a sensor", "Resting early"]


def test_refusing_leaves_both_alone(proposal: StoryProposal, stefan: Member) -> None:
    assert refuse_proposal(proposal=proposal, editor=stefan)
    assert state(proposal) == State.REFUSED
    assert not Story.objects.exists()
    assert log()[0] == ("Sensors in spring", "Not the study of “A week with a sensor”")


def test_what_is_refused_for_one_is_refused_for_its_whole_story(
    story: Story, first: Article, second: Article, third: Article
) -> None:
    asked, other = (
        StoryProposal.objects.create(first=each, second=third, score=0.6)
        for each in (first, second)
    )
    refuse_proposal(proposal=asked, editor=None)
    assert state(other) == State.REFUSED


@pytest.mark.parametrize("again", [accept_proposal, refuse_proposal])
def test_what_somebody_decided_stays_decided(
    proposal: StoryProposal, again: Callable[..., Any]
) -> None:
    refuse_proposal(proposal=proposal, editor=None)
    before = log()
    assert not again(proposal=proposal, editor=None)
    assert state(proposal) == State.REFUSED
    assert log() == before


def test_an_article_is_put_in_by_hand(story: Story, third: Article, stefan: Member) -> None:
    assert put_into_story(article=third, story=story, editor=stefan)
    assert not put_into_story(article=third, story=story, editor=stefan)
    assert log()[2:] == [("Worn on the wrist", "Put into “Sensors in spring”")]


def test_what_is_taken_out_is_never_proposed_for_that_story_again(
    story: Story, first: Article, second: Article, third: Article
) -> None:
    put_into_story(article=third, story=story, editor=None)
    assert take_out_of_story(article=third, editor=None)
    refused = StoryProposal.objects.filter(second=third, state=State.REFUSED)
    assert set(refused.values_list("first", flat=True)) == {first.pk, second.pk}
    assert log()[-1] == ("Worn on the wrist", "Taken out of “Sensors in spring”")


def test_a_story_of_one_ends(story: Story, first: Article) -> None:
    assert not take_out_of_story(article=first, editor=None)
    assert not Story.objects.exists()
    assert not take_out_of_story(article=first, editor=None)
    assert len(log()) == 3


def test_a_new_name_is_in_the_log_of_each_article(story: Story) -> None:
    rename_story(story=story, editor=None, name="Sensors")
    rename_story(story=story, editor=None, name=" Sensors ")
    note = "The story “Sensors in spring” is now “Sensors”"
    assert log()[2:] == [("Sensors in spring", note), ("A week with a sensor", note)]
    with pytest.raises(NoName):
        rename_story(story=story, editor=None, name=" \u200b ")


def test_only_staff_may(story: Story, proposal: StoryProposal, first: Article, mo: Member) -> None:
    attempts: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (accept_proposal, {"proposal": proposal}),
        (refuse_proposal, {"proposal": proposal}),
        (put_into_story, {"article": first, "story": story}),
        (take_out_of_story, {"article": first}),
        (rename_story, {"story": story, "name": "Mine"}),
    ]
    for attempt, given in attempts:
        with pytest.raises(NotAllowed):
            attempt(**given, editor=mo)
    assert len(log()) == 2
