"""When trust pauses, and when it comes back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.models import Decision
from community.moderation.sanctions.trust import paused_until
from community.threads.models import Comment

Say = Callable[..., Comment]
NOW = datetime(2026, 11, 20, tzinfo=UTC)
WEEK = timedelta(days=7)


def days_ago(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("rejections", "posts", "until"),
    [
        ([], 10, None),
        ([1], 1, None),  # a bad day
        ([1, 2], 10, None),  # a fifth
        ([1, 2], 4, 5),  # half: over once the older one is a week old
        ([1, 2, 3], 10, 4),  # 30 % exactly
        ([1, 2, 3, 4], 4, 5),  # until fewer than two are left
    ],
)
def test_trust_pauses_until_enough_rejections_are_a_week_old(
    rejections: list[int], posts: int, until: int | None
) -> None:
    found = paused_until(days_ago(*rejections), posts, share=0.3, least=2, window=WEEK)
    assert found == (NOW + timedelta(days=until) if until else None)


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


def test_one_comment_rejected_twice_counts_once(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    reject_comment(comment=comment, moderator=mo, version=1, ground="dose")
    Comment.objects.filter(pk=comment.pk).update(state="pending")
    comment.refresh_from_db()
    reject_comment(comment=comment, moderator=mo, version=1, ground="dose")
    assert not is_paused(nadia)


def test_approvals_dilute_it(say: Say, alice: Member, mo: Member) -> None:
    for number in range(8):
        say(f"Fine words, number {number}", alice)
    Comment.objects.update(created_at=timezone.now() - timedelta(hours=1))
    for number in range(2):
        remove(say(f"Words number {number}", alice), mo)
    assert not is_paused(alice)


def test_the_values_are_settings(say: Say, nadia: Member, alice: Member, mo: Member) -> None:
    with override_settings(TRUST_APPROVED_POSTS=1):
        approve_comment(comment=say("First", nadia), moderator=mo, version=1)
        nadia.refresh_from_db()
        assert say("Second words", nadia).is_visible
    with override_settings(TRUST_REJECTIONS_MIN=1):
        remove(say("Words", alice), mo)
        assert is_paused(alice)
