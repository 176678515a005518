"""Moderators who read some topics only: in the list, the counts, a case and a decision."""

from collections.abc import Callable

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from articles.library.actions import create_article, find_topics, publish_article
from articles.models import Topic
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment
from community.moderation.queue.querysets import totals
from community.moderation.queue.waiting_list import claim_next
from community.moderation.team.actions import set_topic_limits
from community.threads.actions import post_comment
from community.threads.models import Comment
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest
from tests.moderation_pages import page, text

Under = Callable[..., Comment]


@pytest.fixture
def under(db: None) -> Under:
    """Returns a function that posts as a guest under an article with a topic."""

    def post(topic: str, words: str = "Waiting words") -> Comment:
        article = create_article(title=f"About {topic}", body_html="<p>Words.</p>")
        article.topics.set(find_topics([topic]))
        thread = open_thread(publish_article(article=article))
        author = Guest(f"Gus of {topic}")
        return post_comment(thread=thread, author=author, text=words).comment

    return post


def as_person(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def limited(mo: Member, stefan: Member) -> Member:
    """Mo, who reads about sleep only."""
    set_topic_limits(moderator=mo, topics=find_topics(["Sleep"]), editor=stefan)
    return Member.objects.get(pk=mo.pk)


def test_the_list_the_counts_and_the_next_one_are_of_the_own_topics(
    under: Under, limited: Member
) -> None:
    sleep, _ = under("Sleep"), under("Work")
    shown = text(as_person(limited), "/moderation/")
    assert "Gus of Sleep" in shown and "Gus of Work" not in shown
    assert totals(limited).waiting == 1
    assert claim_next(limited) == sleep and "1 comment waits" in shown


def test_a_case_of_another_topic_is_not_there_and_not_decided(
    under: Under, limited: Member
) -> None:
    work = under("Work")
    assert as_person(limited).get(f"/moderation/comments/{work.pk}/").status_code == 404
    with pytest.raises(NotAllowed, match="Somebody else reads"):
        approve_comment(comment=work, moderator=limited, version=1)


def test_words_of_danger_are_for_everybody(under: Under, limited: Member) -> None:
    danger = under("Work", "I want to kill myself tonight.")
    client = as_person(limited)
    assert "Gus of Work" in text(client, "/moderation/")
    assert client.get(f"/moderation/comments/{danger.pk}/").status_code == 200
    approve_comment(comment=danger, moderator=limited, version=1)


def test_without_limits_everything_is_read(under: Under, mia: Member) -> None:
    under("Sleep"), under("Work")
    assert totals(mia).waiting == 2


def test_one_topic_at_a_time_can_be_looked_at(under: Under, mia: Member) -> None:
    under("Sleep"), under("Work")
    topic = Topic.objects.get(name="Work")
    client = as_person(mia)
    assert page(client, "/moderation/").css_first(f"a[href$='?topic={topic.pk}']")
    shown = text(client, f"/moderation/?topic={topic.pk}")
    assert "Gus of Work" in shown and "Gus of Sleep" not in shown and "about “Work”" in shown


def test_only_staff_limit_and_only_the_team_is_limited(
    mo: Member, mia: Member, alice: Member, stefan: Member
) -> None:
    for moderator, editor in ((mo, mia), (alice, stefan)):
        with pytest.raises(NotAllowed):
            set_topic_limits(moderator=moderator, topics=[], editor=editor)


def test_staff_set_the_limits_on_the_page_of_the_person(
    under: Under, mo: Member, stefan: Member
) -> None:
    under("Sleep"), under("Work")
    topic = Topic.objects.get(name="Sleep")
    client = as_person(stefan)
    where = f"/moderation/people/{mo.pk}/"
    client.post(where, {"do": "topics", "topics": [topic.pk]})
    assert [limit.topic for limit in mo.topic_limits.all()] == [topic]
    box = page(client, where).css_first(f"input[name=topics][value='{topic.pk}']")
    assert "checked" in box.attributes
    assert LogEntry.objects.get().change_message == "Reads: Sleep"
    client.post(where, {"do": "topics"})
    assert not mo.topic_limits.exists()
