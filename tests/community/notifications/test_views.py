"""Where authors see what became of their words."""

import re

import pytest
from django.test import Client

from community.members.models import Member
from community.moderation.decisions.actions import reject_comment
from community.notifications.follows.models import Follow
from community.notifications.views import COMMENTS_A_PAGE
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import receipt_token, receipt_url
from community.threads.posting.submissions import Guest


@pytest.fixture
def comment(thread: Thread, gus: Guest) -> Comment:
    return post_comment(thread=thread, author=gus, text="Words of a guest").comment


def page(address: str, client: Client | None = None) -> str:
    return (client or Client()).get(address).content.decode()


def test_the_receipt_shows_state_and_words(comment: Comment) -> None:
    shown = page(receipt_url(comment))
    assert "Words of a guest" in shown and "usually within a day" in shown


def test_whoever_just_wrote_is_offered_to_follow_the_thread(comment: Comment) -> None:
    address = f"/follow/thread/{comment.thread.article_id}/"
    assert address in page(f"{receipt_url(comment)}?posted=1")
    assert address not in page(receipt_url(comment))


def test_the_receipt_tells_why(comment: Comment, mo: Member) -> None:
    reject_comment(
        comment=comment, moderator=mo, version=1, ground="cure_claim", words="No cure is known."
    )
    shown = page(receipt_url(comment))
    assert "Claims a cure" in shown and "No cure is known." in shown
    assert "Words of a guest" in shown and "Change and send again" in shown


def test_only_the_true_link_opens_a_receipt(comment: Comment) -> None:
    token = receipt_token(comment)
    for wrong in (
        token[:-1] + ("0" if token[-1] != "0" else "1"),
        f"{comment.pk}-",
        "x",
        "9" * 40 + "-a",
    ):
        assert Client().get(f"/receipts/{wrong}/").status_code == 404


def test_a_guest_changes_takes_back_and_erases(comment: Comment) -> None:
    client, address = Client(), receipt_url(comment)
    client.post(f"{address}edit/", {"comment": "Other words"})
    comment.refresh_from_db()
    assert (comment.body, comment.version) == ("Other words", 2)
    assert "Take it back" in page(f"{address}withdraw/")
    client.post(f"{address}withdraw/")
    comment.refresh_from_db()
    assert comment.state == Comment.State.WITHDRAWN
    client.post(f"{address}erase/")
    comment.refresh_from_db()
    assert comment.body == "" and client.get(address).status_code == 404


def test_looking_changes_nothing(comment: Comment) -> None:
    for act in ("withdraw", "erase", "edit"):
        page(f"{receipt_url(comment)}{act}/")
    comment.refresh_from_db()
    assert comment.state == Comment.State.PENDING


def test_a_device_can_forget(thread: Thread) -> None:
    client = Client()
    client.post(f"/articles/{thread.article.slug}/comments/", {"name": "Gus", "comment": "Hello"})
    address = receipt_url(Comment.objects.get())
    assert "Forget it on this device" in page(address, client)
    client.post(f"{address}forget/")
    assert "Forget it on this device" not in page(address, client)
    assert "Hello" not in page(thread.article.get_absolute_url(), client)


def test_a_forged_cookie_opens_nothing(comment: Comment, thread: Thread) -> None:
    client = Client()
    client.cookies["receipts"] = f"{comment.pk}:forged"
    assert "Words of a guest" not in page(thread.article.get_absolute_url(), client)


def test_members_see_what_became_of_everything_they_wrote(
    thread: Thread, nadia: Member, mo: Member
) -> None:
    mine = post_comment(thread=thread, author=nadia, text="My own words").comment
    reject_comment(comment=mine, moderator=mo, version=1, ground="off_topic", words="Not here.")
    client = Client()
    client.force_login(nadia)
    shown = page("/account/comments/", client)
    assert "My own words" in shown and "Not about the article" in shown and "Not here." in shown
    assert Client().get("/account/comments/").status_code == 302


def test_pages_of_ones_own_comments_together_show_everything_once(
    thread: Thread, alice: Member, grow
) -> None:
    grow(COMMENTS_A_PAGE + 3)
    client = Client()
    client.force_login(alice)
    first = page("/account/comments/", client)
    following = re.search(r'href="(\?before=\d+)" rel="next">Earlier comments', first)
    assert following
    second = page(f"/account/comments/{following[1]}", client)
    assert first.count('<li id="comment-') == COMMENTS_A_PAGE
    assert second.count('<li id="comment-') == 3 and 'rel="next"' not in second
    assert "Words 0<" in second and "Words 0<" not in first


def test_a_guest_who_left_an_address_follows_the_thread_with_one_button(
    thread: Thread, db: None
) -> None:
    guest = Guest("Gus", "gus@people.example")
    comment = post_comment(thread=thread, author=guest, text="Words of a guest").comment
    shown = page(f"{receipt_url(comment)}?posted=1")
    form = re.search(
        r'<form method="post" action="(/follow/thread/\d+/)"><input type="hidden" name="email" '
        r'value="([^"]+)">',
        shown,
    )
    assert form and form[2] == "gus@people.example"
    assert "gus@people.example" not in page(receipt_url(comment))
    assert Client().post(form[1], {"email": form[2]}).status_code == 302
    assert Follow.objects.get().is_confirmed is False
