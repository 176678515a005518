"""Making the stored HTML of comments anew after an upgrade."""

from typing import Any

from django.core.management import call_command
from django.test import Client

from community.members.models import Member
from community.threads.models import Comment, Thread


def test_every_visible_comment_is_made_anew_and_kept_pages_end(
    client: Client, thread: Thread, alice: Member, grow: Any, capsys: Any
) -> None:
    grow(3)
    right = Comment.objects.order_by("pk").values_list("piece", flat=True)
    before = list(right)
    Comment.objects.update(piece="<p>Of an earlier version</p>")
    page = thread.article.get_absolute_url()
    assert b"Of an earlier version" in client.get(page).content
    call_command("renew_pieces")
    assert "3 comments in 1 threads" in capsys.readouterr().out
    assert list(right.all()) == before
    assert b"Of an earlier version" not in client.get(page).content
