"""Deciding: who may, on which words, and what it leaves behind."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import (
    approve_comment,
    ask_revision,
    keep_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.decisions.moves import open_kinds
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.models import Decision
from community.outbox.models import OutboxEvent
from community.threads.actions import edit_comment, erase_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest

State, Kind, Ground = Comment.State, Decision.Kind, Decision.Ground
Say = Callable[..., Comment]


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def reject(comment: Comment, moderator: Member, **changes: object) -> Decision:
    given = {"version": comment.version, "ground": Ground.OFF_TOPIC, **changes}
    return reject_comment(comment=comment, moderator=moderator, **given)


def remove(comment: Comment, moderator: Member, **changes: object) -> Decision:
    given = {"version": comment.version, "ground": Ground.ATTACK, **changes}
    return remove_comment(comment=comment, moderator=moderator, **given)


def approve(comment: Comment, moderator: Member) -> Decision:
    return approve_comment(comment=comment, moderator=moderator, version=comment.version)


def test_an_approved_comment_is_visible_and_waits_no_longer(say: Say, mo: Member) -> None:
    comment = say()
    approve(comment, mo)
    comment = fresh(comment)
    assert comment.state == State.VISIBLE
    assert comment.waiting_since is None


def test_a_decision_leaves_a_row_and_an_event(say: Say, mo: Member) -> None:
    comment = say("Call 030 1234567")
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        decision = reject(comment, mo, words="  Without the number, please. ")
    row = Decision.objects.get()
    assert row == decision
    assert (row.comment, row.version, row.moderator) == (comment, 1, mo)
    assert (row.kind, row.ground, row.words) == (
        "reject",
        "off_topic",
        "Without the number, please.",
    )
    assert row.screening_codes == ["phone", "new-author"]
    assert abs(row.waited_seconds - 7200) < 60
    assert not row.is_automated
    event = OutboxEvent.objects.get(kind=OutboxEvent.Kind.COMMENT_DECIDED)
    assert event.subject_id == row.pk


def test_a_clock_set_back_makes_no_negative_wait(say: Say, mo: Member) -> None:
    comment = say()
    with time_machine.travel(timezone.now() - timedelta(hours=2)):
        assert approve(comment, mo).waited_seconds == 0


def test_only_what_waited_counts_as_a_wait(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    assert remove(comment, mo).waited_seconds == 0
    restored = restore_comment(comment=comment, moderator=mo, version=1)
    assert restored.waited_seconds == 0 and restored.lane == ""


def test_a_removed_comment_can_be_restored(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    comment = say("Words", alice)
    remove(comment, mo)
    assert fresh(comment).state == State.REMOVED
    restore_comment(comment=comment, moderator=mia, version=1, words="It was a quotation.")
    assert fresh(comment).state == State.VISIBLE


def test_a_rejected_comment_can_be_restored(say: Say, mo: Member) -> None:
    comment = say()
    reject(comment, mo)
    restore_comment(comment=comment, moderator=mo, version=1)
    assert fresh(comment).state == State.VISIBLE


@pytest.mark.parametrize("ground", ["", "nonsense"])
def test_nothing_is_rejected_without_a_reason_from_the_list(
    say: Say, mo: Member, ground: str
) -> None:
    comment = say()
    with pytest.raises(NotAllowed, match="choose a reason"):
        reject(comment, mo, ground=ground)
    assert fresh(comment).state == State.PENDING


def test_members_decide_nothing(say: Say, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        approve(say(), alice)


def test_a_moderator_who_left_decides_nothing(say: Say, mo: Member) -> None:
    mo.is_active = False
    with pytest.raises(NotAllowed):
        approve(say(), mo)


def test_staff_decide_too(say: Say, stefan: Member) -> None:
    approve(say(), stefan)
    assert Decision.objects.get().moderator == stefan


def test_nobody_decides_on_their_own_comment(say: Say, mo: Member, mia: Member) -> None:
    comment = say("Words of Mo", mo)
    with pytest.raises(NotAllowed, match="own comments"):
        approve(comment, mo)
    approve(comment, mia)


def test_the_second_is_told_who_was_first(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    first = approve(comment, mo)
    with pytest.raises(AlreadyDecided) as told:
        reject(comment, mia)
    assert told.value.decision == first
    assert told.value.decision.moderator == mo
    assert Decision.objects.count() == 1


def test_words_that_changed_are_not_decided(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    edit_comment(comment=comment, author=nadia, text="Other words")
    with pytest.raises(WordsChanged) as told:
        approve_comment(comment=comment, moderator=mo, version=1)
    assert told.value.comment.version == 2
    assert not Decision.objects.exists()
    approve_comment(comment=comment, moderator=mo, version=2)


def test_who_decided_on_the_new_words_was_first_all_the_same(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = say("Words", nadia)
    edit_comment(comment=comment, author=nadia, text="Other words")
    first = approve_comment(comment=comment, moderator=mia, version=2)
    with pytest.raises(AlreadyDecided) as told:
        approve_comment(comment=comment, moderator=mo, version=1)
    assert told.value.decision == first


def test_what_the_author_took_back_is_not_decided(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    withdraw_comment(comment=comment, author=nadia)
    with pytest.raises(AlreadyDecided) as told:
        approve(comment, mo)
    assert told.value.comment.state == State.WITHDRAWN
    assert told.value.decision is None


def test_what_was_erased_stays_erased(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    remove(comment, mo)
    erase_comment(comment=fresh(comment), author=alice)
    assert open_kinds(fresh(comment)) == []
    with pytest.raises(AlreadyDecided):
        restore_comment(comment=comment, moderator=mo, version=1)


@pytest.mark.parametrize("state", State.values)
def test_every_state_has_its_decisions(state: str) -> None:
    expected = {
        State.PENDING: {Kind.APPROVE, Kind.REVISE, Kind.REJECT},
        State.VISIBLE: {Kind.REMOVE},
        State.REJECTED: {Kind.RESTORE},
        State.REMOVED: {Kind.RESTORE},
        State.WITHDRAWN: set(),
    }
    assert expected[State(state)] <= set(open_kinds(Comment(state=state)))


def test_what_readers_have_seen_is_removed_and_what_they_have_not_is_not_published() -> None:
    hidden = Comment(state=State.PENDING, reasons=[{"code": "flagged"}])
    assert Kind.REMOVE in open_kinds(hidden) and Kind.REJECT not in open_kinds(hidden)
    never_seen = Comment(state=State.PENDING)
    assert Kind.REJECT in open_kinds(never_seen) and Kind.REMOVE not in open_kinds(never_seen)


def test_a_visible_comment_is_kept_only_where_somebody_asked() -> None:
    assert Kind.KEEP not in open_kinds(Comment(state=State.VISIBLE))
    asked = Comment(state=State.VISIBLE, waiting_since=timezone.now())
    assert Kind.KEEP in open_kinds(asked)


def test_a_flagged_comment_that_is_kept_waits_no_longer(
    say: Say, alice: Member, mo: Member
) -> None:
    comment = say("Words", alice)
    Comment.objects.filter(pk=comment.pk).update(waiting_since=timezone.now(), urgency=60)
    keep_comment(comment=fresh(comment), moderator=mo, version=1)
    assert fresh(comment).is_visible and fresh(comment).waiting_since is None


def test_a_comment_sent_back_can_be_changed_and_waits_again(
    say: Say, nadia: Member, mo: Member
) -> None:
    comment = say("Words", nadia)
    ask_revision(comment=comment, moderator=mo, version=1, ground=Ground.DOSE)
    assert fresh(comment).state == State.REJECTED
    edit_comment(comment=fresh(comment), author=nadia, text="Other words")
    assert fresh(comment).state == State.PENDING and fresh(comment).waiting_since


def test_the_log_says_in_which_lane_and_state_it_was(say: Say, nadia: Member, mo: Member) -> None:
    decision = approve(say("Words", nadia), mo)
    assert (decision.lane, decision.state_before) == ("new", "pending")


def test_an_approved_post_earns_its_author_trust(say: Say, nadia: Member, mo: Member) -> None:
    approve(say("Words", nadia), mo)
    approve(say("Other words", nadia), mo)
    nadia.refresh_from_db()
    assert nadia.approved_posts == 2


def test_a_rejected_post_earns_nothing(say: Say, nadia: Member, mo: Member) -> None:
    reject(say("Words", nadia), mo)
    nadia.refresh_from_db()
    assert nadia.approved_posts == 0


def test_a_post_edited_and_approved_again_earns_trust_once(
    say: Say, nadia: Member, mo: Member
) -> None:
    comment = say("Words", nadia)
    approve(comment, mo)
    edit_comment(comment=comment, author=nadia, text="Other words")
    approve(fresh(comment), mo)
    nadia.refresh_from_db()
    assert nadia.approved_posts == 1


def test_a_guests_approved_post_counts_for_nobody(
    say: Say, gus: Guest, nadia: Member, mo: Member
) -> None:
    approve(say("Words", gus), mo)
    nadia.refresh_from_db()
    assert nadia.approved_posts == 0
