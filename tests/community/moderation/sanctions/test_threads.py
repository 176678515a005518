"""How a thread takes comments, and what that does to a post."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision
from community.moderation.sanctions.actions import GAP, set_mode
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.restraints import NotAllowed as NotNow
from community.threads.submissions import Guest
from tests.moderation_pages import page, text, words

DAY = timedelta(days=1)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def post(client: Client, thread: Thread, **sent: str):
    return client.post(f"/articles/{thread.article.slug}/comments/", sent)


def kept(response) -> str:
    return LexborHTMLParser(response.content.decode()).css_first("textarea").text().strip()


def test_a_closed_thread_says_so_and_takes_nothing(
    thread: Thread, alice: Member, mo: Member
) -> None:
    address = thread.article.get_absolute_url()
    assert Client().get(address).status_code == 200  # kept from now on
    until = timezone.now() + DAY
    set_mode(thread=thread, moderator=mo, mode="closed", words="It went in circles.", until=until)
    for client in (Client(), signed_in(alice)):
        found = page(client, address)
        assert "takes no new comments" in words(found.css_first("#thread"))
        assert "It went in circles." in words(found.css_first("#thread"))
        assert found.css_first("#post-form") is None
    response = post(Client(), thread, name="Gus", comment="My words")
    assert "takes no new comments until" in response.content.decode()
    assert kept(response) == "My words" and not Comment.objects.exists()


def test_a_closed_thread_opens_by_itself_also_on_a_kept_page(thread: Thread, mo: Member) -> None:
    until = timezone.now() + DAY
    set_mode(thread=thread, moderator=mo, mode="closed", until=until)
    address = thread.article.get_absolute_url()
    assert page(Client(), address).css_first("#post-form") is None
    with time_machine.travel(until + timedelta(seconds=1)):
        assert page(Client(), address).css_first("#post-form")
        assert post(Client(), thread, name="Gus", comment="My words").status_code == 302


def test_in_a_slowed_thread_some_time_has_to_pass(
    thread: Thread, alice: Member, bob: Member, mo: Member
) -> None:
    set_mode(thread=thread, moderator=mo, mode="slow")
    thread.refresh_from_db()
    post_comment(thread=thread, author=alice, text="First words")
    with pytest.raises(NotNow, match="slowed down in this thread"):
        post_comment(thread=thread, author=alice, text="More words")
    post_comment(thread=thread, author=bob, text="Words of Bob")
    for network in ("", "abc"):
        post_comment(thread=thread, author=Guest("Gus"), text=f"Guest {network}", network=network)
    with pytest.raises(NotNow):
        post_comment(thread=thread, author=Guest("Gustav"), text="Again", network="abc")
    with time_machine.travel(timezone.now() + GAP + timedelta(seconds=1)):
        post_comment(thread=thread, author=alice, text="More words")
    address = thread.article.get_absolute_url()
    assert "10 minutes between two comments" in text(Client(), address)


def test_in_a_thread_that_is_read_first_every_comment_waits(
    thread: Thread, alice: Member, mo: Member
) -> None:
    set_mode(thread=thread, moderator=mo, mode="read_first")
    thread.refresh_from_db()
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    assert [reason["code"] for reason in comment.reasons] == ["pre-moderated"]
    set_mode(thread=thread, moderator=mo, mode="open")
    thread.refresh_from_db()
    assert post_comment(thread=thread, author=alice, text="Other words").comment.is_visible


def test_the_page_of_a_thread_changes_its_mode_and_logs_it(thread: Thread, mo: Member) -> None:
    client = signed_in(mo)
    where = f"/moderation/threads/{thread.pk}/"
    client.post(where, {"mode": "closed", "days": "7", "words": "Enough for now."})
    decision = Decision.objects.get()
    assert (decision.kind, decision.thread, decision.words) == ("close", thread, "Enough for now.")
    assert decision.until is not None
    assert "Enough for now." in text(client, where)
    assert client.post(where, {"mode": "nonsense"}).status_code == 422


def test_only_moderators_change_a_thread(thread: Thread, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        set_mode(thread=thread, moderator=alice, mode="closed")
