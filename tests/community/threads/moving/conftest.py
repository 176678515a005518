"""Two threads, and words in them."""

from collections.abc import Callable

import pytest

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread

Say = Callable[..., Comment]


@pytest.fixture
def other(db: None) -> Thread:
    """The thread of another article."""
    body = "<p>Warmth helps some people.</p>"
    return open_thread(publish_article(article=create_article(title="Warmth", body_html=body)))


@pytest.fixture
def say(thread: Thread) -> Say:
    def post(author: Member, text: str, parent: Comment | None = None) -> Comment:
        where = parent.thread if parent else thread
        return post_comment(thread=where, author=author, text=text, parent=parent).comment

    return post
