"""When trust pauses, and when it comes back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from common.times import exact_time
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.decisions.actions import (
    approve_comment,
    ask_revision,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.models import Decision
from community.moderation.sanctions.trust import Post, paused_until
from community.threads.actions import edit_comment, post_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.placing import open_thread
from tests.moderation_pages import text
from tests.sanctioning import signed_in

Say = Callable[..., Comment]
NOW = datetime(2026, 11, 20, tzinfo=UTC)
WEEK = timedelta(days=7)


def post(days: int, is_rejected: bool = False) -> Post:
    return Post(NOW - timedelta(days=days), is_rejected)


def posts(line: str) -> list[Post]:
    """One post a day, the newest first: "x" was rejected, "." was not."""
    return [post(days, sign == "x") for days, sign in enumerate(line, 1)]


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("", None),
        ("x", None),  # a bad day
        ("x..", None),  # one of three
        ("xx", 5),  # until fewer than two are left
        ("xx.....", None),  # less than 30 %
        ("x.x...", 4),  # a third, until the older one is a week old
        ("...xx.", 2),
        ("x.....x", None),  # two of seven: less than 30 %
        ("xxxxxx", 5),
    ],
)
def test_trust_pauses_until_enough_rejections_are_a_week_old(line: str, until: int | None) -> None:
    given = {"share": 0.3, "least": 2, "window": WEEK}
    found = paused_until(posts(line), **given)
    assert found == (NOW + timedelta(days=until) if until else None)
    assert paused_until(posts(line)[::-1], **given) == found


@pytest.mark.parametrize("count", [10, 20, 30, 70, 90])
def test_the_share_itself_is_enough(count: int) -> None:
    rejected = count * 3 // 10
    for fewer, is_paused in ((0, True), (1, False)):
        lately = [post(1, n < rejected - fewer) for n in range(count)]
        found = paused_until(lately, share=0.3, least=2, window=WEEK)
        assert (found is not None) == is_paused


@pytest.mark.parametrize("least", [0, 1])
def test_nobody_is_paused_for_nothing(least: int) -> None:
    assert paused_until(posts("..."), share=0.01, least=least, window=WEEK) is None


def remove(comment: Comment, moderator: Member) -> Decision:
    return remove_comment(comment=comment, moderator=moderator, version=1, ground="attack")


def is_paused(member: Member) -> bool:
    member.refresh_from_db()
    return member.trust_paused_until is not None and member.trust_paused_until > timezone.now()


def test_a_third_of_posts_rejected_sends_the_next_one_back_to_review(
    say: Say, alice: Member, mo: Member
) -> None:
    first, second, _ = (say(f"Words number {n}", alice) for n in range(3))
    remove(first, mo)
    assert not is_paused(alice)
    remove(second, mo)
    assert is_paused(alice)
    comment = say("The next words", alice)
    assert comment.state == "pending"
    assert [reason["code"] for reason in comment.reasons] == ["trust-paused"]


def test_it_ends_by_itself_after_a_week(say: Say, alice: Member, mo: Member) -> None:
    for number in range(2):
        remove(say(f"Words number {number}", alice), mo)
    alice.refresh_from_db()
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert say("Words a week later", alice).is_visible


def test_what_is_taken_back_or_reversed_gives_trust_back(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    decisions = [remove(say(f"Words number {n}", alice), mo) for n in range(2)]
    undo_decision(decision=decisions[1], moderator=mo)
    assert not is_paused(alice)
    again = remove(Comment.objects.get(pk=decisions[1].comment_id), mo)
    assert is_paused(alice)
    appeal = lodge_appeal(decision=again, author=alice, words="Why?")
    reverse_decision(appeal=appeal, moderator=mia, words="You are right.")
    assert not is_paused(alice)


def test_who_changed_what_was_sent_back_is_not_held_to_it(
    say: Say, nadia: Member, mo: Member
) -> None:
    for number in range(2):
        comment = say(f"Words number {number}", nadia)
        ask_revision(comment=comment, moderator=mo, version=1, ground="dose")
    assert is_paused(nadia)
    edit_comment(comment=Comment.objects.get(pk=comment.pk), author=nadia, text="Better words")
    assert is_paused(nadia)  # nobody has read it yet
    approve_comment(comment=Comment.objects.get(pk=comment.pk), moderator=mo, version=2)
    assert not is_paused(nadia)


def test_what_was_published_with_words_blanked_is_not_rejected(
    say: Say, nadia: Member, mo: Member
) -> None:
    comments = [say(f"Words number {number}, and a name", nadia) for number in range(2)]
    for comment in comments:
        ask_revision(comment=comment, moderator=mo, version=1, ground="personal_details")
    edit_comment(comment=Comment.objects.get(pk=comment.pk), author=nadia, text="Still a name")
    redact_comment(
        comment=Comment.objects.get(pk=comment.pk), moderator=mo, version=2,
        ground="personal_details", wordings=["a name"],
    )  # fmt: skip
    assert not is_paused(nadia)


def test_what_another_moderator_restored_is_not_rejected(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    comments = [say(f"Words number {number}", alice) for number in range(2)]
    for comment in comments:
        remove(comment, mo)
    assert is_paused(alice)
    restore_comment(comment=Comment.objects.get(pk=comment.pk), moderator=mia, version=1)
    assert not is_paused(alice)


def test_taking_back_what_was_rejected_makes_it_no_better(
    say: Say, nadia: Member, mo: Member
) -> None:
    comments = [say(f"Words number {number}", nadia) for number in range(2)]
    for comment in comments:
        reject_comment(comment=comment, moderator=mo, version=1, ground="dose")
    withdraw_comment(comment=Comment.objects.get(pk=comment.pk), author=nadia)
    approve_comment(comment=say("Kinder words", nadia), moderator=mo, version=1)
    assert is_paused(nadia)


def test_one_comment_rejected_twice_counts_once(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    for version in (1, 2):
        comment = Comment.objects.get(pk=comment.pk)
        ask_revision(comment=comment, moderator=mo, version=version, ground="dose")
        edit_comment(comment=comment, author=nadia, text=f"Words {version}")
    assert not is_paused(nadia)


def test_what_is_older_than_a_week_counts_neither_way(say: Say, alice: Member, mo: Member) -> None:
    old = [say(f"Fine words, number {number}", alice) for number in range(8)]
    Comment.objects.update(created_at=timezone.now() - WEEK - timedelta(hours=1))
    for comment in old[:3]:
        remove(comment, mo)
    assert not is_paused(alice)
    for number in range(2):
        remove(say(f"Words number {number}", alice), mo)
    assert is_paused(alice)


def test_approvals_dilute_it(say: Say, alice: Member, mo: Member) -> None:
    for number in range(8):
        say(f"Fine words, number {number}", alice)
    Comment.objects.update(created_at=timezone.now() - timedelta(hours=1))
    for number in range(2):
        remove(say(f"Words number {number}", alice), mo)
    assert not is_paused(alice)


def test_the_author_is_told_why_and_until_when(say: Say, alice: Member, mo: Member) -> None:
    for number in range(2):
        remove(say(f"Words number {number}", alice), mo)
    alice.refresh_from_db()
    say("The next words", alice)
    until = exact_time(alice.trust_paused_until)
    client = signed_in(alice)
    for address in ("/account/", "/account/decisions/"):
        assert f"ends by itself on {until}" in text(client, address)
    assert "Several of your posts could not be published lately" in text(
        client, "/account/comments/"
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_rejections_at_once_both_count(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    other = publish_article(article=create_article(title="Another", body_html="<p>Words</p>"))
    comments = [
        say("Words here", alice),
        post_comment(thread=open_thread(other), author=alice, text="Words there").comment,
    ]

    def act(comment: Comment, moderator: Member) -> None:
        try:
            remove(comment, moderator)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(act, comments, (mo, mia)))
    assert is_paused(alice)


def test_the_values_are_settings(say: Say, nadia: Member, alice: Member, mo: Member) -> None:
    with override_settings(TRUST_APPROVED_POSTS=1):
        approve_comment(comment=say("First", nadia), moderator=mo, version=1)
        nadia.refresh_from_db()
        assert say("Second words", nadia).is_visible
    with override_settings(TRUST_REJECTIONS_MIN=1):
        remove(say("Words", alice), mo)
        assert is_paused(alice)
