"""The other answers to the comment that is answered."""

from django.test import Client

from community.members.models import Member
from community.moderation.decisions.actions import reject_comment
from community.moderation.queue.beside import BESIDE_SHOWN, Beside, read_beside
from community.threads.models import Comment
from tests.moderation_pages import Say, address, page, words


def test_the_nearest_answers_are_shown_in_their_order(say: Say, alice: Member) -> None:
    parent = say("Question", alice)
    made = [say(f"Answer {number}", alice, parent) for number in range(9)]
    say("An answer to an answer", alice, made[4])
    found = read_beside(Comment.objects.get(pk=made[4].pk))
    assert [each.body for each in found.comments] == [f"Answer {n}" for n in (2, 3, 5, 6)]
    assert (found.count, found.others) == (8, 8 - BESIDE_SHOWN)


def test_only_what_readers_see_is_shown(say: Say, alice: Member, mo: Member) -> None:
    parent = say("Question", alice)
    comment, waiting = say("Answer", parent=parent), say("Waits", parent=parent)
    reject_comment(
        comment=say("Not published", parent=parent), moderator=mo, version=1, ground="attack"
    )
    seen = say("Seen", alice, parent)
    assert waiting.state == "pending"
    assert read_beside(Comment.objects.get(pk=comment.pk)) == Beside([seen], 1)


def test_a_comment_that_begins_a_branch_has_none(say: Say, alice: Member) -> None:
    say("Another", alice)
    assert read_beside(say("One", alice)).comments == []


def test_the_case_shows_them(say: Say, alice: Member, as_mo: Client) -> None:
    parent = say("Question", alice)
    say("Something else", alice, parent)
    found = page(as_mo, address(say("Answer", parent=parent)))
    fold = next(each for each in found.css("details") if "other answer to it" in each.text())
    assert "1 other answer to it" in words(fold) and "Something else" in words(fold)
