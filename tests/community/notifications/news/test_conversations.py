"""News of conversations: for who began one, who follows it, and who follows its topic."""

from typing import Any

import pytest

from articles.library.actions import find_topics
from articles.models import Topic
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment
from community.notifications.follows.actions import follow
from community.notifications.follows.models import Follow
from community.notifications.letters.items import items_of, with_what_they_name
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment


@pytest.fixture
def topic(db: None) -> Topic:
    return find_topics(["Sleep"])[0]


def told(member: Member) -> list[str]:
    """What a member is told, in words."""
    tell_waiting_events()
    rows = Notification.objects.filter(follower__member=member).order_by("pk")
    return [item.said for item in items_of(with_what_they_name(rows.values_list("pk", flat=True)))]


def begin(topic: Topic, author: Member, **more: Any) -> Any:
    return start_conversation(
        topic=topic, author=author, title="Mornings", text="Words", **more
    ).comment


def test_who_began_it_is_answered(topic: Topic, alice: Member, bob: Member) -> None:
    opening = begin(topic, alice)
    post_comment(thread=opening.thread, author=bob, text="Me too")
    assert told(alice) == ["Bob answered you"] and told(bob) == []


def test_who_follows_the_topic_hears_of_it_once_it_can_be_read(
    topic: Topic, nadia: Member, bob: Member, mo: Member
) -> None:
    follow(kind=Follow.Kind.TOPIC, target=topic.pk, member=bob)
    opening = begin(topic, nadia)
    assert told(bob) == []
    approve_comment(comment=opening, moderator=mo, version=1)
    assert told(bob) == ["Nadia began a conversation in a topic you follow"]


def test_who_follows_a_conversation_hears_of_comments(
    topic: Topic, alice: Member, bob: Member, nadia: Member
) -> None:
    opening = begin(topic, alice)
    follow(kind=Follow.Kind.CONVERSATION, target=opening.thread_id, member=nadia)
    post_comment(thread=opening.thread, author=bob, text="Me too")
    assert told(nadia) == ["Bob wrote in a conversation you follow"]


def test_a_member_who_follows_the_topic_hears_of_one_for_members(
    topic: Topic, alice: Member, bob: Member
) -> None:
    follow(kind=Follow.Kind.TOPIC, target=topic.pk, member=bob)
    begin(topic, alice, audience="members")
    assert told(bob) == ["Alice began a conversation in a topic you follow"]
