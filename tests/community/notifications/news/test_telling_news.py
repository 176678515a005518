"""Who is told of what happened: on the site, and by mail."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.keeping.limits import kept_for
from articles.library.actions import create_article, find_topics
from articles.models import Article
from community.desk.actions import publish_article, withdraw_article
from community.desk.history.actions import correct_article
from community.members.models import Member
from community.members.muting.mutes import mute_member
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.notifications.follows.actions import (
    choose_letters,
    follow,
    follower_for,
    forget_member_mail,
    pause_letters,
)
from community.notifications.follows.models import Follow
from community.notifications.letters.sending import send_waiting_letters
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import edit_comment, post_comment, withdraw_comment
from community.threads.models import Comment, Thread

Kind = Follow.Kind
Say = Callable[..., Comment]


@pytest.fixture
def say(thread: Thread) -> Say:
    """Returns a function that posts: `say("Words", alice, parent)`."""

    def post(text: str, author: Any, parent: Comment | None = None) -> Comment:
        return post_comment(thread=thread, author=author, text=text, parent=parent).comment

    return post


def told(member: Member) -> list[str]:
    """The kinds of news of a member, the oldest first."""
    rows = Notification.objects.filter(follower__member=member)
    return list(rows.order_by("pk").values_list("kind", flat=True))


def work() -> None:
    """What the worker does."""
    while tell_waiting_events() or send_waiting_letters():
        pass


def test_an_answer_is_told_to_whom_it_answers(say: Say, alice: Member, bob: Member) -> None:
    first = say("A question about the sea", alice)
    say("An answer about the sea", bob, first)
    work()
    assert told(alice) == ["reply"]
    assert told(bob) == []
    (letter,) = mail.outbox
    assert letter.to == [alice.email]
    assert "An answer about the sea" in letter.body
    assert "sea" not in letter.subject and first.thread.article.title not in letter.subject


def test_nobody_hears_of_their_own_words(say: Say, alice: Member) -> None:
    say(f"And one thing more, @{alice.pseudonym}", alice, say("A question", alice))
    work()
    assert told(alice) == []
    assert not mail.outbox


def test_nobody_hears_of_whom_they_muted(say: Say, alice: Member, bob: Member) -> None:
    mute_member(muted=bob, member=alice)
    say("An answer", bob, say("A question", alice))
    work()
    assert told(alice) == []


def test_what_waits_of_a_kind_that_is_ended_is_not_sent(
    say: Say, alice: Member, bob: Member
) -> None:
    say("An answer", bob, say("A question", alice))
    tell_waiting_events()
    choose_letters(follower=follower_for(alice), replies="never")
    send_waiting_letters()
    assert told(alice) == ["reply"]
    assert not mail.outbox


def test_a_member_who_goes_leaves_nothing_that_is_told(
    say: Say, alice: Member, bob: Member
) -> None:
    follow(kind=Kind.PERSON, target=bob.pk, member=alice)
    say("An answer", bob, say("A question", alice))
    say("A question of Bob", bob)
    tell_waiting_events()
    forget_member_mail(member=bob)
    send_waiting_letters()
    assert not mail.outbox
    assert not Notification.objects.exists() and not Follow.objects.exists()


def test_nobody_hears_of_what_waits_until_it_is_approved(
    say: Say, alice: Member, nadia: Member, mo: Member
) -> None:
    waiting = say("An answer that waits", nadia, say("A question", alice))
    work()
    assert told(alice) == []
    approve_comment(comment=waiting, moderator=mo, version=1)
    work()
    assert told(alice) == ["reply"]


def test_what_was_rejected_is_never_told(
    say: Say, alice: Member, nadia: Member, mo: Member
) -> None:
    waiting = say("An answer that waits", nadia, say("A question", alice))
    reject_comment(comment=waiting, moderator=mo, version=1, ground="selling")
    work()
    assert told(alice) == []


@pytest.mark.parametrize("taken", ["withdrawn", "removed", "muted", "article withdrawn", "paused"])
def test_a_letter_is_not_sent_for_what_no_longer_holds(
    say: Say, alice: Member, bob: Member, mo: Member, stefan: Member, taken: str
) -> None:
    answer = say("An answer", bob, say("A question", alice))
    tell_waiting_events()
    if taken == "withdrawn":
        withdraw_comment(comment=answer, author=bob)
    elif taken == "removed":
        remove_comment(comment=answer, moderator=mo, version=1, ground="attack")
    elif taken == "muted":
        mute_member(muted=bob, member=alice)
    elif taken == "paused":
        pause_letters(follower=follower_for(alice))
    else:
        withdraw_article(article=answer.thread.article, editor=stefan, note="It was wrong.")
    send_waiting_letters()
    assert not mail.outbox
    assert not Notification.objects.filter(mail="waiting").exists()


def test_whoever_muted_the_author_is_told_nothing(say: Say, alice: Member, bob: Member) -> None:
    mute_member(muted=bob, member=alice)
    follow(kind=Kind.PERSON, target=bob.pk, member=alice)
    say("@Alice, an answer", bob, say("A question", alice))
    work()
    assert told(alice) == []


def test_one_comment_is_one_piece_of_news_for_one_person(
    say: Say, alice: Member, bob: Member, thread: Thread
) -> None:
    first = say("A question", alice)
    for kind, target in (
        (Kind.THREAD, thread.article_id),
        (Kind.BRANCH, first.pk),
        (Kind.PERSON, bob.pk),
    ):
        follow(kind=kind, target=target, member=alice)
    say("@Alice yes", bob, first)
    work()
    assert told(alice) == ["reply"]
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (Kind.THREAD, lambda first, bob: first.thread.article_id),
        (Kind.BRANCH, lambda first, bob: first.pk),
        (Kind.PERSON, lambda first, bob: bob.pk),
    ],
)
def test_what_is_followed_is_told(
    say: Say, alice: Member, bob: Member, nadia: Member, kind: Kind, target: Any
) -> None:
    first = say("A question", alice)
    follow(kind=kind, target=target(first, bob), member=nadia)
    say("Yes", bob, say("Yes", alice, first))
    work()
    assert str(kind) in told(nadia)


def test_who_follows_later_is_not_told_of_what_was_there(
    say: Say, alice: Member, bob: Member, thread: Thread
) -> None:
    comment = say("Words", bob)
    work()
    follow(kind=Kind.THREAD, target=thread.article_id, member=alice)
    edit_comment(comment=comment, author=bob, text="Better words")
    work()
    assert told(alice) == []


def test_a_mention_is_told_and_found_by_the_longer_name(
    say: Say, alice: Member, bob: Member
) -> None:
    bobby = Member.objects.create_user("bobby@people.example", "Bob Lee")
    say("Thank you @Bob Lee, that helps.", alice)
    work()
    assert told(bobby) == ["mention"]
    assert told(bob) == []


def test_corrections_withdrawals_and_new_articles_are_told(
    thread: Thread, alice: Member, stefan: Member
) -> None:
    article = thread.article
    (topic,) = find_topics(["Sleep"])
    follow(kind=Kind.ARTICLE, target=article.pk, member=alice)
    follow(kind=Kind.TOPIC, target=topic.pk, member=alice)
    new = create_article(title="New", body_html="<p>New.</p>", topics=["Sleep"])
    publish_article(article=new, editor=stefan)
    correct_article(article=article, editor=stefan, note="A number was wrong.")
    withdraw_article(article=article, editor=stefan, note="It was wrong.")
    work()
    assert told(alice) == ["topic", "correction", "withdrawal"]


def test_a_decision_stands_among_the_news_and_its_letter_follows_the_setting(
    say: Say, nadia: Member, mo: Member
) -> None:
    choose_letters(follower=follower_for(nadia), decisions="daily")
    approve_comment(comment=say("Words", nadia), moderator=mo, version=1)
    work()
    assert told(nadia) == ["decision"]
    assert not mail.outbox
    assert Notification.objects.get().mail == "daily"


def test_telling_of_many_costs_few_statements(
    say: Say, thread: Thread, alice: Member, bob: Member
) -> None:
    def statements(count: int) -> int:
        for number in range(count):
            name = f"Reader{Member.objects.count()}n{number}"
            person = Member.objects.create_user(f"{name}@people.example", name)
            follow(kind=Kind.THREAD, target=thread.article_id, member=person)
        say(f"Words number {count}, said once more", bob)
        with CaptureQueriesContext(connection) as found:
            tell_waiting_events()
        return len(found)

    assert statements(2) == statements(40)


def test_news_is_forgotten_after_a_season(say: Say, alice: Member, bob: Member) -> None:
    say("An answer", bob, say("A question", alice))
    work()
    Notification.objects.update(created_at=timezone.now() - kept_for("news") - timedelta(minutes=1))
    assert forget_what_is_over()["news"] == 1


def test_an_article_below_which_nobody_may_read_is_not_told(
    say: Say, alice: Member, bob: Member
) -> None:
    say("An answer", bob, say("A question", alice))
    Article.objects.update(state="draft")
    work()
    assert told(alice) == []
