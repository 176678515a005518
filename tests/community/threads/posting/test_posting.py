"""The post form: what it takes, what it gives back."""

import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from community.members.models import Member
from community.threads.actions import COMMENT_MAX, post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.pace import POSTS_IN_WINDOW
from community.threads.posting.submissions import Guest
from community.yardsticks.models import BlockedTerm

HOME = {"REMOTE_ADDR": "8.8.4.4"}  # some address that is global


@pytest.fixture
def address(thread: Thread) -> str:
    return f"/articles/{thread.article.slug}/comments/"


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def kept_words(page: str) -> str:
    """What stands in the text field."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_an_empty_form_is_asked_for_both(address: str) -> None:
    page = Client().post(address, {"name": "", "comment": " \n "}).content.decode()
    assert page.count("Please enter your comment!") >= 2  # in the summary and at the field
    assert page.count("Please enter your name here") >= 2
    assert 'href="#id_comment"' in page and 'href="#id_name"' in page


def test_whatever_is_wrong_every_word_comes_back(address: str) -> None:
    words = "  First line & <b>bold</b>\n\n“second” … line \U0001f33f"
    page = Client().post(address, {"name": "", "email": "no@", "comment": words}).content.decode()
    assert kept_words(page).replace("\r\n", "\n") == words
    assert 'value="no@"' in page


def test_a_comment_that_is_too_long_comes_back_whole(address: str) -> None:
    words = "long " * (COMMENT_MAX // 4)
    page = Client().post(address, {"name": "Gus", "comment": words}).content.decode()
    assert kept_words(page) == words
    assert "Please make two of it" in page


def test_a_guest_gets_a_receipt_and_sees_the_comment_in_its_place(
    address: str, thread: Thread
) -> None:
    client = Client()
    response = client.post(address, {"name": "Gus", "comment": "Hello from a guest"})
    receipt = client.get(response["Location"])
    assert "Thank you. Your comment is with us" in receipt.content.decode()
    assert receipt["Referrer-Policy"] == "same-origin"
    assert "Hello from a guest" in client.get(thread.article.get_absolute_url()).content.decode()
    assert (
        "Hello from a guest" not in Client().get(thread.article.get_absolute_url()).content.decode()
    )


def test_a_member_is_led_to_the_comment(address: str, alice: Member) -> None:
    response = signed_in(alice).post(address, {"comment": "Hello"}, follow=True)
    assert "Hello" in response.content.decode()
    assert response.redirect_chain[-1][0].endswith(f"#comment-{Comment.objects.get().pk}")


def test_a_preview_posts_nothing(address: str) -> None:
    sent = {"name": "Gus", "comment": "See <script>alert(1)</script>", "preview": "1"}
    page = Client().post(address, sent).content.decode()
    assert "Nothing has been posted yet" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "<script>alert" not in page
    assert not Comment.objects.exists()


def test_a_second_click_leads_to_the_same_receipt(address: str) -> None:
    sent = {"name": "Gus", "comment": "Hello"}
    first = Client().post(address, sent)
    second = Client().post(address, sent)
    assert first["Location"] == second["Location"]
    assert Comment.objects.count() == 1


def test_a_stranger_with_the_same_words_gets_no_receipt(address: str, mo: Member) -> None:
    from community.moderation.decisions.actions import approve_comment

    sent = {"name": "Gus", "comment": "Hello"}
    Client().post(address, sent)
    approve_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    response = Client().post(address, sent)
    assert "receipts" not in response["Location"] and Comment.objects.count() == 1


@pytest.mark.parametrize("name", ["Alice", "ALICE", "Аlice", "Al\u200bice", "Moderator", "Staff"])
def test_a_guest_cannot_pass_for_somebody(address: str, alice: Member, name: str) -> None:
    page = Client().post(address, {"name": name, "comment": "Hello"}).content.decode()
    assert "belongs to a member or to the team" in page
    assert not Comment.objects.exists()


def test_a_reply_page_shows_what_is_answered(thread: Thread, grow) -> None:
    parent = grow(1)[0]
    page = Client().get(f"/comments/{parent.pk}/reply/").content.decode()
    assert "Words 0" in page and f'name="parent" value="{parent.pk}"' in page


def test_a_reply_is_stored_below_its_parent(address: str, bob: Member, grow) -> None:
    parent = grow(1)[0]
    signed_in(bob).post(address, {"comment": "A reply", "parent": parent.pk})
    assert Comment.objects.get(body="A reply").parent == parent


@pytest.mark.parametrize("parent", ["0", "-5", "abc", "9" * 30, "12345"])
def test_an_answer_to_nothing_gives_the_words_back(address: str, bob: Member, parent: str) -> None:
    page = signed_in(bob).post(address, {"comment": "My words", "parent": parent}).content.decode()
    assert kept_words(page) == "My words"
    assert not Comment.objects.exists()


def test_somebody_signed_out_while_writing_loses_nothing(address: str) -> None:
    page = Client().post(address, {"comment": "Written while signed in"}).content.decode()
    assert kept_words(page) == "Written while signed in"
    assert "Please enter your name here" in page


def test_the_trap_catches_programs_and_is_kind_to_people(address: str) -> None:
    sent = {"name": "Gus", "comment": "Buy now", "website": "https://spam.example"}
    page = Client().post(address, sent).content.decode()
    assert "Please leave this field empty" in page and kept_words(page) == "Buy now"
    assert not Comment.objects.exists()


def test_a_refused_word_is_explained_and_comes_back(address: str) -> None:
    BlockedTerm.objects.create(term="wonderpill", outcome=BlockedTerm.Outcome.REFUSE)
    page = Client().post(address, {"name": "Gus", "comment": "Try wonderpill"}).content.decode()
    assert kept_words(page) == "Try wonderpill" and "error-summary" in page
    assert not Comment.objects.exists()


def test_crisis_words_show_help_lines_at_once(address: str) -> None:
    client = Client(headers={"Accept-Language": "sv-SE"})
    sent = {"name": "Gus", "comment": "I want to kill myself tonight"}
    receipt = client.post(address, sent, follow=True).content.decode()
    assert "90101" in receipt and "Thank you" in receipt
    incomplete = client.post(address, {**sent, "name": ""}).content.decode()
    assert "90101" in incomplete


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 302),
        ({"Origin": "http://testserver"}, 302),
        ({}, 302),
    ],
)
def test_another_site_cannot_post_in_somebodys_name(
    address: str, headers: dict, status: int
) -> None:
    response = Client().post(address, {"name": "Gus", "comment": "Hello"}, headers=headers)
    assert response.status_code == status
    assert Comment.objects.count() == (status == 302)


def test_a_flood_from_one_network_is_told_to_wait(address: str, thread: Thread) -> None:
    for n in range(POSTS_IN_WINDOW):
        sent = {"name": f"Gus {n}", "comment": f"Comment number {n}"}
        assert Client(**HOME).post(address, sent).status_code == 302
    response = Client(**HOME).post(address, {"name": "Gus", "comment": "One more"})
    assert response.status_code == 429 and kept_words(response.content.decode()) == "One more"
    assert Client().post(address, {"name": "Gus", "comment": "From elsewhere"}).status_code == 302


def test_a_network_is_kept_as_a_hash_only(address: str) -> None:
    Client(**HOME).post(address, {"name": "Gus", "comment": "Hello"})
    comment = Comment.objects.get()
    assert comment.network_hash and "8.8.4.4" not in comment.network_hash


def test_members_change_and_take_back_their_words(thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="First").comment
    client = signed_in(alice)
    assert kept_words(client.get(f"/comments/{comment.pk}/edit/").content.decode()) == "First"
    client.post(f"/comments/{comment.pk}/edit/", {"comment": "Second"})
    client.post(f"/comments/{comment.pk}/withdraw/")
    comment.refresh_from_db()
    assert (comment.body, comment.state) == ("Second", "withdrawn")


@pytest.mark.django_db(transaction=True)
def test_twenty_identical_posts_at_once_make_one_comment(address: str) -> None:
    def send(_: int) -> str:
        try:
            return Client().post(address, {"name": "Gus", "comment": "Hello"})["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        places = set(pool.map(send, range(20)))
    assert Comment.objects.count() == 1 and len(places) == 1


@pytest.mark.django_db(transaction=True)
def test_many_people_posting_at_once_all_find_their_place(thread: Thread) -> None:
    def send(n: int) -> None:
        try:
            post_comment(thread=thread, author=Guest(f"Guest {n}"), text=f"Words {n}")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(40)))
    numbers = sorted(Comment.objects.values_list("number", flat=True))
    assert numbers == list(range(1, 41))
