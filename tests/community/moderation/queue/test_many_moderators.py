"""Eight moderators decide on the same fifty comments at the same time."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from community.members.models import Member
from community.moderation.decisions.actions import AlreadyDecided, approve_comment, reject_comment
from community.moderation.models import Decision
from community.outbox.models import OutboxEvent
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

MODERATORS, COMMENTS = 8, 50
ANSWERS = 15

Told = list[tuple[int, Decision | None]]


@pytest.fixture
def moderators(db: None) -> list[Member]:
    """Mo, Mia and their friends."""
    names = ["Mo", "Mia", "Moss", "Mabel", "Maud", "Mick", "Myra", "Milo"]
    create = Member.objects.create_user
    role = Member.Role.MODERATOR
    return [create(f"{name.lower()}@people.example", name, role=role) for name in names]


def decide_all(moderator: Member, number: int, comments: list[Comment], start: Barrier) -> Told:
    """Decide on every comment, each moderator in their own way; gives what the losses told."""
    told: Told = []
    start.wait()
    try:
        for comment in comments:
            try:
                decide(comment, moderator, number)
            except AlreadyDecided as first:
                told.append((comment.pk, first.decision))
    finally:
        connection.close()
    return told


def decide(comment: Comment, moderator: Member, number: int) -> None:
    if number % 2:
        approve_comment(comment=comment, moderator=moderator, version=1)
    else:
        reject_comment(comment=comment, moderator=moderator, version=1, ground="off_topic")


@pytest.mark.django_db(transaction=True)
def test_fifty_comments_get_fifty_decisions_and_every_loser_is_told_who_was_first(
    thread: Thread, moderators: list[Member], at_once: Callable
) -> None:
    comments = [
        post_comment(thread=thread, author=Guest(f"Gus {n}"), text=f"Words {n}").comment
        for n in range(COMMENTS)
    ]
    told = at_once(decide_all, moderators, comments)

    rows = {row.comment_id: row for row in Decision.objects.all()}
    assert Decision.objects.count() == len(rows) == COMMENTS
    assert len(told) == COMMENTS * (MODERATORS - 1)
    assert all(first is not None and first == rows[pk] for pk, first in told)
    assert OutboxEvent.objects.filter(kind="comment_decided").count() == COMMENTS

    thread.refresh_from_db()
    states = Counter(Comment.objects.values_list("state", flat=True))
    kinds = Counter(row.kind for row in rows.values())
    assert states == Counter(visible=kinds["approve"], rejected=kinds["reject"])
    assert thread.comment_count == kinds["approve"]


@pytest.mark.django_db(transaction=True)
def test_decisions_and_answers_in_one_thread_do_not_lock_each_other_out(
    thread: Thread, moderators: list[Member], alice: Member, at_once: Callable
) -> None:
    root = post_comment(thread=thread, author=alice, text="The beginning").comment
    waiting = [
        post_comment(thread=thread, author=Guest(f"Gus {n}"), text=f"No {n}", parent=root).comment
        for n in range(COMMENTS)
    ]
    at_once(decide_or_answer, moderators, [root, *waiting])
    root.refresh_from_db()
    thread.refresh_from_db()
    assert Comment.objects.visible().count() == 1 + COMMENTS + ANSWERS * MODERATORS // 2
    assert thread.comment_count == 1 + root.visible_below == Comment.objects.visible().count()


def decide_or_answer(
    person: Member, number: int, comments: list[Comment], start: Barrier
) -> list[None]:
    """Half of them decide; the others answer the first comment at the same time."""
    root, *waiting = comments
    half = MODERATORS // 2
    start.wait()
    try:
        if number < half:
            for comment in waiting[number::half]:
                approve_comment(comment=comment, moderator=person, version=1)
        else:
            answer(root, number)
    finally:
        connection.close()
    return []


def answer(root: Comment, number: int) -> None:
    """Answers of proven members, each slow enough to be read at once."""
    for count in range(ANSWERS):
        name = f"Friend {number} {count}"
        friend = Member.objects.create_user(
            f"{number}.{count}@people.example", name, must_agree=False
        )
        friend.approved_posts = ANSWERS
        post_comment(thread=root.thread, author=friend, text=f"Answer of {name}", parent=root)


@pytest.fixture
def at_once() -> Callable:
    """Returns a function that lets every moderator do something at the same moment."""

    def run(act: Callable, moderators: list[Member], comments: list[Comment]) -> list:
        start = Barrier(len(moderators), timeout=30)
        with ThreadPoolExecutor(len(moderators)) as pool:
            parts = [
                pool.submit(act, moderator, number, comments, start)
                for number, moderator in enumerate(moderators)
            ]
            return [item for part in parts for item in part.result()]

    return run
