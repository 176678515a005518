"""Moving a branch: what is stored afterwards, and what readers see."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.members.models import Member
from community.threads.actions import NotAllowed, post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.tree import DEPTH_MAX, OPEN_REPLIES
from tests.branches import fresh, move, shown

Grow = Callable[..., list[Comment]]
Say = Callable[..., Comment]


def check_counts(*threads: Thread) -> None:
    """Everything that is counted and placed says what can be counted from the rows."""
    for thread in threads:
        thread.refresh_from_db()
        rows = list(Comment.objects.filter(thread=thread).order_by("path"))
        visible = [row for row in rows if row.is_visible]
        assert thread.comment_count == len(visible) == thread.article.comment_count
        assert thread.last_number >= max((row.number for row in rows), default=0)
        for row in rows:
            below = [o for o in visible if o.path.startswith(row.path) and o.pk != row.pk]
            assert row.visible_below == len(below)
            assert int(row.path[-6:]) == row.number and int(row.path[:6]) == row.root_number
            assert f'data-depth="{row.depth}"' in row.piece or not row.piece
            if not row.moved_to_id:
                assert bool(row.placement) == (row.is_visible or bool(below))


def test_a_branch_goes_to_another_thread(
    thread: Thread, other: Thread, say: Say, alice: Member, bob: Member
) -> None:
    first = say(alice, "First words")
    answer = say(bob, "An answer", first)
    below = say(alice, "Below it", answer)
    say(bob, "Beside it", first)
    moved = move(answer, other)
    assert moved.count == 2 and moved.comment.thread == other
    assert (moved.comment.depth, moved.comment.parent) == (0, None)
    assert fresh(below).path.startswith(moved.comment.path) and fresh(below).parent == answer
    thread.article.refresh_from_db()
    check_counts(thread, other)
    assert thread.comment_count == 2 and other.comment_count == 2
    there = shown(Client(), other)
    assert "An answer" in there and "Below it" in there
    here = shown(Client(), thread)
    assert "An answer" not in here and "was moved to the thread of “Warmth” ." in here


def test_every_address_goes_on_leading_to_its_comment(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    answer = say(alice, "An answer", first)
    move(first, other)
    for comment in (first, answer):
        leads = Client().get(comment.get_absolute_url())["Location"]
        assert leads == f"{other.article.get_absolute_url()}#comment-{comment.pk}"
    pointer = Comment.objects.exclude(moved_to=None).get()
    page = Client().get(thread.article.get_absolute_url()).content.decode()
    assert f'href="{first.get_absolute_url()}"' in page
    assert pointer.number == first.number and pointer.path == first.path


def test_a_branch_is_split_to_the_top_of_its_own_thread(
    thread: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    answer = say(alice, "An answer", first)
    say(alice, "Below it", answer)
    move(answer, thread)
    check_counts(thread)
    assert fresh(answer).depth == 0 and thread.comment_count == 3
    assert fresh(first).visible_below == 0
    assert "now begins a branch of its own in this thread" in shown(Client(), thread)


def test_kept_pages_of_both_threads_end(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    for each in (thread, other):
        shown(Client(), each)
    move(first, other)
    assert "First words" in shown(Client(), other)
    assert "First words" not in shown(Client(), thread)


def test_the_lists_of_talk_follow(
    thread: Thread, other: Thread, grow: Grow, say: Say, alice: Member
) -> None:
    old, new = grow(2)
    long_ago = timezone.now() - timedelta(days=9)
    Comment.objects.filter(pk=old.pk).update(created_at=long_ago)
    move(new, other)
    check_counts(thread, other)
    assert thread.last_comment_at == fresh(old).created_at
    assert other.last_comment_at == fresh(new).created_at
    move(old, other)
    check_counts(thread, other)
    assert thread.last_comment_at is None and other.last_comment_at == fresh(new).created_at


def test_gaps_above_go_with_the_last_visible_answer(
    thread: Thread, other: Thread, say: Say, alice: Member, bob: Member
) -> None:
    first = say(alice, "First words")
    answer = say(bob, "An answer", first)
    withdraw_comment(comment=first, author=alice)
    move(answer, other)
    check_counts(thread, other)
    assert fresh(first).placement == 0
    assert Comment.objects.exclude(moved_to=None).get().placement == 0
    assert "moved" not in shown(Client(), thread)


def test_waiting_and_hidden_comments_move_too_and_stay_hidden(
    thread: Thread, other: Thread, say: Say, alice: Member, nadia: Member
) -> None:
    first = say(alice, "First words")
    waiting = say(nadia, "Waiting words", first)
    move(first, other)
    check_counts(thread, other)
    assert fresh(waiting).state == "pending" and fresh(waiting).thread == other
    assert "Waiting words" not in shown(Client(), other)


def test_folding_is_as_if_it_had_been_written_there(
    thread: Thread, other: Thread, grow: Grow
) -> None:
    root = grow(1)[0]
    (second,) = grow(1, root)
    grow(OPEN_REPLIES + 5, fresh(second))
    assert Comment.objects.filter(is_folded=True).count() == 6
    move(second, other)
    check_counts(thread, other)
    assert Comment.objects.filter(thread=other, is_folded=True).count() == 5


def test_deep_answers_that_stand_beside_each_other_move_with_what_they_answer(
    thread: Thread, other: Thread, grow: Grow
) -> None:
    parent = None
    for _ in range(DEPTH_MAX + 3):
        (parent,) = grow(1, parent)
    deepest = Comment.objects.get(thread=thread, number=DEPTH_MAX + 1)
    moved = move(deepest, other)
    assert moved.count == 3
    check_counts(thread, other)
    depths = Comment.objects.filter(thread=other).order_by("path").values_list("depth", flat=True)
    assert list(depths) == [0, 1, 2]


def test_an_answer_to_what_was_moved_meanwhile_is_not_lost_in_between(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    answer = say(alice, "An answer", first)
    seen = fresh(answer)
    move(answer, other)
    with pytest.raises(NotAllowed, match="moved just now"):
        post_comment(thread=thread, author=alice, text="Too late", parent=seen)
    seen = fresh(answer)
    move(answer, thread)
    move(answer, other)
    with pytest.raises(NotAllowed, match="moved just now"):
        post_comment(thread=other, author=alice, text="Too late", parent=seen)
    check_counts(thread, other)
    post_comment(thread=other, author=alice, text="In time", parent=fresh(answer))


def test_answers_after_the_move_stand_in_the_new_place(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    move(first, other)
    say(alice, "Another answer", fresh(first))
    check_counts(thread, other)
    assert "Another answer" in shown(Client(), other)


def test_what_is_moved_twice_leaves_two_pointers_that_lead_to_it(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    first = say(alice, "First words")
    move(first, other)
    move(first, thread)
    check_counts(thread, other)
    assert set(Comment.objects.exclude(moved_to=None).values_list("moved_to", flat=True)) == {
        first.pk
    }
    assert "was moved to" in shown(Client(), other) and "First words" in shown(Client(), thread)


def test_the_name_of_whom_a_deep_answer_answers_comes_and_goes(
    thread: Thread, other: Thread, grow: Grow
) -> None:
    chain = []
    for _ in range(5):
        chain += grow(1, chain[-1] if chain else None)
    assert "In reply to" in fresh(chain[3]).piece
    move(chain[1], other)
    assert "In reply to" not in fresh(chain[3]).piece
    assert "In reply to" in fresh(chain[4]).piece


def test_the_statements_do_not_grow_with_the_branch(
    thread: Thread, other: Thread, grow: Grow
) -> None:
    counts = []
    for size in (3, 60):
        root = grow(1)[0]
        (top,) = grow(1, root)
        grow(size, fresh(top))
        with CaptureQueriesContext(connection) as queries:
            move(top, other)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    check_counts(thread, other)
