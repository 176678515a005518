"""Posting, editing, withdrawing, erasing."""

import pytest

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.outbox.models import OutboxEvent
from community.screening.reasons import Code
from community.threads.actions import (
    edit_comment,
    erase_comment,
    post_comment,
    withdraw_comment,
)
from community.threads.models import Comment, Thread
from community.threads.posting.restraints import NotAllowed
from community.threads.posting.submissions import Guest
from community.threads.posting.verdicts import Refused
from community.threads.tree import OPEN_REPLIES
from community.yardsticks.models import BlockedTerm

State, Placement = Comment.State, Comment.Placement


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def say(thread: Thread, author, text="Words", parent=None) -> Comment:
    return post_comment(thread=thread, author=author, text=text, parent=parent).comment


def test_a_proven_member_is_read_at_once(thread: Thread, alice: Member) -> None:
    comment = say(thread, alice, "Hello <b>you</b>")
    assert comment.state == State.VISIBLE
    assert "Hello <b>you</b>" in comment.piece
    thread.refresh_from_db()
    assert (thread.comment_count, thread.article.comment_count) == (1, 1)


def test_a_guest_waits_for_a_moderator(thread: Thread, gus: Guest) -> None:
    comment = say(thread, gus)
    assert comment.state == State.PENDING and comment.waiting_since
    assert [reason["code"] for reason in comment.reasons] == [Code.NEW_AUTHOR]
    thread.refresh_from_db()
    assert thread.comment_count == 0


def test_a_new_member_waits_and_then_does_not(thread: Thread, nadia: Member, mo: Member) -> None:
    for n in range(2):
        first = say(thread, nadia, f"My words, number {n}")
        assert first.state == State.PENDING
        approve_comment(comment=first, moderator=mo, version=1)
        nadia.refresh_from_db()
    assert say(thread, nadia, "And a third time").state == State.VISIBLE


def test_the_post_and_what_happened_are_written_together(thread: Thread, gus: Guest) -> None:
    comment = say(thread, gus)
    event = OutboxEvent.objects.get(kind=OutboxEvent.Kind.COMMENT_POSTED)
    assert event.subject_id == comment.pk


def test_the_same_words_in_the_same_place_are_one_comment(thread: Thread, gus: Guest) -> None:
    first = post_comment(thread=thread, author=gus, text="Hello")
    again = post_comment(thread=thread, author=gus, text="Hello")
    assert (first.is_repeated, again.is_repeated) == (False, True)
    assert again.comment == first.comment and Comment.objects.count() == 1


def test_two_people_may_say_the_same(thread: Thread, gus: Guest, alice: Member) -> None:
    say(thread, gus, "Thank you")
    say(thread, Guest("Greta"), "Thank you")
    say(thread, alice, "Thank you")
    assert Comment.objects.count() == 3


def test_what_was_taken_back_may_be_said_again(thread: Thread, alice: Member) -> None:
    withdraw_comment(comment=say(thread, alice, "Hello"), author=alice)
    assert not post_comment(thread=thread, author=alice, text="Hello").is_repeated


def test_crisis_words_are_kept_and_come_first(thread: Thread, alice: Member, gus: Guest) -> None:
    BlockedTerm.objects.create(term="kill", outcome=BlockedTerm.Outcome.REFUSE)
    say(thread, gus, "Hello")
    crisis = say(thread, alice, "I want to kill myself")
    assert crisis.state == State.PENDING
    first = Comment.objects.pending().order_by("-urgency").first()
    assert first == crisis


def test_a_refused_word_stores_nothing(thread: Thread, alice: Member) -> None:
    BlockedTerm.objects.create(term="wonderpill", outcome=BlockedTerm.Outcome.REFUSE)
    with pytest.raises(Refused) as refusal:
        say(thread, alice, "Buy wonderpill")
    assert refusal.value.verdict.reasons
    assert not Comment.objects.exists()


def test_nobody_answers_what_cannot_be_read(thread: Thread, alice: Member, gus: Guest) -> None:
    with pytest.raises(NotAllowed):
        say(thread, alice, "A reply", parent=say(thread, gus))


def test_a_full_branch_folds_what_comes_later(thread: Thread, bob: Member, grow) -> None:
    root = grow(1)[0]
    grow(OPEN_REPLIES, fresh(root))
    late = say(thread, bob, "Late", parent=fresh(root))
    later = say(thread, bob, "Later", parent=late)
    assert (late.placement, later.placement) == (Placement.FOLDED, Placement.FOLDED)
    assert fresh(root).visible_below == OPEN_REPLIES + 2


def test_a_gap_keeps_its_place_while_it_has_replies(
    thread: Thread, alice: Member, bob: Member
) -> None:
    parent = say(thread, alice, "Mine")
    reply = say(thread, bob, "Yours", parent=parent)
    withdraw_comment(comment=fresh(parent), author=alice)
    assert fresh(parent).placement == Placement.OPEN
    assert "took it" in fresh(parent).piece or "took this comment back" in fresh(parent).piece
    assert "Mine" not in fresh(parent).piece
    withdraw_comment(comment=fresh(reply), author=bob)
    assert fresh(parent).placement == Placement.NOWHERE
    assert fresh(reply).placement == Placement.NOWHERE


