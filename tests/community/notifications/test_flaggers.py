"""Who flagged a comment is told once what came of it, and again when that holds no longer."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.decisions.actions import keep_comment, remove_comment
from community.moderation.decisions.models import Decision
from community.moderation.decisions.undoing import undo_decision
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Flag
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import erase_comment, post_comment
from community.threads.models import Comment, Thread
from tests.community.notifications.test_handing import FULL, refusing

AGAIN = "We wrote to you about it before."


@pytest.fixture
def comment(thread: Thread, alice: Member, bob: Member) -> Comment:
    """A comment by Alice that Bob flagged."""
    comment = post_comment(thread=thread, author=alice, text="You are all lazy.").comment
    flag_comment(comment=comment, flagger=Flagger(bob), reason="attack", words="It says lazy.")
    return comment


def remove(comment: Comment, moderator: Member) -> Decision:
    comment = Comment.objects.get(pk=comment.pk)
    return remove_comment(comment=comment, moderator=moderator, version=1, ground="attack")


def told(person: Member) -> list[str]:
    """Tell what waits; returns what the person has read so far."""
    tell_waiting_events()
    return [message.body for message in mail.outbox if message.to == [person.email]]


def test_a_decision_taken_back_before_anybody_heard_of_it_is_not_told(
    comment: Comment, bob: Member, mo: Member
) -> None:
    undo_decision(decision=remove(comment, mo), moderator=mo)
    assert told(bob) == []


def test_a_decision_taken_back_later_is_corrected_once(
    comment: Comment, bob: Member, mo: Member
) -> None:
    decision = remove(comment, mo)
    assert len(told(bob)) == 1
    undo_decision(decision=decision, moderator=mo)
    _, correction = told(bob)
    assert AGAIN in correction and "A moderator has not read it yet." in correction
    assert len(told(bob)) == 2


def test_who_flagged_is_told_once_though_the_author_cannot_be_told_now(
    comment: Comment, bob: Member, mo: Member
) -> None:
    decision = remove(comment, mo)
    assert len(told(bob)) == 1
    undo_decision(decision=decision, moderator=mo)
    assert comment.author is not None
    author = comment.author.email
    with refusing(author, answer=FULL):
        assert len(told(bob)) == 2
    OutboxEvent.objects.update(not_before=None)
    assert len(told(bob)) == 2
    assert [letter.to for letter in mail.outbox][-1] == [author]
    assert not OutboxEvent.objects.filter(handled_at=None).exists()


def test_another_answer_says_that_it_replaces_the_first(
    comment: Comment, bob: Member, mo: Member
) -> None:
    decision = remove(comment, mo)
    assert AGAIN not in told(bob)[0]
    undo_decision(decision=decision, moderator=mo)
    keep_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    *_, last = told(bob)
    assert len(told(bob)) == 2  # the correction would be no news
    assert AGAIN in last and "left it as it is" in last


def test_two_answers_at_once_are_one_message(comment: Comment, bob: Member, mo: Member) -> None:
    undo_decision(decision=remove(comment, mo), moderator=mo)
    keep_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    (only,) = told(bob)
    assert "left it as it is" in only and AGAIN not in only


def test_what_was_taken_back_before_it_was_told_is_not_spoken_of_later(
    comment: Comment, bob: Member, mo: Member
) -> None:
    undo_decision(decision=remove(comment, mo), moderator=mo)
    assert told(bob) == []
    keep_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    (only,) = told(bob)
    assert AGAIN not in only


def test_a_correction_never_names_who_decided_or_who_else_flagged(
    comment: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag_comment(comment=comment, flagger=Flagger(nadia), reason="attack")
    decision = remove(comment, mo)
    tell_waiting_events()
    undo_decision(decision=decision, moderator=mo)
    assert all("Nadia" not in body and "Mo" not in body.split() for body in told(bob))


def test_erasing_removed_words_erases_the_copies_at_once(
    comment: Comment, alice: Member, mo: Member
) -> None:
    remove(comment, mo)
    erase_comment(comment=Comment.objects.get(), author=alice)
    tell_waiting_events()
    assert (Flag.objects.get().snapshot, Flag.objects.get().words) == ("", "")


def test_what_was_said_in_a_flag_is_erased_half_a_year_after_the_answer(
    comment: Comment, mo: Member
) -> None:
    remove(comment, mo)
    for late, kept in ((-timedelta(hours=1), "It says lazy."), (timedelta(hours=1), "")):
        with time_machine.travel(timezone.now() + kept_for("flag_words") + late):
            forget_what_is_over()
        assert Flag.objects.get().words == kept
