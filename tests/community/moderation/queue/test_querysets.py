"""What the queue and the log read."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment
from community.moderation.queue.querysets import (
    deciders,
    place_of,
    queue,
    queue_from,
    totals,
)
from community.screening.reasons import URGENCY_CRISIS
from community.threads.actions import withdraw_comment
from community.threads.models import Comment

Say = Callable[..., Comment]


@pytest.fixture
def waiting(say: Say) -> list[Comment]:
    """Comments in the order in which they should be read."""
    order = [(URGENCY_CRISIS, 1), (URGENCY_CRISIS, 0), (40, 9), (10, 30), (10, 5), (10, 5)]
    made = []
    for number, (urgency, minutes) in enumerate(order):
        comment = say(f"Words, number {number}")
        since = NOW - timedelta(minutes=minutes)
        Comment.objects.filter(pk=comment.pk).update(urgency=urgency, waiting_since=since)
        made.append(comment)
    return made


NOW = timezone.now()


def test_the_most_urgent_come_first_then_the_longest_waiting(waiting: list[Comment]) -> None:
    assert list(queue()) == waiting


def test_the_order_does_not_depend_on_the_order_of_arrival(waiting: list[Comment]) -> None:
    Comment.objects.filter(pk=waiting[0].pk).update(urgency=0)
    assert list(queue()) == [*waiting[1:], waiting[0]]


def test_the_queue_can_begin_anywhere(waiting: list[Comment]) -> None:
    for number, comment in enumerate(queue()):
        assert list(queue_from(place_of(comment))) == waiting[number:]


def test_a_place_stays_when_its_comment_is_gone(waiting: list[Comment], mo: Member) -> None:
    place = place_of(queue()[2])
    approve_comment(comment=waiting[2], moderator=mo, version=1)
    assert list(queue_from(place)) == waiting[3:]


def test_what_is_decided_or_taken_back_waits_no_longer(say: Say, nadia: Member, mo: Member) -> None:
    first, second, third = say("One"), say("Two", nadia), say("Three")
    approve_comment(comment=first, moderator=mo, version=1)
    withdraw_comment(comment=second, author=nadia)
    assert list(queue()) == [third]


def test_the_counts_are_those_of_the_queue(waiting: list[Comment], mo: Member) -> None:
    approve_comment(comment=waiting[1], moderator=mo, version=1)
    counted = totals(mo)
    assert (counted.waiting, counted.crisis) == (5, 1)
    assert counted.oldest == NOW - timedelta(minutes=30)


def test_an_empty_queue_counts_nothing(mo: Member) -> None:
    counted = totals(mo)
    assert (counted.waiting, counted.crisis, counted.oldest) == (0, 0, None)


def test_a_former_moderator_stays_among_the_deciders(
    say: Say, mo: Member, mia: Member, alice: Member
) -> None:
    approve_comment(comment=say(), moderator=mo, version=1)
    Member.objects.filter(pk=mo.pk).update(role=Member.Role.MEMBER)
    assert list(deciders()) == [mo]