def test_a_gap_comes_back_with_a_late_reply(
    thread: Thread, alice: Member, nadia: Member, mo: Member
) -> None:
    parent = say(thread, alice, "Mine")
    reply = say(thread, nadia, "A question to you", parent=parent)
    withdraw_comment(comment=fresh(parent), author=alice)
    assert fresh(parent).placement == Placement.NOWHERE
    approve_comment(comment=reply, moderator=mo, version=1)
    assert fresh(parent).placement == Placement.OPEN


def test_counts_go_down_with_what_is_hidden(
    thread: Thread, alice: Member, bob: Member, mo: Member
) -> None:
    parent = say(thread, alice, "Mine")
    reply = say(thread, bob, "Yours", parent=parent)
    remove_comment(comment=reply, moderator=mo, version=1, ground="attack")
    thread.refresh_from_db()
    assert (thread.comment_count, fresh(parent).visible_below) == (1, 0)


def test_an_edit_keeps_what_was_said_before(thread: Thread, alice: Member) -> None:
    comment = say(thread, alice, "First words")
    edited = edit_comment(comment=comment, author=alice, text="Second words")
    assert edited.state == State.VISIBLE and edited.version == 2 and edited.edited_at
    assert "Second words" in edited.piece and "edited" in edited.piece
    assert [v.body for v in edited.versions.all()] == ["First words"]


def test_an_edit_that_changes_nothing_is_no_edit(thread: Thread, alice: Member) -> None:
    comment = say(thread, alice, "First words")
    assert edit_comment(comment=comment, author=alice, text="First words").version == 1


def test_an_edit_of_a_few_words_does_not_wait_as_a_repeat(thread: Thread, alice: Member) -> None:
    words = "I tried the warm pool on Mondays and it did help my shoulders a little."
    comment = say(thread, alice, words)
    edited = edit_comment(comment=comment, author=alice, text=words.replace("Mon", "Fri"))
    assert edited.state == State.VISIBLE and edited.reasons == []
    again = say(thread, alice, words.replace("Mon", "Sun"), parent=comment)
    assert [reason["code"] for reason in again.reasons] == [Code.SAME_TEXT]


def test_an_edit_that_is_held_is_not_shown(thread: Thread, alice: Member) -> None:
    comment = say(thread, alice, "First words")
    edited = edit_comment(comment=comment, author=alice, text="Call me on 030 1234567 tonight")
    assert edited.state == State.PENDING and edited.placement == Placement.NOWHERE
    thread.refresh_from_db()
    assert thread.comment_count == 0


def test_editing_a_waiting_comment_keeps_its_turn(thread: Thread, gus: Guest) -> None:
    comment = say(thread, gus, "First words")
    edited = edit_comment(comment=comment, author=gus, text="Second words")
    assert edited.waiting_since == comment.waiting_since


def test_a_rejected_comment_can_be_changed_and_sent_again(
    thread: Thread, gus: Guest, mo: Member
) -> None:
    comment = say(thread, gus, "Take my pills")
    reject_comment(comment=comment, moderator=mo, version=1, ground="medical_advice")
    edited = edit_comment(comment=fresh(comment), author=gus, text="My pills helped me")
    assert edited.state == State.PENDING and edited.waiting_since


def test_nobody_changes_somebody_elses_words(
    thread: Thread, alice: Member, bob: Member, gus: Guest
) -> None:
    comment = say(thread, alice)
    for other in (bob, gus):
        with pytest.raises(NotAllowed):
            edit_comment(comment=comment, author=other, text="Ha")
        with pytest.raises(NotAllowed):
            withdraw_comment(comment=comment, author=other)
        with pytest.raises(NotAllowed):
            erase_comment(comment=comment, author=other)


def test_erasing_leaves_no_word(thread: Thread, gus: Guest, mo: Member, alice: Member) -> None:
    comment = say(thread, gus, "Secretword one, call 030 1234567")
    edit_comment(comment=comment, author=gus, text="Secretword two")
    erase_comment(comment=fresh(comment), author=gus)
    erased = fresh(comment)
    everything = " ".join(str(getattr(erased, f.attname)) for f in Comment._meta.concrete_fields)
    for trace in ("Secretword", "Gus", "gus@people.example", "1234567"):
        assert trace not in everything
    assert not erased.versions.exists()


def test_what_a_moderator_removed_stays_removed_when_it_is_erased(
    thread: Thread, alice: Member, mo: Member
) -> None:
    comment = say(thread, alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    erase_comment(comment=fresh(comment), author=alice)
    assert fresh(comment).state == State.REMOVED and fresh(comment).body == ""


def test_deep_replies_name_whom_they_answer(thread: Thread, alice: Member, grow) -> None:
    parent = grow(1)[0]
    for _ in range(3):
        parent = grow(1, fresh(parent))[0]
    assert "In reply to" in fresh(parent).piece
    assert "In reply to" not in fresh(parent.parent).piece
