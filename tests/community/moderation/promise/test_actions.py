"""The promise to writers: counted from the log, honest when nobody reads."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, remove_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.promise.actions import count_promise
from community.threads.models import Comment
from community.yardsticks.waiting import FEW, usual_wait

Say = Callable[..., Comment]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def read(say: Say, nadia: Member, mo: Member) -> Callable[..., None]:
    """Nadia writes, and Mo reads it after a while: `read(hours=2)`."""
    numbers = iter(range(1_000))

    def write_and_read(times: int = 1, **wait: float) -> None:
        for _ in range(times):
            comment = say(f"Words of Nadia, number {next(numbers)}", nadia)
            since = timezone.now() - timedelta(**wait)
            Comment.objects.filter(pk=comment.pk).update(
                waiting_since=since, created_at=since, state="pending"
            )
            comment.refresh_from_db()
            approve_comment(comment=comment, moderator=mo, version=1)

    return write_and_read


def test_without_decisions_the_time_is_a_hope(db: None) -> None:
    count_promise()
    assert str(usual_wait()) == "a day"


def test_a_few_decisions_promise_nothing_yet(read: Callable[..., None]) -> None:
    read(FEW - 1, minutes=5)
    count_promise()
    assert str(usual_wait()) == "a day"
    read(1, minutes=5)
    count_promise()
    assert str(usual_wait()) == "15 minutes"


def test_the_promise_is_what_four_of_five_had(read: Callable[..., None]) -> None:
    read(8, minutes=50)
    read(2, days=3)
    count_promise()
    assert str(usual_wait()) == "an hour"


def test_what_still_waits_counts_before_anybody_read_it(
    read: Callable[..., None], say: Say, nadia: Member
) -> None:
    read(10, minutes=10)
    for number in range(10):
        comment = say(f"Waiting words, number {number}", nadia)
        long_ago = timezone.now() - timedelta(days=4)
        Comment.objects.filter(pk=comment.pk).update(waiting_since=long_ago, state="pending")
    count_promise()
    assert str(usual_wait()) == "a week"


def test_removals_and_what_was_taken_back_are_no_waits(
    read: Callable[..., None], say: Say, alice: Member, nadia: Member, mo: Member
) -> None:
    read(FEW, minutes=10)
    remove_comment(comment=say("Words", alice), moderator=mo, version=1, ground="attack")
    slip = say("Other words", nadia)
    Comment.objects.filter(pk=slip.pk).update(state="pending", waiting_since=timezone.now())
    slip.refresh_from_db()
    undo_decision(decision=approve_comment(comment=slip, moderator=mo, version=1), moderator=mo)
    assert count_promise().decisions == FEW


def test_writers_are_told_when_nobody_reads(read: Callable[..., None], thread: object) -> None:
    for day in range(10):
        for hour in range(8, 20):
            with time_machine.travel(NOON + timedelta(days=day, hours=hour - 12), tick=False):
                read(1, minutes=20)
    with time_machine.travel(NOON + timedelta(days=10), tick=False):
        count_promise()
        assert usual_wait().quiet == "Nobody usually reads between 20:00 and 8:00 (UTC)."
        page = Client().get("/guidelines/").content.decode()
    assert "usually within an hour. Nobody usually reads between 20:00 and 8:00 (UTC)." in page


def test_a_count_replaces_the_one_before(read: Callable[..., None]) -> None:
    read(FEW, minutes=5)
    assert count_promise() != count_promise()
    assert str(usual_wait()) == "15 minutes"
