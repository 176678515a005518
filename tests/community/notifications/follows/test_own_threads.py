"""After posting, a member is asked once what they want to hear of; the choice is remembered."""

import pytest
from django.test import Client

from community.members.models import Member
from community.notifications.follows.actions import choose_letters, follower_for, unfollow
from community.notifications.follows.models import Follow, Follower
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

ASKS = "Shall we tell you of replies?"


def post(client: Client, thread: Thread, text: str) -> tuple[Comment, str]:
    """Write a comment by the form; returns it with the page to which that leads."""
    assert thread.article is not None
    address = f"{thread.article.get_absolute_url()}comments/"
    page = client.post(address, {"comment": text, "parent": ""}, follow=True)
    return Comment.objects.order_by("-pk")[0], page.content.decode()


@pytest.fixture
def signed_in(client: Client, alice: Member) -> Client:
    client.force_login(alice)
    return client


@pytest.mark.parametrize(
    ("choice", "setting", "follows"),
    [("once", "ask", 1), ("always", "always", 1), ("never", "never", 0)],
)
def test_a_member_is_asked_below_the_comment_and_the_choice_is_remembered(
    signed_in: Client, thread: Thread, alice: Member, choice: str, setting: str, follows: int
) -> None:
    comment, page = post(signed_in, thread, "My first comment here")
    assert ASKS in page
    assert ASKS not in signed_in.get(thread.get_absolute_url()).content.decode()
    answer = signed_in.post(f"/comments/{comment.pk}/tell-me/", {"choice": choice})
    assert answer.status_code == 302
    assert follower_for(alice).own_threads == setting
    assert Follow.objects.count() == follows
    assert ASKS not in post(signed_in, thread, "My second comment here")[1]
    assert (
        ASKS not in signed_in.get(f"/comments/{comment.pk}/?posted={comment.pk}").content.decode()
    )


def test_whoever_follows_already_or_chose_in_the_settings_is_not_asked(
    signed_in: Client, thread: Thread, alice: Member
) -> None:
    choose_letters(follower=follower_for(alice), own_threads="never")
    assert ASKS not in post(signed_in, thread, "My first comment here")[1]


def test_a_waiting_comment_asks_too(client: Client, thread: Thread, nadia: Member) -> None:
    client.force_login(nadia)
    comment, page = post(client, thread, "My very first comment")
    assert comment.state == "pending" and ASKS in page


def test_always_follows_each_thread_with_the_first_comment_in_it(
    thread: Thread, alice: Member, bob: Member
) -> None:
    choose_letters(follower=follower_for(alice), own_threads="always")
    post_comment(thread=thread, author=alice, text="My first comment here")
    tell_waiting_events()
    made = Follow.objects.get()
    assert (made.kind, made.target) == ("thread", thread.article_id)
    post_comment(thread=thread, author=bob, text="Something new")
    tell_waiting_events()
    assert Notification.objects.filter(kind="thread", follower__member=alice).count() == 1
    unfollow(follow=made)
    post_comment(thread=thread, author=alice, text="My second comment here")
    tell_waiting_events()
    assert not Follow.objects.exists()


def test_nobody_follows_without_having_chosen_it(thread: Thread, alice: Member) -> None:
    post_comment(thread=thread, author=alice, text="My first comment here")
    tell_waiting_events()
    assert not Follow.objects.exists()


def test_only_the_writer_answers_and_only_what_there_is(
    signed_in: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=bob, text="By Bob").comment
    where = f"/comments/{comment.pk}/tell-me/"
    assert signed_in.post(where, {"choice": "always"}).status_code == 404
    own = post_comment(thread=thread, author=alice, text="By Alice").comment
    assert signed_in.post(f"/comments/{own.pk}/tell-me/", {"choice": "x"}).status_code == 404
    assert Client().post(where, {"choice": "always"}).status_code == 302
    assert not Follow.objects.exists()
    assert not Follower.objects.exclude(own_threads="ask").exists()


def test_a_page_of_settings_that_was_opened_earlier_changes_nothing_it_does_not_hold(
    signed_in: Client, alice: Member
) -> None:
    choose_letters(follower=follower_for(alice), own_threads="always")
    names = ("replies", "mentions", "comments", "articles", "corrections", "decisions", "answers")
    given = dict.fromkeys(names, "never")
    assert signed_in.post("/account/news/settings/", given).status_code == 302
    assert follower_for(alice).own_threads == "always"
