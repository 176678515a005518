"""Reading the pages of moderation in tests."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread

Say = Callable[..., Comment]
QUEUE = "/moderation/"
MOST_QUERIES = 15
MOST_QUERIES_OF_A_CASE = 26  # with everything that helps to decide beside it


def address(comment: Comment) -> str:
    return f"/moderation/comments/{comment.pk}/"


def page(client: Client, where: str) -> LexborHTMLParser:
    response = client.get(where)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def words(node, between: str = "") -> str:
    """What one reads; `between` parts what stands in neighbouring elements."""
    return " ".join(node.text(separator=between).split())


def text(client: Client, where: str) -> str:
    return words(page(client, where).css_first("main"))


def lines(found: LexborHTMLParser) -> list[str]:
    return [words(line, " ") for line in found.css(".queue a")]


def fill(thread: Thread, count: int) -> None:
    """Store waiting comments quickly, all of guests and all with the same reasons."""
    now = timezone.now()
    reasons = [{"code": "new-author", "words": [], "spans": [], "detail": ""}]
    new = [
        NewComment(
            body=f"Waiting words {number}",
            body_html=f"<p>Waiting words {number}</p>",
            author_name=f"Guest {number}",
            created_at=now,
            state=Comment.State.PENDING,
            fields={
                "waiting_since": now + timedelta(seconds=number),
                "urgency": 10,
                "reasons": reasons,
            },
        )
        for number in range(count)
    ]
    thread.refresh_from_db()
    store_comments(thread, new)


# -- the list ----------------------------------------------------------------------------------
