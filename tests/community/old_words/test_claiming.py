"""What somebody, or another account, has already is said on the page, and not offered again."""

from django.test import Client

from community.members.models import Member
from community.old_words.actions import claim_comments
from community.old_words.views import SHOWN
from community.threads.models import Thread
from community.threads.origins import origin_hash
from tests.community.old_words.test_old_words import ADDRESS, imported, page_of, proof


def test_what_is_theirs_already_is_said_and_not_offered_again(thread: Thread, bob: Member) -> None:
    comments = imported(thread, count=2)
    client, link, offer = Client(), page_of(proof()), "Make the chosen ones mine"
    client.force_login(bob)
    client.post(link, {"comment": [comments[0].pk], "do": "claim"})
    page = client.get(link).content.decode()
    assert page.count("(yours already)") == 1 and offer in page
    client.post(link, {"comment": [comments[1].pk], "do": "claim"})
    page = client.get(link).content.decode()
    assert page.count("(yours already)") == 2 and offer not in page
    assert "They are yours already" in page and "/account/comments/" in page
    assert "Erase the chosen ones" in page
    again = client.post(link, {"comment": [comments[1].pk], "do": "claim"}, follow=True)
    assert "1 comment is yours already" in again.content.decode()


def test_what_another_account_has_is_neither_offered_nor_told_whose_it_is(
    thread: Thread, alice: Member, bob: Member
) -> None:
    comments = imported(thread)
    claim_comments(comments=comments, member=alice, mark=origin_hash(ADDRESS))
    client, link = Client(), page_of(proof())
    page = client.get(link).content.decode()
    assert "(it belongs to an account already)" in page and "sign in</a> first" not in page
    client.force_login(bob)
    page = client.get(link).content.decode()
    assert "(it belongs to another account)" in page and "Make the chosen ones mine" not in page
    assert "yours already" not in page and alice.pseudonym not in page
    answer = client.post(link, {"comment": [comments[0].pk], "do": "claim"})
    assert answer.status_code == 422 and "belong to another account" in answer.content.decode()


def test_what_is_claimed_makes_room_for_the_others(thread: Thread, bob: Member) -> None:
    comments = imported(thread, count=SHOWN + 1)
    claim_comments(comments=comments[1:], member=bob, mark=origin_hash(ADDRESS))
    page = Client().get(page_of(proof())).content.decode()
    assert f'name="comment" value="{comments[0].pk}"' in page
