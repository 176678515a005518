"""What is new since a member was here."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.reading.unread import NEW_MAX, SEEN_EVERY, VISIT, read_unread
from community.threads.reading.visits import ThreadVisit


@pytest.fixture
def visited(thread: Thread, alice: Member, bob: Member) -> Any:
    """Alice was here an hour ago, and Bob wrote twice since."""
    before = timezone.now() - timedelta(hours=1)
    ThreadVisit.objects.create(member=alice, thread=thread, seen_at=before, new_since=before)
    for number in range(2):
        post_comment(thread=thread, author=bob, text=f"New comment no {number}")
    return thread


def new_for(member: Member, thread: Thread, **later: float) -> int:
    found = read_unread(member=member, thread_id=thread.pk, now=timezone.now() + timedelta(**later))
    return len(found.keys) if found else -1


def test_the_first_visit_marks_nothing(thread: Thread, alice: Member) -> None:
    assert new_for(alice, thread) == -1


def test_new_comments_are_counted_and_lead_to_each_other(
    client: Client, visited: Thread, alice: Member
) -> None:
    client.force_login(alice)
    page = client.get(visited.article.get_absolute_url()).content.decode()
    first, second = Comment.objects.order_by("path")
    assert "<b>2 comments are new</b>" in page
    assert f'<a href="/comments/{first.pk}/">Go to the first</a>' in page
    assert f'<a href="/comments/{second.pk}/">Next new</a>' in page
    assert page.count('class="new-mark"') == 2


def test_a_page_on_which_nothing_is_new_marks_nothing(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    post_comment(thread=thread, author=bob, text="Read before")
    client.force_login(alice)
    for _ in range(2):
        page = client.get(thread.article.get_absolute_url())
    assert page.status_code == 200
    assert b"new-mark" not in page.content and b"unread-note" not in page.content


def test_one_visit_lasts_while_somebody_reads(visited: Thread, alice: Member) -> None:
    assert new_for(alice, visited) == 2
    assert new_for(alice, visited, minutes=SEEN_EVERY.seconds / 60 + 1) == 2
    assert new_for(alice, visited, minutes=VISIT.seconds / 60 + SEEN_EVERY.seconds / 60 + 2) == 0


def test_own_comments_are_not_new(visited: Thread, alice: Member) -> None:
    post_comment(thread=visited, author=alice, text="My own words")
    assert new_for(alice, visited) == 2


def test_so_many_are_counted_and_no_more(visited: Thread, alice: Member) -> None:
    one = Comment.objects.first()
    assert one
    Comment.objects.bulk_create(
        Comment(
            thread=visited, number=n, path=f"{n:06d}", root_number=n, state="visible",
            placement=1, author_name="X", body="x", body_html="x", created_at=one.created_at,
        )
        for n in range(100, 101 + NEW_MAX)
    )  # fmt: skip
    found = read_unread(member=alice, thread_id=visited.pk, now=timezone.now())
    assert found and found.is_capped and len(found.keys) == NEW_MAX


def test_readers_without_a_session_leave_no_trace(client: Client, visited: Thread) -> None:
    client.get(visited.article.get_absolute_url())
    assert ThreadVisit.objects.count() == 1
