"""People find words here that they wrote elsewhere, and decide about them."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.index.models import SearchEntry
from community.members.models import Member
from community.old_words import views
from community.old_words.actions import (
    LETTER_EVERY,
    ask_for_proof,
    carry_out_old_erasures,
    claim_comments,
    erase_old_comments,
    send_proofs,
)
from community.old_words.links import LINKS
from community.old_words.models import AddressProof
from community.old_words.reading import comments_from
from community.old_words.views import SHOWN
from community.own_data.actions import CHANGE_OF_MIND
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import post_comment
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread
from community.threads.origins import origin_hash
from community.threads.posting.restraints import NotAllowed
from tests.community.notifications.test_handing import refusing

ADDRESS = "ada@elsewhere.example"
WORDS = "I rest before I am tired, every single day of the long week."


def imported(
    thread: Thread, body: str = WORDS, address: str = ADDRESS, count: int = 1
) -> list[Comment]:
    """Comments that came in with an article."""
    thread.refresh_from_db()
    new = [
        NewComment(
            body=body,
            body_html=f"<p>{body}</p>",
            author_name="Ada L.",
            created_at=timezone.now(),
            parent=None,
            fields={
                "is_imported": True,
                "origin_hash": origin_hash(address),
                "import_key": f"{len(body)}:{address}:{n}",
            },
        )
        for n in range(count)
    ]
    return store_comments(thread, new)


def proof() -> AddressProof:
    ask_for_proof(address=ADDRESS)
    return AddressProof.objects.get()


def proof_of(address: str) -> AddressProof:
    """A proof that waits for its letter, whatever came in under the address."""
    given = {"origin_hash": origin_hash(address), "salt": "x", "asked_at": timezone.now()}
    return AddressProof.objects.create(email=address, **given)


def page_of(row: AddressProof) -> str:
    return f"/old-comments/{LINKS.token(row)}/"


def test_a_letter_leads_to_the_comments_and_nobody_else_learns_of_them(thread: Thread) -> None:
    imported(thread)
    client = Client()
    answers = {
        client.post("/old-comments/", {"email": address})["Location"]
        for address in (ADDRESS, "nobody@elsewhere.example")
    }
    assert answers == {"/old-comments/asked/"}
    assert send_proofs() == 1 and send_proofs() == 0
    assert [letter.to for letter in mail.outbox] == [[ADDRESS]]
    link = page_of(AddressProof.objects.get())
    assert link in mail.outbox[0].body
    page = client.get(link)
    assert WORDS in page.content.decode() and page["X-Robots-Tag"] == "noindex"
    assert ADDRESS not in page.content.decode()


def test_a_mailbox_that_takes_no_mail_holds_up_nobody_elses_link(thread: Thread) -> None:
    imported(thread)
    proof()
    other = proof_of("late@elsewhere.example")
    with refusing(ADDRESS):
        assert send_proofs() == 1
    assert mail.outbox[0].to == [other.email]
    assert not AddressProof.objects.filter(letter_due=True).exists()


def test_an_address_gets_one_letter_in_a_while(thread: Thread) -> None:
    imported(thread)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(3):
            ask_for_proof(address=f" {ADDRESS.upper()} ")
        assert send_proofs() == 1
        clock.shift(LETTER_EVERY)
        ask_for_proof(address=ADDRESS)
        assert send_proofs() == 1
    first, second = (letter.extra_headers.get("Message-ID") for letter in mail.outbox)
    assert first != second


def test_who_finds_their_words_on_a_page_finds_the_way_to_this_one(
    thread: Thread, client: Client, bob: Member
) -> None:
    (comment,) = imported(thread)
    written = post_comment(thread=thread, author=bob, text="Words of Bob").comment
    assert "/old-comments/" in client.get(f"/comments/{comment.pk}/more/").content.decode()
    assert "/old-comments/" not in client.get(f"/comments/{written.pk}/more/").content.decode()
    assert "/old-comments/" in client.get("/erase/").content.decode()


def test_a_network_asks_for_few_letters(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "LETTERS_AN_HOUR_FROM_ONE_PLACE", 1)
    first, second = (
        Client().post("/old-comments/", {"email": ADDRESS}, REMOTE_ADDR="9.9.9.9") for _ in (1, 2)
    )
    assert (first.status_code, second.status_code) == (302, 422)
    assert ADDRESS in second.content.decode()


def test_a_link_is_good_for_a_week_and_the_address_goes_with_it(thread: Thread) -> None:
    imported(thread)
    link = page_of(proof())
    assert Client().get(link[:-2] + "x/").status_code == 404
    week = timedelta(days=7)
    with time_machine.travel(timezone.now() + week - timedelta(minutes=1), tick=False):
        forget_what_is_over()
        assert Client().get(link).status_code == 200
    with time_machine.travel(timezone.now() + week + timedelta(minutes=1), tick=False):
        assert Client().get(link).status_code == 404
        forget_what_is_over()
    assert not AddressProof.objects.exists()


def test_erasing_takes_words_name_and_quotations(thread: Thread, bob: Member) -> None:
    (comment,) = imported(thread)
    quoting = post_comment(thread=thread, author=bob, text=f"You said: {WORDS} So do I.").comment
    client, link = Client(), page_of(proof())
    page = client.post(link, {"comment": [comment.pk], "do": "erase"}, follow=True)
    assert page.content.decode().count("1 comment is gone") == 1
    assert not client.cookies, "who has no account needs no cookie"
    comment.refresh_from_db()
    assert comment.state == "withdrawn" and not comment.placement
    assert "Keep it after all" in client.get(link).content.decode()
    assert carry_out_old_erasures() == 0, "there is a day to change one's mind"
    with time_machine.travel(timezone.now() + CHANGE_OF_MIND, tick=False):
        assert carry_out_old_erasures() == 1 and carry_out_old_erasures() == 0
    comment.refresh_from_db()
    quoting.refresh_from_db()
    assert (comment.body, comment.author_name, comment.origin_hash) == ("", "", "")
    assert comment.import_key, "brought in again, it stays erased"
    assert "tired" not in quoting.body and "So do I." in quoting.body
    assert "tired" not in quoting.piece
    assert list(SearchEntry.objects.filter(kind=2).values_list("key", flat=True)) == [quoting.pk]
    assert "Nothing is left here" in client.get(link).content.decode()


def test_who_changes_their_mind_within_a_day_finds_all_as_it_was(thread: Thread) -> None:
    (comment,) = imported(thread)
    before = Comment.objects.filter(pk=comment.pk).values().get()
    client, link = Client(), page_of(proof())
    client.post(link, {"comment": [comment.pk], "do": "erase"})
    assert Thread.objects.get(pk=thread.pk).comment_count == 0
    page = client.post(link, {"do": "keep"}, follow=True).content.decode()
    assert "1 comment is back" in page and WORDS in page and not client.cookies
    assert Comment.objects.filter(pk=comment.pk).values().get() == before
    with time_machine.travel(timezone.now() + CHANGE_OF_MIND, tick=False):
        assert carry_out_old_erasures() == 0
    assert Thread.objects.get(pk=thread.pk).comment_count == 1


def test_a_member_makes_them_theirs_and_readers_see_no_difference(
    thread: Thread, bob: Member
) -> None:
    (comment,) = imported(thread)
    client, link = Client(), page_of(proof())
    assert "Make the chosen ones mine" not in client.get(link).content.decode()
    before = Comment.objects.get(pk=comment.pk).piece
    client.force_login(bob)
    page = client.post(link, {"comment": [comment.pk], "do": "claim"}, follow=True)
    assert "1 comment is yours now" in page.content.decode()
    comment.refresh_from_db()
    assert (comment.author, comment.author_name, comment.piece) == (bob, "Ada L.", before)
    assert WORDS in client.get("/account/comments/").content.decode()
    assert client.get(f"/comments/{comment.pk}/edit/").status_code == 200


def test_a_member_needs_no_letter_for_their_own_address(thread: Thread, bob: Member) -> None:
    (own,) = imported(thread, address=bob.email)
    imported(thread, "Words of somebody else, from elsewhere.")
    client = Client()
    client.force_login(bob)
    page = client.get("/account/old-comments/").content.decode()
    assert WORDS in page and "somebody else" not in page
    client.post("/account/old-comments/", {"comment": [own.pk], "do": "claim"})
    own.refresh_from_db()
    assert own.author == bob


def test_nobody_touches_what_came_in_under_another_address(thread: Thread, bob: Member) -> None:
    (others,) = imported(thread, address="else@elsewhere.example")
    imported(thread)
    mark = origin_hash(ADDRESS)
    with pytest.raises(NotAllowed):
        erase_old_comments(comments=[others], mark=mark)
    with pytest.raises(NotAllowed):
        claim_comments(comments=[others], member=bob, mark=mark)
    page = Client().post(page_of(proof()), {"comment": [others.pk], "do": "erase"})
    assert page.status_code == 422 and "choose the comments" in page.content.decode()
    others.refresh_from_db()
    assert others.body == WORDS


def test_what_one_member_claimed_no_other_member_claims(
    thread: Thread, alice: Member, bob: Member
) -> None:
    comments = imported(thread)
    mark = origin_hash(ADDRESS)
    assert claim_comments(comments=comments, member=alice, mark=mark) == 1
    assert claim_comments(comments=comments, member=bob, mark=mark) == 0
    assert erase_old_comments(comments=comments, mark=mark) == 1


def test_a_comment_without_an_address_answers_to_none(thread: Thread) -> None:
    imported(thread, address="")
    assert not comments_from("").exists() and not comments_from("@").exists()


def test_of_very_many_the_first_are_shown(thread: Thread) -> None:
    imported(thread, count=SHOWN + 1)
    page: Any = Client().get(page_of(proof())).content.decode()
    assert page.count('name="comment"') == SHOWN and "There are more." in page


@pytest.mark.parametrize("sent", [{}, {"do": "erase"}, {"comment": ["x", "9" * 40], "do": "erase"}])
def test_a_form_that_says_nothing_changes_nothing(thread: Thread, sent: dict[str, Any]) -> None:
    imported(thread)
    assert Client().post(page_of(proof()), sent).status_code == 422
    assert comments_from(ADDRESS).count() == 1
