"""What moderators decide about a conversation as a whole."""

from typing import Any

import pytest
from django.test import Client

from articles.index.models import SearchEntry
from articles.library.actions import find_topics
from articles.models import Topic
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.conversations.actions import (
    move_to_topic,
    narrow_conversation,
    pin_conversation,
    unpin_conversation,
)
from community.moderation.decisions.actions import approve_comment
from community.moderation.decisions.models import Decision
from community.moderation.decisions.moving import can_be_moved, move_comment, place_mark
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread


@pytest.fixture
def talk(db: None, alice: Member) -> Thread:
    """A conversation of Alice about sleep."""
    topic = find_topics(["Sleep"])[0]
    return start_conversation(
        topic=topic, author=alice, title="Mornings", text="Words"
    ).comment.thread


@pytest.fixture
def work(db: None) -> Topic:
    return find_topics(["Work"])[0]


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def kinds() -> list[str]:
    return list(Decision.objects.order_by("pk").values_list("kind", flat=True))


def test_it_is_pinned_and_unpinned_once(talk: Thread, mo: Member) -> None:
    assert pin_conversation(thread=talk, moderator=mo) and not pin_conversation(
        thread=talk, moderator=mo
    )
    assert Thread.objects.get(pk=talk.pk).pinned_at
    assert unpin_conversation(thread=talk, moderator=mo)
    assert not unpin_conversation(thread=talk, moderator=mo)
    assert kinds() == ["pin", "unpin"]


def test_only_moderators_decide_and_only_about_conversations(
    talk: Thread, thread: Thread, alice: Member, mo: Member
) -> None:
    with pytest.raises(NotAllowed):
        pin_conversation(thread=talk, moderator=alice)
    with pytest.raises(NotAllowed):
        pin_conversation(thread=thread, moderator=mo)
    assert kinds() == []


def test_it_moves_to_another_topic_with_what_search_knows(
    talk: Thread, mo: Member, work: Topic
) -> None:
    decision = move_to_topic(thread=talk, moderator=mo, topic=work)
    assert decision and decision.facts == "From “Sleep” to “Work”."
    entry = SearchEntry.objects.get(kind=2)
    assert entry.article_key == -work.pk
    assert move_to_topic(thread=Thread.objects.get(pk=talk.pk), moderator=mo, topic=work) is None
    for query, found in (
        ("mornings topic:work", True),
        ("mornings topic:sleep", False),
        ("mornings -topic:work", False),
    ):
        page = Client().get("/search/", {"q": query}).content.decode()
        assert (f"/comments/{entry.key}/" in page) == found, query


def test_it_is_kept_among_members(talk: Thread, mo: Member) -> None:
    assert narrow_conversation(thread=talk, moderator=mo)
    assert narrow_conversation(thread=talk, moderator=mo) is None
    assert kinds() == ["narrow"] and not SearchEntry.objects.filter(kind=2).exists()


def test_the_buttons_stand_on_the_page_of_the_thread(talk: Thread, mo: Member, work: Topic) -> None:
    client, page = signed_in(mo), f"/moderation/threads/{talk.pk}/"
    assert "Pin it above the others" in client.get(page).content.decode()
    for sent in (
        {"do": "pin"},
        {"do": "unpin"},
        {"do": "topic", "topic": work.pk},
        {"do": "narrow"},
    ):
        response = client.post(f"{page}conversation/", sent, follow=True)
        assert response.status_code == 200
    assert kinds() == ["pin", "unpin", "topic", "narrow"]
    assert client.post(f"{page}conversation/", {"do": "else"}).status_code == 404
    assert client.post(f"{page}conversation/", {"do": "topic", "topic": "x"}).status_code == 404


def test_the_page_of_an_articles_thread_has_no_such_buttons(thread: Thread, mo: Member) -> None:
    page = signed_in(mo).get(f"/moderation/threads/{thread.pk}/").content.decode()
    assert "Pin it above" not in page


def test_an_opening_stays_and_a_branch_may_go_below_an_article(
    talk: Thread, thread: Thread, bob: Member, mo: Member
) -> None:
    opening = Comment.objects.get(is_opening=True)
    assert not can_be_moved(opening)
    branch = post_comment(thread=talk, author=bob, text="About the article").comment
    decision = move_comment(
        comment=branch, moderator=mo, place=place_mark(branch), to=thread.article
    )
    assert Thread.objects.get(pk=talk.pk).comment_count == 0
    assert "Mornings" not in decision.facts, "the title is somebody's own, and the log outlives it"
    page = Client().get(talk.get_absolute_url()).content.decode()
    assert "Resting early" in page, "a pointer leads to where it stands"


def test_what_was_written_for_members_stays_among_them(
    talk: Thread, thread: Thread, bob: Member, mo: Member
) -> None:
    narrow_conversation(thread=talk, moderator=mo)
    branch = post_comment(thread=Thread.objects.get(pk=talk.pk), author=bob, text="For you").comment
    with pytest.raises(NotAllowed, match="members only"):
        move_comment(comment=branch, moderator=mo, place=place_mark(branch), to=thread.article)


def test_a_case_shows_the_title_and_marks_what_was_seen_in_it(nadia: Member, mo: Member) -> None:
    topic = find_topics(["Sleep"])[0]
    opening = start_conversation(
        topic=topic, author=nadia, title="Call 030 1234567", text="Any time."
    ).comment
    page: Any = signed_in(mo).get(f"/moderation/comments/{opening.pk}/").content.decode()
    assert "It begins a conversation, about Sleep." in page.replace("</b>", "")
    assert "<mark>030 1234567</mark>" in page
    approve_comment(comment=opening, moderator=mo, version=1)
    queue = signed_in(mo).get(f"/moderation/?thread={opening.thread_id}")
    assert queue.status_code == 200 and "in “Call 030 1234567”" in queue.content.decode()
