"""Taking one's name off one comment."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.editing.detaching import DISOWN_AFTER, detach
from community.threads.models import Comment, Thread
from community.threads.tree import NAMED_PARENT_DEPTH


def test_a_name_can_be_taken_off_a_comment_after_two_weeks(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words that stay").comment
    address = f"/account/comments/{comment.pk}/disown/"
    client.force_login(alice)
    assert client.get(address).status_code == 404
    assert b"Take my name off it" not in client.get("/account/comments/").content
    Comment.objects.update(created_at=timezone.now() - DISOWN_AFTER - timedelta(minutes=1))
    assert b"Take my name off it" in client.get("/account/comments/").content
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    comment.refresh_from_db()
    assert (comment.author, comment.author_name) == (None, "A former member")
    page = client.get(thread.article.get_absolute_url()).content.decode()
    assert "Words that stay" in page and "A former member" in page
    client.force_login(bob)
    assert client.get(address).status_code == 404


def test_answers_name_the_writer_no_more(thread: Thread, alice: Member, bob: Member) -> None:
    parent = None
    for number in range(NAMED_PARENT_DEPTH + 1):
        author = alice if number == NAMED_PARENT_DEPTH - 1 else bob
        text = f"Level {number}, said by one of two"
        parent = post_comment(thread=thread, author=author, text=text, parent=parent).comment
    assert parent is not None and "Alice" in parent.piece
    detach(Comment.objects.get(author=alice))
    parent.refresh_from_db()
    assert "Alice" not in parent.piece and "A former member" in parent.piece
