"""What was sent back is changed and sent again; the words for it differ from those for "removed"."""

import pytest
from django.core import mail
from django.test import Client

from community.members.models import Member
from community.moderation.decisions.actions import ask_revision, reject_comment, remove_comment
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import receipt_url
from community.threads.posting.submissions import Guest
from tests.moderation_pages import lines, page, text, words

TEXT = "I took 20 mg at night."
WORDS = "Please leave the dose out."


@pytest.fixture
def nadias(thread: Thread, nadia: Member, mo: Member) -> Comment:
    comment = post_comment(thread=thread, author=nadia, text=TEXT).comment
    ask_revision(comment=comment, moderator=mo, version=1, ground="dose", words=WORDS)
    return comment


@pytest.fixture
def guests(thread: Thread, gus: Guest, mo: Member) -> Comment:
    comment = post_comment(thread=thread, author=gus, text=TEXT).comment
    ask_revision(comment=comment, moderator=mo, version=1, ground="dose", words=WORDS)
    return comment


def browser_of(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def check_form(client: Client, where: str) -> None:
    """The page says why, and the words stand in the form."""
    found = page(client, where)
    shown = words(found.css_first("main"))
    for part in ("A moderator asks you to change it.", "Names a dose for others", WORDS):
        assert part in shown
    assert found.css_first("textarea[name=comment]").text().strip() == TEXT
    assert found.css_first("[name=save]").attributes["value"] == "Send it again"


def test_a_member_reads_why_and_finds_the_words_in_the_form(nadias: Comment, nadia: Member) -> None:
    client = browser_of(nadia)
    where = f"/account/comments/{nadias.pk}/again/"
    assert client.get(f"/comments/{nadias.pk}/edit/")["Location"] == where
    assert where in client.get("/account/comments/").content.decode()
    check_form(client, where)
    assert client.post(where, {"comment": "I took it at night."}).status_code == 302
    assert Comment.objects.get().state == "pending"
    assert "A moderator reads it again" in text(client, "/account/comments/")


def test_a_guest_does_so_by_the_receipt(guests: Comment) -> None:
    client, where = Client(), f"{receipt_url(guests)}edit/"
    check_form(client, where)
    assert client.post(where, {"comment": "I took it at night."})["Location"] == receipt_url(guests)
    assert Comment.objects.get().state == "pending"


def test_the_same_words_are_not_sent_again_without_a_sound(nadias: Comment, nadia: Member) -> None:
    response = browser_of(nadia).post(f"/account/comments/{nadias.pk}/again/", {"comment": TEXT})
    assert "the same words as before" in response.content.decode()
    assert Comment.objects.get().state == "rejected"


def test_a_comment_that_was_not_sent_back_is_simply_changed(thread: Thread, nadia: Member) -> None:
    comment = post_comment(thread=thread, author=nadia, text=TEXT).comment
    shown = text(browser_of(nadia), f"/account/comments/{comment.pk}/again/")
    assert "Change your comment" in shown and "asks you" not in shown


def test_the_moderator_sees_that_and_how_it_was_changed(
    nadias: Comment, nadia: Member, mia: Member
) -> None:
    again = {"comment": "I took it at night."}
    browser_of(nadia).post(f"/account/comments/{nadias.pk}/again/", again)
    client = browser_of(mia)
    (line,) = lines(page(client, "/moderation/"))
    assert "Sent again" in line and "Edited" not in line
    found = page(client, f"/moderation/comments/{nadias.pk}/")
    assert "Sent again. Mo, just now: sent back to be changed." in words(found.css_first("#case"))
    assert found.css_first("#case .case-words del").text().strip() == "20 mg"


def test_sent_back_not_published_and_removed_are_three_different_things(
    nadias: Comment, thread: Thread, nadia: Member, alice: Member, mo: Member
) -> None:
    never = post_comment(thread=thread, author=nadia, text="Never").comment
    reject_comment(comment=never, moderator=mo, version=1, ground="dose")
    gone = post_comment(thread=thread, author=alice, text="Gone").comment
    remove_comment(comment=gone, moderator=mo, version=1, ground="dose")
    mine = text(browser_of(nadia), "/account/comments/")
    for part in ("A moderator asks you to change it.", "It was not published.", "never seen it"):
        assert part in mine
    assert "Readers saw it, and see it no longer." in text(browser_of(alice), "/account/comments/")
    tell_waiting_events()
    bodies = [message.body for message in mail.outbox]
    assert len({message.subject for message in mail.outbox}) == 3
    assert f"/account/comments/{nadias.pk}/again/" in bodies[0]
    assert "change it and send it again here" in bodies[0]
    assert "You can read it here, and change it" in bodies[1]
    assert "Only you can read it here" in bodies[2]
