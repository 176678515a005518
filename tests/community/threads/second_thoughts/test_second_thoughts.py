"""Who wants time for second thoughts has it: nobody reads or hears of their words before."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.index.models import SearchEntry
from articles.library.actions import find_topics
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment
from community.moderation.decisions.refusals import AlreadyDecided
from community.moderation.decisions.undoing import undo_decision
from community.notifications.follows.actions import follow
from community.notifications.follows.models import Follow
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment, post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.second_thoughts.appearing import BATCH, show_due_comments, take_time
from community.yardsticks.models import BlockedTerm

State = Comment.State


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(timezone.now(), tick=False) as travelling:
        yield travelling


@pytest.fixture
def thoughtful(alice: Member, clock: Any) -> Member:
    """Alice, whose posts appear a quarter of an hour later."""
    take_time(member=alice, minutes=15)
    alice.refresh_from_db()
    return alice


def again(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def page(client: Client, thread: Thread) -> str:
    return client.get(thread.get_absolute_url()).content.decode()


def test_nobody_reads_it_before_its_time_and_everybody_after(
    thread: Thread, thoughtful: Member, bob: Member, clock: Any
) -> None:
    follow(kind=Follow.Kind.THREAD, target=thread.article_id, member=bob)
    comment = post_comment(thread=thread, author=thoughtful, text="My second thoughts").comment
    own = Client()
    own.force_login(thoughtful)
    tell_waiting_events()
    assert (comment.state, comment.waiting_since) == (State.PENDING, None)
    assert "My second thoughts" not in page(Client(), thread)
    assert "My second thoughts" in page(own, thread) and "It appears by itself" in page(own, thread)
    assert not Notification.objects.exists() and not SearchEntry.objects.filter(kind=2).exists()
    clock.shift(timedelta(minutes=15, seconds=-1))
    assert show_due_comments() == 0
    clock.shift(timedelta(seconds=1))
    assert show_due_comments() == 1 and show_due_comments() == 0
    tell_waiting_events()
    assert "My second thoughts" in page(Client(), thread)
    assert Notification.objects.get(follower__member=bob).comment == comment
    assert Thread.objects.get(pk=thread.pk).comment_count == 1
    assert again(comment).appears_at is None


def test_what_is_taken_back_in_time_was_never_read(
    thread: Thread, thoughtful: Member, clock: Any
) -> None:
    comment = post_comment(thread=thread, author=thoughtful, text="Better not").comment
    withdraw_comment(comment=comment, author=thoughtful)
    clock.shift(timedelta(hours=1))
    assert show_due_comments() == 0
    assert again(comment).state == State.WITHDRAWN and "Better not" not in page(Client(), thread)


def test_changed_words_have_their_time_anew(thread: Thread, thoughtful: Member, clock: Any) -> None:
    comment = post_comment(thread=thread, author=thoughtful, text="First words").comment
    clock.shift(timedelta(minutes=10))
    edit_comment(comment=comment, author=thoughtful, text="Other words")
    clock.shift(timedelta(minutes=10))
    assert show_due_comments() == 0
    clock.shift(timedelta(minutes=5))
    assert show_due_comments() == 1 and "Other words" in page(Client(), thread)


def test_changed_words_that_are_held_wait_for_a_moderator(
    thread: Thread, thoughtful: Member, clock: Any
) -> None:
    BlockedTerm.objects.create(term="wonderpill")
    comment = post_comment(thread=thread, author=thoughtful, text="First words").comment
    edit_comment(comment=comment, author=thoughtful, text="Buy wonderpill")
    assert again(comment).waiting_since and again(comment).appears_at is None
    clock.shift(timedelta(hours=1))
    assert show_due_comments() == 0


def test_after_an_approval_the_time_begins(
    thread: Thread, nadia: Member, mo: Member, clock: Any
) -> None:
    take_time(member=nadia, minutes=5)
    nadia.refresh_from_db()
    comment = post_comment(thread=thread, author=nadia, text="My first words here").comment
    assert comment.waiting_since and comment.appears_at is None
    approve_comment(comment=comment, moderator=mo, version=1)
    tell_waiting_events()
    assert "Your comment is approved" in [letter.subject for letter in mail.outbox]
    assert "it appears a little later" in mail.outbox[0].body
    assert again(comment).state == State.PENDING and again(comment).waiting_since is None
    with pytest.raises(AlreadyDecided):
        approve_comment(comment=again(comment), moderator=mo, version=1)
    clock.shift(timedelta(minutes=5))
    assert show_due_comments() == 1
    nadia.refresh_from_db()
    assert nadia.approved_posts == 1


def test_an_approval_that_is_taken_back_lets_it_wait_again(
    thread: Thread, nadia: Member, mo: Member, clock: Any
) -> None:
    take_time(member=nadia, minutes=15)
    nadia.refresh_from_db()
    comment = post_comment(thread=thread, author=nadia, text="My first words here").comment
    decision = approve_comment(comment=comment, moderator=mo, version=1)
    undo_decision(decision=decision, moderator=mo)
    assert again(comment).waiting_since and again(comment).appears_at is None
    clock.shift(timedelta(hours=1))
    assert show_due_comments() == 0


def test_a_moderator_may_still_stop_it(
    thread: Thread, thoughtful: Member, mo: Member, clock: Any
) -> None:
    comment = post_comment(thread=thread, author=thoughtful, text="Harsh words").comment
    reject_comment(comment=comment, moderator=mo, version=1, ground="attack")
    clock.shift(timedelta(hours=1))
    assert show_due_comments() == 0 and again(comment).state == State.REJECTED


def test_a_conversation_has_its_time_too(thoughtful: Member, clock: Any) -> None:
    topic = find_topics(["Sleep"])[0]
    opening = start_conversation(
        topic=topic, author=thoughtful, title="Mornings", text="Words"
    ).comment
    assert not Thread.objects.open_to(None).exists()
    clock.shift(timedelta(minutes=15))
    assert show_due_comments() == 1
    assert Thread.objects.get(pk=opening.thread_id).title == "Mornings"


def test_of_very_many_some_appear_at_a_time(
    thread: Thread, thoughtful: Member, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert BATCH == 100
    monkeypatch.setattr("community.threads.second_thoughts.appearing.BATCH", 2)
    for number in range(3):
        post_comment(thread=thread, author=thoughtful, text=f"Words {number}")
    clock.shift(timedelta(minutes=15))
    assert [show_due_comments() for _ in range(3)] == [2, 1, 0]


def test_a_member_chooses_and_nothing_else_is_a_choice(alice: Member) -> None:
    client = Client()
    client.force_login(alice)
    client.post("/account/second-thoughts/", {"minutes": "60"})
    alice.refresh_from_db()
    assert alice.second_thoughts == 60
    client.post("/account/second-thoughts/", {"minutes": "7"})
    alice.refresh_from_db()
    assert alice.second_thoughts == 60
    assert (
        'value="60" id="minutes-60" checked'
        in client.get("/account/second-thoughts/").content.decode()
    )
    with pytest.raises(ValueError, match="not one of"):
        take_time(member=alice, minutes=7)


def test_whoever_wants_no_time_is_read_at_once(thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="At once").comment
    assert comment.is_visible and comment.appears_at is None
