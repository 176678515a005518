"""What somebody who flagged is told, and what worry does not do."""

import pytest
from django.test import Client

from community.members.models import Member
from community.moderation.decisions.actions import keep_comment, remove_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.flags.querysets import Record, record_of
from community.moderation.flags.wording import outcome_in_words
from community.moderation.models import Decision, Flag
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    return post_comment(thread=thread, author=alice, text="I am so tired of all of it.").comment


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def flag(comment: Comment, member: Member, reason: str) -> Flag:
    return flag_comment(comment=fresh(comment), flagger=Flagger(member), reason=reason).flag


def told(sent: Flag) -> str:
    return str(outcome_in_words(Flag.objects.get(pk=sent.pk)))


def test_who_worried_is_thanked_whatever_became_of_the_comment(
    comment: Comment, bob: Member, mo: Member
) -> None:
    sent = flag(comment, bob, "worried")
    assert told(sent) == "A moderator has not read it yet."
    keep_comment(comment=fresh(comment), moderator=mo, version=1)
    assert "knows that somebody is worried. The comment stays" in told(sent)
    assert "left it as it is" not in told(sent)


def test_worry_counts_neither_for_nor_against_who_worried(
    comment: Comment, bob: Member, mo: Member
) -> None:
    flag(comment, bob, "worried")
    keep_comment(comment=fresh(comment), moderator=mo, version=1)
    assert record_of(bob.pk) == Record()


def test_a_second_person_who_worries_about_the_same_words_is_read_too(
    comment: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag(comment, bob, "worried")
    keep_comment(comment=fresh(comment), moderator=mo, version=1)
    flag(comment, nadia, "worried")
    assert fresh(comment).waiting_since and fresh(comment).urgency == 100


def test_who_flags_what_was_looked_at_already_is_told_so_at_once(
    comment: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag(comment, bob, "attack")
    keep_comment(comment=fresh(comment), moderator=mo, version=1)
    client = Client()
    client.force_login(nadia)
    sent = {"reason": "attack"}
    shown = client.post(f"/comments/{comment.pk}/flag/", sent, follow=True).content.decode()
    assert "A moderator has looked at this already" in shown
    assert "flagged for the same reason, and left it as it is." in shown
    assert "A moderator will look at it" not in shown


def test_a_record_leaves_out_what_an_appeal_reversed(
    comment: Comment, bob: Member, mo: Member, mia: Member
) -> None:
    flag(comment, bob, "attack")
    decision = remove_comment(comment=fresh(comment), moderator=mo, version=1, ground="attack")
    assert record_of(bob.pk) == Record(upheld=1)
    Decision.objects.create(
        comment=comment, kind="appeal_reversed", version=1, moderator=mia, reverses=decision
    )
    assert record_of(bob.pk) == Record()
