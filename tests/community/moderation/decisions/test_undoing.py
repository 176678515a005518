"""Taking back one's own decision."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import (
    approve_comment,
    keep_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.decisions.undoing import UNDO_TIME, undo_decision
from community.moderation.models import Decision, Flag
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.models import Comment

Say = Callable[..., Comment]
State = Comment.State


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def approve(comment: Comment, moderator: Member) -> Decision:
    return approve_comment(comment=comment, moderator=moderator, version=comment.version)


def test_an_approval_taken_back_waits_where_it_waited(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    began = timezone.now() - timedelta(hours=3)
    Comment.objects.filter(pk=comment.pk).update(waiting_since=began)
    undo_decision(decision=approve(fresh(comment), mo), moderator=mo)
    comment = fresh(comment)
    assert comment.state == State.PENDING
    assert abs(comment.waiting_since - began) < timedelta(seconds=2)
    assert comment.thread.comment_count == 0
    nadia.refresh_from_db()
    assert nadia.approved_posts == 0


def test_a_rejection_taken_back_waits_again(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    decision = reject_comment(comment=comment, moderator=mo, version=1, ground="attack")
    row = undo_decision(decision=decision, moderator=mo)
    assert fresh(comment).state == State.PENDING and fresh(comment).waiting_since
    assert (row.kind, row.reverses) == ("undo", decision)


def test_a_removal_taken_back_is_seen_again(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    decision = remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    undo_decision(decision=decision, moderator=mo)
    assert fresh(comment).is_visible and fresh(comment).waiting_since is None


def test_a_restoration_taken_back_is_removed_again(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    decision = restore_comment(comment=fresh(comment), moderator=mo, version=1)
    undo_decision(decision=decision, moderator=mo)
    assert fresh(comment).state == State.REMOVED


def test_flags_wait_again_with_the_comment(
    say: Say, alice: Member, bob: Member, mo: Member
) -> None:
    comment = say("Words", alice)
    Comment.objects.filter(pk=comment.pk).update(waiting_since=timezone.now(), urgency=60)
    flag = Flag.objects.create(
        comment=comment, flagger=bob, reason="attack", snapshot="Words", version=1
    )
    decision = keep_comment(comment=fresh(comment), moderator=mo, version=1)
    flag.refresh_from_db()
    assert flag.outcome == Flag.Outcome.DECLINED
    undo_decision(decision=decision, moderator=mo)
    flag.refresh_from_db()
    assert flag.outcome == Flag.Outcome.OPEN and fresh(comment).waiting_since


def test_a_decision_can_be_taken_back_for_ten_minutes(say: Say, nadia: Member, mo: Member) -> None:
    decision = approve(say("Words", nadia), mo)
    late, second = decision.decided_at + UNDO_TIME, timedelta(seconds=1)
    with time_machine.travel(late + second, tick=False), pytest.raises(NotAllowed):
        undo_decision(decision=decision, moderator=mo)
    with time_machine.travel(late - second, tick=False):
        undo_decision(decision=decision, moderator=mo)


def test_nobody_takes_back_what_somebody_else_decided(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    decision = approve(say("Words", nadia), mo)
    with pytest.raises(NotAllowed):
        undo_decision(decision=decision, moderator=mia)


@pytest.mark.parametrize("happened", ["edited", "taken back", "decided", "undone"])
def test_nothing_is_taken_back_after_something_happened(
    say: Say, alice: Member, mo: Member, mia: Member, happened: str
) -> None:
    comment = say("Words", alice)
    decision = remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    decision = restore_comment(comment=fresh(comment), moderator=mo, version=1)
    if happened == "edited":
        edit_comment(comment=fresh(comment), author=alice, text="Other words")
    elif happened == "taken back":
        withdraw_comment(comment=fresh(comment), author=alice)
    elif happened == "decided":
        remove_comment(comment=fresh(comment), moderator=mia, version=1, ground="attack")
    else:
        undo_decision(decision=decision, moderator=mo)
    state = fresh(comment).state
    with pytest.raises(NotAllowed):
        undo_decision(decision=decision, moderator=mo)
    assert fresh(comment).state == state


def test_an_author_hears_of_neither_when_nobody_told_the_first(
    say: Say, nadia: Member, mo: Member
) -> None:
    undo_decision(decision=approve(say("Words", nadia), mo), moderator=mo)
    tell_waiting_events()
    assert mail.outbox == []


def test_an_author_who_was_told_is_told_again(say: Say, nadia: Member, mo: Member) -> None:
    decision = approve(say("Words", nadia), mo)
    tell_waiting_events()
    undo_decision(decision=decision, moderator=mo)
    tell_waiting_events()
    assert "taken back" in mail.outbox[-1].subject and len(mail.outbox) == 2
