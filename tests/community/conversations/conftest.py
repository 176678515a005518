"""A topic, and conversations in it."""

from typing import Any

import pytest

from articles.library.actions import find_topics
from articles.models import Topic
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.threads.models import Comment


@pytest.fixture
def topic(db: None) -> Topic:
    return find_topics(["Sleep"])[0]


@pytest.fixture
def begin(topic: Topic, alice: Member) -> Any:
    """Returns a function that begins a conversation, of Alice where nobody else is named."""

    def make(title: str = "Early mornings", **more: Any) -> Comment:
        given = {"topic": topic, "author": alice, "text": f"What do you do about {title}?"} | more
        opening: Comment = start_conversation(title=title, **given).comment
        return opening

    return make
