"""The page on which a member takes another name."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from community.members.models import Member, PseudonymChange
from community.members.naming.pseudonyms import RENAME_EVERY
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

PAGE = "/account/name/"


def test_alice_takes_another_name(client: Client, thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="Good morning.").comment
    client.force_login(alice)
    page = client.get(PAGE).content.decode()
    assert "Others see you as Alice." in page
    answer = client.post(PAGE, {"pseudonym": "Slow Otter"}, follow=True)
    assert "Your name is now Slow Otter" in answer.content.decode()
    assert "Slow Otter" in Comment.objects.get(pk=comment.pk).piece


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Please choose a name that others will see."),
        ("\u2060", "Please choose a name that others can see."),
        ("Alice", "That is your name already."),
        ("Bоb", "or one that looks like it"),
        ("B o b", "or one that looks like it"),
        ("Common Thread", "would look like the people who run this site"),
        ("me@example.org", "looks like an address"),
    ],
)
def test_a_name_that_cannot_be_had_is_explained_and_comes_back(
    client: Client, alice: Member, bob: Member, name: str, words: str
) -> None:
    client.force_login(alice)
    page = client.post(PAGE, {"pseudonym": name}).content.decode()
    assert words in page
    assert not PseudonymChange.objects.exists()


def test_ones_own_name_can_be_spelt_in_another_way(client: Client, alice: Member) -> None:
    client.force_login(alice)
    client.post(PAGE, {"pseudonym": "ALICE"})
    alice.refresh_from_db()
    assert alice.pseudonym == "ALICE"


def test_after_a_change_the_page_says_when_the_next_one_is_possible(
    client: Client, alice: Member
) -> None:
    client.force_login(alice)
    with time_machine.travel("2026-11-03T12:00:00Z"):
        client.post(PAGE, {"pseudonym": "Slow Otter"})
        page = client.get(PAGE).content.decode()
    assert "You changed your name on 3 November 2026." in page
    assert "From 3 December 2026 on you can change it again." in page
    assert 'name="pseudonym"' not in page


def test_a_second_change_too_soon_is_refused_also_without_the_form(
    client: Client, alice: Member
) -> None:
    client.force_login(alice)
    client.post(PAGE, {"pseudonym": "Slow Otter"})
    client.post(PAGE, {"pseudonym": "Quick Otter"})
    alice.refresh_from_db()
    assert alice.pseudonym == "Slow Otter"
    with time_machine.travel(timezone.now() + RENAME_EVERY + timedelta(minutes=1)):
        client.force_login(alice)
        client.post(PAGE, {"pseudonym": "Quick Otter"})
    alice.refresh_from_db()
    assert alice.pseudonym == "Quick Otter"


def test_the_page_is_for_members(client: Client, db: None) -> None:
    assert client.get(PAGE)["Location"] == "/account/login/?next=/account/name/"
