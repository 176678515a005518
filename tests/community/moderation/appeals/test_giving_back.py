"""What a reversal gives back, and what it does not touch."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.appeals.actions import keep_decision, lodge_appeal, reverse_decision
from community.moderation.appeals.giving_back import AS_IT_IS, OVER, SHOWN, WHOLE
from community.moderation.decisions.actions import reject_comment, remove_comment
from community.moderation.decisions.redacting import redact_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Appeal, Decision, Flag
from community.moderation.sanctions.actions import sanction_member
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import (
    forget_what_is_over,
)
from community.threads.actions import edit_comment, erase_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest

Say = Callable[..., Comment]


def reversed_(decision: Decision, author: Member | Guest, by: Member) -> Decision:
    appeal = lodge_appeal(decision=decision, author=author, words="My reasons")
    return reverse_decision(appeal=appeal, moderator=by, words="You are right.")


def test_the_answer_says_what_came_of_it(say: Say, alice: Member, mo: Member, mia: Member) -> None:
    gone = remove_comment(comment=say("A", alice), moderator=mo, version=1, ground="attack")
    assert reversed_(gone, alice, mia).facts == SHOWN
    blanked = redact_comment(
        comment=say("Call Ann now", alice),
        moderator=mo,
        version=1,
        ground="personal_details",
        wordings=["Ann"],
    )
    assert reversed_(blanked, alice, mia).facts == WHOLE
    assert Comment.objects.get(pk=blanked.comment.pk).body == "Call Ann now"
    tell_waiting_events()
    assert WHOLE in mail.outbox[-1].body


def test_a_sanction_is_over(alice: Member, mo: Member, mia: Member) -> None:
    sanction = sanction_member(member=alice, moderator=mo, kind="ban", ground="attack", words="No.")
    assert reversed_(sanction.decision, alice, mia).facts == OVER
    alice.refresh_from_db()
    assert not alice.is_banned
    tell_waiting_events()
    assert mail.outbox[-1].to == [alice.email] and OVER in mail.outbox[-1].body


def test_what_was_edited_meanwhile_stays_as_it_is_and_that_is_said(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    decision = reject_comment(comment=say("A", nadia), moderator=mo, version=1, ground="dose")
    appeal = lodge_appeal(decision=decision, author=nadia, words="My reasons")
    edit_comment(comment=decision.comment, author=nadia, text="Other words")
    assert reverse_decision(appeal=appeal, moderator=mia, words="Yes.").facts == AS_IT_IS


def test_a_removal_that_came_later_is_not_undone_with_the_hiding(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = say("B", alice)
    for flagger in (Flagger(bob), Flagger(nadia), Flagger(guest_key="g")):
        flag_comment(comment=comment, flagger=flagger, reason="attack")
    hiding = Decision.objects.get(kind="hide")
    appeal = lodge_appeal(decision=hiding, author=alice, words="My reasons")
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    assert reverse_decision(appeal=appeal, moderator=mia, words="Yes.").facts == AS_IT_IS
    assert Comment.objects.get(pk=comment.pk).state == Comment.State.REMOVED


def test_flags_are_answered_when_the_hiding_is_reversed_and_do_not_hide_it_again(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member
) -> None:
    comment = say("B", alice)
    for flagger in (Flagger(bob), Flagger(nadia), Flagger(guest_key="g")):
        flag_comment(comment=comment, flagger=flagger, reason="attack")
    reversed_(Decision.objects.get(kind="hide"), alice, mo)
    assert not Flag.objects.filter(outcome=Flag.Outcome.OPEN).exists()
    for key in ("h", "i", "j", "k"):
        flag_comment(
            comment=Comment.objects.get(pk=comment.pk),
            flagger=Flagger(guest_key=key),
            reason="attack",
        )
    assert Comment.objects.get(pk=comment.pk).is_visible


# -- what is kept --------------------------------------------------------------------------------


@pytest.fixture
def answered(say: Say, nadia: Member, mo: Member, mia: Member) -> Appeal:
    decision = reject_comment(comment=say("A", nadia), moderator=mo, version=1, ground="dose")
    appeal = lodge_appeal(decision=decision, author=nadia, words="My reasons")
    keep_decision(appeal=appeal, moderator=mia, words="It stands.")
    return appeal


def test_the_words_of_an_appeal_are_forgotten_a_year_after_the_answer(answered: Appeal) -> None:
    for late, kept in ((-1, "My reasons"), (1, "")):
        with time_machine.travel(timezone.now() + kept_for("appeal_words") + timedelta(hours=late)):
            forget_what_is_over()
        answered.refresh_from_db()
        assert answered.words == kept


def test_who_erases_a_comment_erases_what_they_wrote_about_it(
    answered: Appeal, nadia: Member
) -> None:
    erase_comment(comment=answered.decision.comment, author=nadia)
    tell_waiting_events()
    answered.refresh_from_db()
    assert answered.words == ""


def test_a_guest_who_waits_for_an_answer_is_still_written_to(
    say: Say, gus: Guest, mo: Member, mia: Member
) -> None:
    comment = say("Words of a guest", gus)
    decision = reject_comment(comment=comment, moderator=mo, version=1, ground="selling")
    appeal = lodge_appeal(decision=decision, author=gus, words="I sell nothing.")
    with time_machine.travel(timezone.now() + kept_for("guest_addresses") + timedelta(hours=1)):
        forget_what_is_over()
        assert Comment.objects.get(pk=comment.pk).author_email == gus.email
        keep_decision(appeal=appeal, moderator=mia, words="It stands.")
        tell_waiting_events()
        assert mail.outbox[-1].to == [gus.email]
        forget_what_is_over()
    assert Comment.objects.get(pk=comment.pk).author_email == ""
