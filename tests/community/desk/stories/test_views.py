"""The pages of the stories at the desk."""

import pytest
from django.test import Client

from articles.library.actions import withdraw_article
from articles.models import Article, Story, StoryProposal
from community.desk.stories import views
from community.desk.stories.actions import accept_proposal

LIST = "/desk/stories/"


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def story(proposal: StoryProposal) -> Story:
    made = accept_proposal(proposal=proposal, editor=None)
    assert made
    return made


def test_a_proposal_says_what_speaks_for_it_and_against(
    at_desk: Client, proposal: StoryProposal
) -> None:
    page = text(at_desk, LIST)
    for words in ("Sensors in spring", "A week with a sensor", "The Gazette", "The Post"):
        assert words in page
    assert "Both quote “We had expected less.”" in page
    assert 'class="care" dir="auto">But one says 9 people' in page


def test_an_empty_desk_says_what_will_come(at_desk: Client) -> None:
    assert "Nothing waits." in text(at_desk, LIST)
    assert "None yet." in text(at_desk, LIST)


@pytest.mark.parametrize(
    ("do", "said", "stories"),
    [("accept", "Both are in the story", 1), ("refuse", "They stay apart", 0)],
)
def test_a_button_decides(
    at_desk: Client, proposal: StoryProposal, do: str, said: str, stories: int
) -> None:
    address = f"/desk/stories/proposals/{proposal.pk}/"
    assert said in at_desk.post(address, {"do": do}, follow=True).content.decode()
    assert Story.objects.count() == stories
    again = at_desk.post(address, {"do": do}, follow=True).content.decode()
    assert "Somebody else had decided that already." in again


def test_a_button_that_is_none_decides_nothing(at_desk: Client, proposal: StoryProposal) -> None:
    at_desk.post(f"/desk/stories/proposals/{proposal.pk}/", {"do": "dance"})
    proposal.refresh_from_db()
    assert proposal.state == StoryProposal.State.WAITING


def test_pairs_with_a_withdrawn_article_do_not_wait(
    at_desk: Client, proposal: StoryProposal
) -> None:
    withdraw_article(article=proposal.first, note="Wrong.")
    assert "Nothing waits." in text(at_desk, LIST)


def test_of_many_proposals_the_surest_come_first(
    at_desk: Client, proposal: StoryProposal, third: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    StoryProposal.objects.create(first=proposal.first, second=third, score=0.9)
    monkeypatch.setattr(views, "PROPOSALS_SHOWN", 1)
    page = text(at_desk, LIST)
    assert "Worn on the wrist" in page
    assert "A week with a sensor" not in page
    assert "More wait." in page


def test_stories_go_on_page_by_page(
    at_desk: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = Story.objects.create(name="Newer", slug="newer")
    monkeypatch.setattr(views, "STORIES_SHOWN", 1)
    assert f"?before={newer.pk}" in text(at_desk, LIST)
    page = text(at_desk, f"{LIST}?before={newer.pk}")
    assert "Sensors in spring" in page
    assert "Newer" not in page
    assert at_desk.get(f"{LIST}?before=x").status_code == 200


def test_the_list_asks_as_many_questions_for_many_as_for_few(
    at_desk: Client, story: Story, django_assert_max_num_queries, third: Article
) -> None:
    for number in range(5):
        Story.objects.create(name=f"Story {number}", slug=f"story-{number}")
    for other in story.articles.all():
        StoryProposal.objects.create(first=other, second=third, score=0.7)
    with django_assert_max_num_queries(6):
        at_desk.get(LIST)


def test_a_story_gets_another_name(at_desk: Client, story: Story) -> None:
    page = at_desk.post(f"{LIST}{story.pk}/", {"do": "rename", "name": "Sensors"}, follow=True)
    assert "The story has its new name." in page.content.decode()
    assert Story.objects.get().name == "Sensors"


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Please give the story a name."), ("x" * 301, "holds up to 300 characters")],
)
def test_a_name_that_cannot_be_comes_back(
    at_desk: Client, story: Story, name: str, said: str
) -> None:
    answer = at_desk.post(f"{LIST}{story.pk}/", {"do": "rename", "name": name})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'value="{name}"' in page or not name


@pytest.mark.parametrize(
    "address",
    [
        "https://site.example/articles/{slug}/?order=newest#thread",
        "/articles/{slug}/",
        "{slug}",
        "https://site.example/desk/articles/{pk}/edit/",
    ],
)
def test_an_article_is_added_by_any_of_its_addresses(
    at_desk: Client, story: Story, third: Article, address: str
) -> None:
    sent = {"do": "add", "address": address.format(slug=third.slug, pk=third.pk)}
    page = at_desk.post(f"{LIST}{story.pk}/", sent, follow=True).content.decode()
    assert "“Worn on the wrist” is in this story now." in page
    page = at_desk.post(f"{LIST}{story.pk}/", sent, follow=True).content.decode()
    assert "was in this story already." in page


@pytest.mark.parametrize("address", ["", "/articles/", "https://[", "9" * 30, "/desk/articles/9/"])
def test_an_address_of_nothing_is_explained(at_desk: Client, story: Story, address: str) -> None:
    answer = at_desk.post(f"{LIST}{story.pk}/", {"do": "add", "address": address})
    assert answer.status_code == 422
    assert "an article" in answer.content.decode() or "no article" in answer.content.decode()


def test_an_article_is_taken_out_and_a_story_of_one_ends(
    at_desk: Client, story: Story, first: Article, third: Article
) -> None:
    at_desk.post(f"{LIST}{story.pk}/", {"do": "add", "address": third.slug})
    for article, said in ((third, "stands alone again"), (first, "The story ended")):
        sent = {"do": "out", "article": article.pk}
        assert said in at_desk.post(f"{LIST}{story.pk}/", sent, follow=True).content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "9" * 30, "0"])
def test_an_article_that_is_not_in_the_story_cannot_be_taken_out(
    at_desk: Client, story: Story, key: str
) -> None:
    sent = {"do": "out", "article": key}
    assert at_desk.post(f"{LIST}{story.pk}/", sent).status_code == 404
