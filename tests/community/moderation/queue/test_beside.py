"""The other answers to the comment that is answered."""

from django.db import transaction
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.models import Topic
from community.members.models import Member
from community.moderation.decisions.actions import reject_comment
from community.moderation.queue.beside import BESIDE_SHOWN, Beside, read_beside
from community.moderation.team.actions import set_topic_limits
from community.threads.actions import erase_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.moving.actions import lock_threads, move_branch
from tests.moderation_pages import Say, address, page, words


def beside(comment: Comment, moderator: Member) -> Beside:
    return read_beside(Comment.objects.get(pk=comment.pk), moderator)


def test_the_nearest_answers_are_shown_in_their_order(say: Say, alice: Member, mo: Member) -> None:
    parent = say("Question", alice)
    made = [say(f"Answer {number}", alice, parent) for number in range(9)]
    say("An answer to an answer", alice, made[4])
    found = beside(made[4], mo)
    assert [each.body for each in found.before] == ["Answer 2", "Answer 3"]
    assert [each.body for each in found.after] == ["Answer 5", "Answer 6"]
    assert (found.count, found.others) == (8, 8 - BESIDE_SHOWN)


def test_what_is_not_visible_is_shown_with_its_state_and_what_was_taken_back_is_not(
    say: Say, alice: Member, mo: Member, as_mo: Client
) -> None:
    parent = say("Question", alice)
    rejected = say("Not published", parent=parent)
    reject_comment(comment=rejected, moderator=mo, version=1, ground="attack")
    gone, erased = say("Taken back", alice, parent), say("Erased words", alice, parent)
    withdraw_comment(comment=gone, author=alice)
    erase_comment(comment=erased, author=alice)
    comment = say("Answer", parent=parent)
    waiting, seen = say("Waits", parent=parent), say("Seen", alice, parent)
    rejected.refresh_from_db()
    assert waiting.state == "pending"
    assert beside(comment, mo) == Beside([rejected], [waiting, seen], 3)
    fold = fold_of(page(as_mo, address(comment)))
    assert "Not published" in words(fold) and "(not published)" in words(fold)
    assert [link.attributes["href"] for link in fold.css("a")] == [
        address(rejected), address(waiting), f"/comments/{seen.pk}/",
    ]  # fmt: skip


def test_the_place_of_a_branch_that_was_moved_is_no_answer(
    say: Say, alice: Member, mo: Member
) -> None:
    parent = say("Question", alice)
    moved, comment = say("Moved", alice, parent), say("Answer", alice, parent)
    with transaction.atomic():
        (thread,) = lock_threads(moved.thread_id)
        move_branch(comment=moved, to=thread)
    assert Comment.objects.filter(parent=parent).count() == 2
    assert beside(comment, mo).count == 0


def test_a_moderator_of_one_topic_sees_no_waiting_words_of_others(
    say: Say, alice: Member, mo: Member, stefan: Member
) -> None:
    parent = say("Question", alice)
    danger = say("I want to kill myself tonight.", parent=parent)
    say("Waits", parent=parent)
    seen = say("Seen", alice, parent)
    other = Topic.objects.create(name="Elsewhere", slug="elsewhere")
    set_topic_limits(moderator=mo, topics=[other], editor=stefan)
    assert beside(danger, Member.objects.get(pk=mo.pk)) == Beside([], [seen], 1)


def test_a_comment_that_begins_a_branch_has_none(say: Say, alice: Member, mo: Member) -> None:
    say("Another", alice)
    assert read_beside(say("One", alice), mo).count == 0


def test_the_case_shows_them_with_the_place_of_its_own(
    say: Say, alice: Member, as_mo: Client
) -> None:
    parent = say("Question", alice)
    say("Something before", alice, parent)
    comment = say("Answer", parent=parent)
    say("Something after", alice, parent)
    fold = fold_of(page(as_mo, address(comment)))
    assert words(fold.css_first("summary")) == "2 other answers to it"
    shown = words(fold)
    places = [shown.index(part) for part in ("before", "The comment of this case.", "after")]
    assert places == sorted(places)


def fold_of(found: LexborHTMLParser) -> LexborNode:
    return next(each for each in found.css("details") if "to it" in each.text())
