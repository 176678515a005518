"""What somebody follows no more, or who they muted, is not in a letter that waited."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.library.actions import find_topics
from articles.models import Topic
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.members.muting.mutes import mute_member
from community.notifications.follows.actions import choose_letters, follow, follower_for, unfollow
from community.notifications.follows.models import Follow
from community.notifications.letters.items import with_what_they_name
from community.notifications.letters.sending import gather_letters, send_waiting_letters
from community.notifications.letters.wanted import still_wanted
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

MONDAY = datetime(2026, 6, 1, 8, tzinfo=UTC)
Of = Follow.Kind


@pytest.fixture
def opened(thread: Thread, bob: Member) -> Comment:
    """The first comment of a thread."""
    return post_comment(thread=thread, author=bob, text="The first one").comment


@pytest.fixture
def followed(
    thread: Thread, bob: Member, opened: Comment, alice: Member
) -> Callable[[str], Follow]:
    """Lets Alice follow something and hear of an answer by it: `followed("branch")`."""

    def make(kind: str) -> Follow:
        targets = {"thread": thread.article_id, "branch": opened.pk, "person": bob.pk}
        made = follow(kind=Of(kind), target=targets[kind] or 0, member=alice)
        post_comment(thread=thread, author=bob, text="Something new", parent=opened)
        tell_waiting_events()
        Notification.objects.filter(kind=kind).update(mail="waiting")
        return made

    return make


@pytest.mark.parametrize("kind", ["thread", "branch", "person"])
def test_what_is_followed_no_more_is_not_sent(followed: Callable[[str], Follow], kind: str) -> None:
    made = followed(kind)
    unfollow(follow=made)
    assert send_waiting_letters() == 1
    assert not mail.outbox and Notification.objects.get(kind=kind).mail == "dropped"


@pytest.mark.parametrize("kind", ["thread", "branch", "person"])
def test_what_is_still_followed_is_sent(followed: Callable[[str], Follow], kind: str) -> None:
    followed(kind)
    send_waiting_letters()
    assert len(mail.outbox) == 1


def test_news_that_another_follow_covers_is_sent(
    followed: Callable[[str], Follow], thread: Thread, alice: Member
) -> None:
    follow(kind=Of.THREAD, target=thread.article_id or 0, member=alice)
    unfollow(follow=followed("branch"))
    send_waiting_letters()
    assert len(mail.outbox) == 1


def test_a_branch_covers_no_other_branch(
    thread: Thread, opened: Comment, alice: Member, bob: Member
) -> None:
    other = post_comment(thread=thread, author=bob, text="Another beginning").comment
    made = follow(kind=Of.BRANCH, target=opened.pk, member=alice)
    follow(kind=Of.BRANCH, target=other.pk, member=alice)
    post_comment(thread=thread, author=bob, text="Below the first", parent=opened)
    tell_waiting_events()
    unfollow(follow=made)
    keys = Notification.objects.filter(kind="branch").values_list("pk", flat=True)
    assert len(keys) == 1 and still_wanted(with_what_they_name(keys)) == []


def test_a_gathered_letter_leaves_out_what_is_followed_no_more_and_who_is_muted(
    thread: Thread, opened: Comment, alice: Member, bob: Member, nadia: Member
) -> None:
    choose_letters(follower=follower_for(alice), replies="daily", comments="daily")
    made = follow(kind=Of.THREAD, target=thread.article_id or 0, member=alice)
    own = post_comment(thread=thread, author=alice, text="A question of mine").comment
    post_comment(thread=thread, author=bob, text="Below the article")
    post_comment(thread=thread, author=bob, text="An answer by Bob", parent=own)
    tell_waiting_events()
    Notification.objects.update(created_at=MONDAY - timedelta(days=1))
    gather_letters(MONDAY)
    unfollow(follow=made)
    send_waiting_letters()
    (letter,) = mail.outbox
    assert "An answer by Bob" in letter.body and "Below the article" not in letter.body


def test_a_gathered_letter_about_somebody_muted_since_is_not_sent(
    followed: Callable[[str], Follow], alice: Member, bob: Member
) -> None:
    followed("thread")
    Notification.objects.update(mail="daily", created_at=MONDAY - timedelta(days=1))
    gather_letters(MONDAY)
    mute_member(muted=bob, member=alice)
    send_waiting_letters()
    assert not mail.outbox


def test_news_of_an_article_follows_its_topics_and_corrections(
    thread: Thread, alice: Member
) -> None:
    article = thread.article
    assert article is not None
    sleep, food = find_topics(["Sleep", "Food"])
    article.topics.set([sleep])
    follower = follower_for(alice)
    rows = [
        Notification.objects.create(
            follower=follower, kind=kind, key=kind, article=article, mail="waiting"
        )
        for kind in ("topic", "correction", "withdrawal")
    ]

    def kinds() -> list[str]:
        found = still_wanted(with_what_they_name([row.pk for row in rows]))
        return [row.kind for row in found]

    assert kinds() == []
    follow(kind=Of.TOPIC, target=food.pk, member=alice)
    assert kinds() == []
    follow(kind=Of.TOPIC, target=sleep.pk, member=alice)
    assert kinds() == ["topic"]
    follow(kind=Of.ARTICLE, target=article.pk, member=alice)
    assert kinds() == ["topic", "correction", "withdrawal"]


def test_a_long_letter_costs_no_more_statements(
    thread: Thread, opened: Comment, alice: Member, bob: Member
) -> None:
    follow(kind=Of.BRANCH, target=opened.pk, member=alice)

    def statements() -> int:
        post_comment(thread=thread, author=bob, text="Something new", parent=opened)
        tell_waiting_events()
        rows = with_what_they_name(Notification.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as found:
            assert len(still_wanted(rows)) == len(rows)
        return len(found)

    one = statements()
    assert [statements() for _ in range(3)] == [one] * 3


def test_a_followed_topic_covers_the_beginning_of_a_conversation_and_no_more(
    alice: Member, bob: Member, db: None
) -> None:
    topic = Topic.objects.create(name="Sleep", slug="sleep")
    begun = start_conversation(topic=topic, author=bob, title="Naps", text="Who naps?").comment
    follow(kind=Of.TOPIC, target=topic.pk, member=alice)
    made = follow(kind=Of.CONVERSATION, target=begun.thread_id, member=alice)
    answer = post_comment(thread=begun.thread, author=bob, text="I do.").comment
    follower = follower_for(alice)
    rows = [
        Notification.objects.create(follower=follower, kind=kind, key=kind, comment=comment)
        for kind, comment in (("topic", begun), ("thread", answer))
    ]

    def kinds() -> list[str]:
        return [row.kind for row in still_wanted(with_what_they_name([row.pk for row in rows]))]

    assert kinds() == ["topic", "thread"]
    unfollow(follow=made)
    assert kinds() == ["topic"]
