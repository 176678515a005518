"""Saying something about a comment with a button."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import remove_comment
from community.support.actions import forget_support_of, support_comment, take_support_back
from community.support.kinds import KINDS
from community.support.models import Support
from community.threads.actions import edit_comment, erase_comment, post_comment, withdraw_comment
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread
from community.threads.moving.actions import lock_threads, move_branch
from community.threads.placing import hide, show
from community.threads.posting.restraints import NotAllowed
from community.threads.posting.submissions import Guest
from tests.people import member


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    """What Alice wrote."""
    return post_comment(thread=thread, author=alice, text="I rest before I am tired.").comment


def said(comment: Comment) -> str:
    comment.refresh_from_db()
    assert (f"</span>{comment.support}</p>" in comment.piece) == bool(comment.support)
    return comment.support


def version_of(comment: Comment) -> int:
    return Thread.objects.get(pk=comment.thread_id).version


def test_what_readers_say_is_counted_in_the_comment_and_its_kept_pages_end(
    comment: Comment, bob: Member, nadia: Member
) -> None:
    before = version_of(comment)
    support_comment(comment=comment, member=bob, kind="thank_you")
    assert said(comment) == "Thank you 1" and version_of(comment) == before + 1
    support_comment(comment=comment, member=nadia, kind="me_too")
    assert said(comment) == "Thank you 1 · Me too 1"


def test_choosing_another_changes_it_and_saying_it_twice_is_once(
    comment: Comment, bob: Member
) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    support_comment(comment=comment, member=bob, kind="helps_me")
    before = version_of(comment)
    support_comment(comment=comment, member=bob, kind="helps_me")
    assert said(comment) == "Helps me 1" and Support.objects.count() == 1
    assert version_of(comment) == before, "nothing changed that a reader could see"


def test_it_can_be_taken_back(comment: Comment, bob: Member) -> None:
    support_comment(comment=comment, member=bob, kind="me_too")
    for _ in range(2):
        take_support_back(comment=comment, member=bob)
    assert said(comment) == "" and "said" not in comment.piece
    assert not Support.objects.exists()


def test_nobody_says_it_about_their_own_words(comment: Comment, thread: Thread) -> None:
    assert comment.author is not None
    with pytest.raises(NotAllowed):
        support_comment(comment=comment, member=comment.author, kind="thank_you")
    guests = post_comment(thread=thread, author=Guest("Gus"), text="Words of a guest").comment
    show(guests)
    with pytest.raises(NotAllowed):
        support_comment(comment=guests, member=comment.author, kind="thank_you", wrote=[guests.pk])
    assert not Support.objects.exists()


@pytest.mark.parametrize("held", ["is_banned", "paused_until", "must_agree"])
def test_who_may_not_take_part_says_nothing_and_may_take_back(
    comment: Comment, bob: Member, held: str
) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    until = timezone.now() + timedelta(days=1)
    setattr(bob, held, until if held == "paused_until" else True)
    with pytest.raises(NotAllowed):
        support_comment(comment=comment, member=bob, kind="me_too")
    take_support_back(comment=comment, member=bob)
    assert said(comment) == ""


def test_a_closed_thread_takes_it(comment: Comment, bob: Member) -> None:
    Thread.objects.update(mode=Thread.Mode.CLOSED)
    support_comment(comment=comment, member=bob, kind="thinking_of_you")
    assert said(comment) == "Thinking of you 1"


def test_a_comment_that_went_meanwhile_takes_nothing(comment: Comment, bob: Member) -> None:
    hide(Comment.objects.get(), Comment.State.PENDING)
    with pytest.raises(NotAllowed, match="no longer there"):
        support_comment(comment=comment, member=bob, kind="thank_you")


def test_an_old_comment_of_the_archive_takes_it(thread: Thread, bob: Member) -> None:
    old = NewComment("Words", "<p>Words</p>", "Olive", timezone.now(), fields={"is_imported": True})
    comment = store_comments(thread, [old])[0]
    support_comment(comment=comment, member=bob, kind="helps_me")
    assert said(comment) == "Helps me 1"


@pytest.mark.parametrize("end", [withdraw_comment, erase_comment])
def test_who_takes_a_comment_back_takes_what_was_said_about_it_along(
    comment: Comment, bob: Member, alice: Member, end: Callable
) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    end(comment=comment, author=alice)
    assert said(comment) == "" and not Support.objects.exists()


def test_erasing_a_removed_comment_takes_it_along_too(
    comment: Comment, bob: Member, alice: Member, mo: Member
) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    comment.refresh_from_db()
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    comment.refresh_from_db()
    assert "Thank you" not in comment.piece, "nobody sees it while the words are gone"
    assert Support.objects.count() == 1, "it comes back when the words do"
    erase_comment(comment=comment, author=alice)
    assert said(comment) == "" and not Support.objects.exists()


def test_what_was_said_comes_back_with_the_words(comment: Comment, bob: Member) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    hide(Comment.objects.get(), Comment.State.PENDING)
    comment.refresh_from_db()
    assert "Thank you" not in comment.piece
    show(Comment.objects.select_related("thread").get())
    assert said(comment) == "Thank you 1"


def test_what_is_taken_back_while_the_words_wait_does_not_come_back(
    comment: Comment, bob: Member
) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    hide(Comment.objects.get(), Comment.State.PENDING)
    take_support_back(comment=comment, member=bob)
    show(Comment.objects.select_related("thread").get())
    assert said(comment) == ""


def test_edited_words_keep_it(comment: Comment, bob: Member, alice: Member) -> None:
    support_comment(comment=comment, member=bob, kind="thank_you")
    edit_comment(comment=comment, author=alice, text="I rest well before I am tired.")
    assert said(comment) == "Thank you 1"


def test_a_branch_that_moves_keeps_it(
    comment: Comment, thread: Thread, alice: Member, bob: Member, grow: Callable
) -> None:
    answer = grow(1, comment)[0]
    support_comment(comment=answer, member=bob, kind="thank_you")
    lock_threads(thread.pk)
    move_branch(comment=Comment.objects.get(pk=answer.pk), to=Thread.objects.get())
    assert said(answer) == "Thank you 1"
    support_comment(comment=answer, member=member("Cleo"), kind="thank_you")
    assert said(answer) == "Thank you 2"


def test_the_marks_of_a_member_go_and_the_counts_are_right(
    thread: Thread, bob: Member, nadia: Member, grow: Callable
) -> None:
    first, second = grow(2)
    for comment in (first, second):
        support_comment(comment=comment, member=bob, kind="me_too")
    support_comment(comment=first, member=nadia, kind="me_too")
    assert forget_support_of(member=bob) == 2
    assert (said(first), said(second)) == ("Me too 1", "")
    assert forget_support_of(member=bob) == 0


def press_all(who: Member, number: int, comments: list[Comment], start: Barrier) -> None:
    """One reader presses a button at every comment, changes it once, and some take it back."""
    kinds = list(KINDS)
    start.wait()
    try:
        for comment in comments:
            support_comment(comment=comment, member=who, kind=kinds[number % 4])
            support_comment(comment=comment, member=who, kind=kinds[(number + 1) % 4])
            if number >= 6:
                take_support_back(comment=comment, member=who)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_lose_no_count(thread: Thread, grow: Callable) -> None:
    comments = grow(3)
    readers = [member(f"Reader {letter}") for letter in "abcdefgh"]
    start = Barrier(len(readers))
    with ThreadPoolExecutor(len(readers)) as pool:
        jobs = [
            pool.submit(press_all, who, number, comments, start)
            for number, who in enumerate(readers)
        ]
    for job in jobs:
        job.result()
    for comment in comments:
        assert said(comment) == "Thank you 1 · Helps me 2 · Me too 2 · Thinking of you 1"
    assert Support.objects.count() == 3 * 6
    assert Thread.objects.get().comment_count == 3
