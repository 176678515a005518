"""What search finds in a test."""

from collections.abc import Callable

import pytest

from articles.index.entries import Kind
from articles.search.matching import Topics, find
from articles.search.query import parse
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

Finds = Callable[[str], list[int]]


@pytest.fixture
def finds(db: None) -> Callable[..., list[int]]:
    """Returns a function that gives the keys of what a query finds: comments, or another kind."""

    def keys(typed: str, kind: Kind = Kind.COMMENT) -> list[int]:
        return sorted(found.key for found in find(parse(typed), kind, Topics()))

    return keys


@pytest.fixture
def say(thread: Thread) -> Callable[..., Comment]:
    """Returns a function that posts a comment: `say("Words", alice)`."""

    def post(text: str, author: Member, parent: Comment | None = None) -> Comment:
        return post_comment(thread=thread, author=author, text=text, parent=parent).comment

    return post
