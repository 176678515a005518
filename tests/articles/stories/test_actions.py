"""Stories begin, grow, become one, and end; the pages that name them end with each change."""

from collections.abc import Callable

import pytest
from django.db import transaction

from articles.library.actions import edit_article, withdraw_article
from articles.models import Article, Story, StoryProposal, Surroundings
from articles.stories import actions, lists
from articles.stories.lists import articles_of_story, others_of_story


def fresh(*articles: Article) -> list[Article]:
    return [actions.lock_articles({article.pk})[article.pk] for article in articles]


def join(first: Article, second: Article) -> Story:
    with transaction.atomic():
        return actions.join_articles(*fresh(first, second))


def beside(article: Article) -> int:
    row = Surroundings.objects.filter(article=article).first()
    return row.version if row else 0


def test_two_articles_begin_a_story_named_like_the_first(first: Article, second: Article) -> None:
    story = join(first, second)
    assert (story.name, story.slug) == ("Sensors in spring", "sensors-in-spring")
    assert set(story.articles.all()) == {first, second}


def test_two_stories_of_one_name_have_addresses_of_their_own(
    write: Callable[..., Article],
) -> None:
    slugs = [join(write("Same"), write("Same")).slug for _ in range(3)]
    assert slugs == ["same", "same-2", "same-3"]


def test_a_title_without_letters_gives_a_story_an_address(write: Callable[..., Article]) -> None:
    assert join(write("?!"), write("?!")).slug == "article"


def test_a_third_article_joins_the_story_of_either(
    first: Article, second: Article, stranger: Article
) -> None:
    story = join(first, second)
    assert join(stranger, second) == story
    assert story.articles.count() == 3


def test_of_two_stories_the_older_one_takes_in_the_other(write: Callable[..., Article]) -> None:
    older, younger = (join(write("One"), write("Two")) for _ in range(2))
    some, other = younger.articles.first(), older.articles.last()
    assert some and other
    assert join(some, other) == older
    assert older.articles.count() == 4
    assert list(Story.objects.all()) == [older]


def test_what_waits_within_a_story_is_settled(first: Article, second: Article) -> None:
    proposal = StoryProposal.objects.create(first=first, second=second, score=0.9)
    join(first, second)
    proposal.refresh_from_db()
    assert proposal.state == StoryProposal.State.ACCEPTED


def test_a_story_of_one_ends(first: Article, second: Article) -> None:
    join(first, second)
    with transaction.atomic():
        assert actions.take_out(*fresh(first)) is False
    second.refresh_from_db()
    assert second.story is None
    assert not Story.objects.exists()


def test_a_story_of_more_goes_on(first: Article, second: Article, stranger: Article) -> None:
    story = join(first, second)
    with transaction.atomic():
        actions.put_in(*fresh(stranger), story)
        assert actions.take_out(*fresh(second)) is True
    assert set(story.articles.all()) == {first, stranger}


def test_an_article_that_moves_ends_the_story_it_leaves(write: Callable[..., Article]) -> None:
    one, two = (join(write("One"), write("Two")) for _ in range(2))
    with transaction.atomic():
        actions.put_in(*fresh(two.articles.all()[0]), one)
    assert one.articles.count() == 3
    assert list(Story.objects.all()) == [one]


def test_kept_pages_of_all_its_articles_end_when_a_story_changes(
    first: Article, second: Article, stranger: Article
) -> None:
    seen = [(beside(first), beside(second), beside(stranger))]

    def has_changed(*which: bool) -> None:
        seen.append((beside(first), beside(second), beside(stranger)))
        assert tuple(a != b for a, b in zip(*seen[-2:], strict=True)) == which

    story = join(first, second)
    has_changed(True, True, False)
    actions.rename(story, "Sensors")
    has_changed(True, True, False)
    join(stranger, first)
    has_changed(True, True, True)
    edit_article(article=fresh(first)[0], title="New")
    has_changed(False, True, True)
    withdraw_article(article=fresh(second)[0], note="Wrong.")
    has_changed(True, False, True)
    with transaction.atomic():
        actions.take_out(*fresh(stranger))
    has_changed(True, True, True)


def test_articles_keep_their_versions(first: Article, second: Article) -> None:
    join(first, second)
    first.refresh_from_db()
    assert first.version == 2


def test_readers_see_the_published_others_in_the_order_of_their_dates(
    first: Article, second: Article, write: Callable[..., Article]
) -> None:
    late, early = write("Late", apart=9), write("Early", apart=-9)
    story = join(first, second)
    for article in (late, early):
        join(article, first)
    withdraw_article(article=late, note="Wrong.")
    assert list(others_of_story(story.pk, first.pk)) == [early, second]
    assert list(articles_of_story(story.pk)) == [early, first, second]


def test_a_name_is_one_line(first: Article, second: Article) -> None:
    assert actions.rename(join(first, second), " A\nname ").name == "A name"


@pytest.mark.parametrize("times", [1, 3])
def test_joining_again_changes_nothing(first: Article, second: Article, times: int) -> None:
    stories = {join(first, second).pk for _ in range(times)}
    assert len(stories) == Story.objects.count() == 1


def test_an_article_names_no_more_than_the_first_reports(
    first: Article, second: Article, write: Callable[..., Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = join(first, second)
    join(write("Late", apart=9), first)
    monkeypatch.setattr(lists, "SHOWN", 1)
    assert list(others_of_story(story.pk, first.pk)) == [second]
