"""What the tests of moderation share: waiting comments, and people who open pages."""

from collections.abc import Callable

import pytest
from django.test import Client

from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

Say = Callable[..., Comment]


@pytest.fixture
def say(thread: Thread, gus: Guest) -> Say:
    """Returns a function that posts as Gus, or as somebody: `say("Words", alice, parent)`."""

    def post(text: str = "Words", author: object = gus, parent: Comment | None = None) -> Comment:
        return post_comment(thread=thread, author=author, text=text, parent=parent).comment

    return post


@pytest.fixture
def as_mo(mo: Member) -> Client:
    """Mo's browser."""
    return browser_of(mo)


@pytest.fixture
def as_mia(mia: Member) -> Client:
    """Mia's browser."""
    return browser_of(mia)


def browser_of(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client
