"""The form with which a conversation begins: no word of it is lost."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.models import Topic
from community.conversations.starting_views import KEPT_SECONDS
from community.members.models import Member
from community.threads.models import CONVERSATION_TITLE_MAX, Comment, Thread

NEW = "/conversations/new/"


@pytest.fixture
def words(topic: Topic) -> dict[str, Any]:
    return {
        "title": "Early mornings",
        "comment": "What do you do?",
        "topic": topic.pk,
        "audience": "everyone",
    }


@pytest.fixture
def as_alice(alice: Member) -> Client:
    client = Client()
    client.force_login(alice)
    return client


def text(response: Any) -> str:
    content: str = response.content.decode()
    return content


def test_a_member_begins_one_and_comes_to_its_page(as_alice: Client, words: dict[str, Any]) -> None:
    assert "Start the conversation" in text(as_alice.get(NEW))
    response = as_alice.post(NEW, words)
    thread = Thread.objects.conversations().get()
    assert response["Location"].startswith(thread.get_absolute_url())
    page = text(as_alice.get(response["Location"]))
    assert 'data-posted="new-conversation:0"' in page, "the browser may forget its draft"


def test_a_form_with_gaps_comes_back_with_its_words(
    as_alice: Client, words: dict[str, Any]
) -> None:
    response = as_alice.post(NEW, words | {"title": "", "topic": ""})
    page = text(response)
    assert response.status_code == 422
    assert "Please give it a title" in page and "Please choose the topic" in page
    assert "What do you do?" in page and not Thread.objects.exists()


def test_a_title_that_is_too_long_comes_back_whole(as_alice: Client, words: dict[str, Any]) -> None:
    long = "x" * (CONVERSATION_TITLE_MAX + 1)
    page = text(as_alice.post(NEW, words | {"title": long}))
    assert f"up to {CONVERSATION_TITLE_MAX} characters" in page and long in page
    assert as_alice.post(NEW, words | {"title": long[1:]}).status_code == 302


def test_one_can_see_it_first(as_alice: Client, words: dict[str, Any]) -> None:
    page = text(as_alice.post(NEW, words | {"preview": "1"}))
    assert "How it will look" in page and "Nothing has been posted yet." in page
    assert not Thread.objects.exists()


def test_the_writer_is_asked_about_details_in_the_title(
    as_alice: Client, words: dict[str, Any]
) -> None:
    sent = words | {"title": "Write to alice@people.example"}
    page = text(as_alice.post(NEW, sent))
    assert "Before you post" in page and "<mark>alice@people.example</mark>" in page
    assert as_alice.post(NEW, sent | {"anyway": "1"}).status_code == 302
    assert Comment.objects.get().state == Comment.State.PENDING


def test_a_crisis_shows_help_lines_and_keeps_the_words(
    as_alice: Client, words: dict[str, Any]
) -> None:
    response = as_alice.post(NEW, words | {"comment": "I want to kill myself."}, follow=True)
    assert "help" in text(response).lower() and Comment.objects.get().waiting_since


def test_a_visitor_is_told_first_and_gets_no_cookie(topic: Topic) -> None:
    client = Client()
    page = text(client.get(NEW))
    assert "Members begin conversations" in page and "<textarea" not in page
    assert not client.cookies


def test_what_a_link_brings_goes_on_through_signing_in_without_a_cookie(topic: Topic) -> None:
    client = Client()
    page = text(client.get(f"{NEW}?topic={topic.slug}&title=Heat"))
    assert f"?next={NEW}%3Ftopic%3D{topic.slug}%26title%3DHeat" in page
    assert not client.cookies


def test_an_answer_in_ones_own_conversation_forgets_no_other_draft(
    as_alice: Client, words: dict[str, Any]
) -> None:
    as_alice.post(NEW, words)
    thread = Thread.objects.conversations().get()
    answered = as_alice.post(f"{thread.get_absolute_url()}comments/", {"comment": "One more thing"})
    page = text(as_alice.get(answered["Location"], follow=True))
    assert f'data-posted="conversation-{thread.pk}:0"' in page
    assert "new-conversation:0" not in page


def test_words_sent_without_a_session_come_back_after_signing_in(
    alice: Member, words: dict[str, Any]
) -> None:
    client = Client()
    response = client.post(NEW, words)
    assert response["Location"] == f"/account/login/?next={NEW}"
    assert not Thread.objects.exists()
    client.force_login(alice)
    page = text(client.get(NEW))
    assert "Early mornings" in page and "What do you do?" in page
    assert "Nothing has been posted yet." in page
    client.post(NEW, words)
    assert "What do you do?" not in text(client.get(NEW)), "posted words are not offered again"


def test_kept_words_are_forgotten_after_a_day(alice: Member, words: dict[str, Any]) -> None:
    client = Client()
    client.post(NEW, words)
    client.force_login(alice)
    with time_machine.travel(timezone.now() + timedelta(seconds=KEPT_SECONDS + 1), tick=False):
        assert "What do you do?" not in text(client.get(NEW))


def test_a_link_brings_topic_and_title(as_alice: Client, topic: Topic) -> None:
    page = text(as_alice.get(f"{NEW}?topic={topic.slug}&title=Does+heat+help%3F"))
    assert "Does heat help?" in page and f'value="{topic.pk}" selected' in page


def test_a_button_elsewhere_brings_a_title_and_posts_nothing(
    as_alice: Client, topic: Topic
) -> None:
    page = text(as_alice.post(NEW, {"begin": "1", "title": "Does heat help?"}))
    assert "Does heat help?" in page and "error" not in page and not Thread.objects.exists()
    visitor = Client()
    visitor.post(NEW, {"begin": "1", "title": "Does heat help?"})
    assert visitor.session["conversation_words"]["title"] == "Does heat help?"


def test_an_opening_is_changed_with_its_title(as_alice: Client, words: dict[str, Any]) -> None:
    as_alice.post(NEW, words)
    opening = Comment.objects.get()
    url = f"/comments/{opening.pk}/edit/"
    assert 'value="Early mornings"' in text(as_alice.get(url))
    as_alice.post(url, {"title": "Late mornings", "comment": "What do you do?"})
    assert Thread.objects.conversations().get().title == "Late mornings"


def test_a_trap_catches_programs(as_alice: Client, words: dict[str, Any]) -> None:
    assert as_alice.post(NEW, words | {"website": "x"}).status_code == 422
    assert not Thread.objects.exists()
