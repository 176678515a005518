"""Guests who flag: told apart by their browsers, counted by their networks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment
from community.moderation.flags.actions import (
    NETWORK_FLAGS_IN_WINDOW,
    RESEND_TIME,
    WINDOW,
    Flagger,
    flag_comment,
)
from community.moderation.flags.guest_keys import join, network_part
from community.moderation.flags.guests import COOKIE, COOKIE_AGE
from community.moderation.models import Flag
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

WARD = "8.8.4.4"  # some address that many people share
ATTACK = {"reason": "attack"}


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    return post_comment(thread=thread, author=alice, text="You are all lazy.").comment


def where(comment: Comment) -> str:
    return f"/comments/{comment.pk}/flag/"


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


@pytest.mark.parametrize("address", ["127.0.0.1", WARD])
def test_a_guest_is_known_by_a_cookie_that_comes_with_the_flag(
    comment: Comment, address: str
) -> None:
    client = Client(REMOTE_ADDR=address)
    client.get(where(comment))
    assert not client.cookies
    client.post(where(comment), {"reason": "selling"})
    assert client.cookies[COOKIE]["max-age"] == COOKIE_AGE and client.cookies[COOKIE]["httponly"]
    again = client.post(where(comment), ATTACK)
    assert again.status_code == 422 and "You flagged this comment before" in again.content.decode()
    assert Flag.objects.get().reason == "selling"


def test_the_cookie_knows_the_guest_in_another_network_and_on_another_day(comment: Comment) -> None:
    client = Client(REMOTE_ADDR=WARD)
    client.post(where(comment), ATTACK)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        client.post(where(comment), ATTACK, REMOTE_ADDR="8.8.8.8")
    assert Flag.objects.count() == 1


def test_of_two_people_in_one_network_neither_sees_or_silences_the_other(comment: Comment) -> None:
    first = {"reason": "selling", "words": "My own private words."}
    Client(REMOTE_ADDR=WARD).post(where(comment), first)
    second = {"reason": "worried", "words": "Please help her."}
    shown = Client(REMOTE_ADDR=WARD).post(where(comment), second, follow=True).content.decode()
    assert "Please help her." in shown and "private words" not in shown
    assert fresh(comment).urgency == 100 and Flag.objects.count() == 2


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"] * 8,  # nothing is known, as behind a proxy that nobody told us about
        [WARD] * 8,
        [f"2a00:1450:4001:81a::{number:x}" for number in range(1, 9)],
    ],
)
def test_guests_of_one_network_count_once(comment: Comment, addresses: list[str]) -> None:
    for number, address in enumerate(addresses):
        sent = {"reason": "attack", "words": f"Again, {number}"}
        Client(REMOTE_ADDR=address).post(where(comment), sent)
    assert Flag.objects.count() == len(addresses) and fresh(comment).is_visible


def test_guests_of_five_networks_hide_a_comment(comment: Comment) -> None:
    for number in range(1, 6):
        assert fresh(comment).is_visible
        Client(REMOTE_ADDR=f"8.8.{number}.4").post(where(comment), ATTACK)
    assert fresh(comment).is_hidden_by_flags


def test_a_second_click_of_a_guest_is_one_flag(comment: Comment) -> None:
    for _ in range(2):
        Client(REMOTE_ADDR=WARD).post(where(comment), ATTACK)
    assert Flag.objects.count() == 1
    with time_machine.travel(timezone.now() + RESEND_TIME + timedelta(seconds=1)):
        Client(REMOTE_ADDR=WARD).post(where(comment), ATTACK)
    assert Flag.objects.count() == 2


def test_nobody_can_read_from_the_flags_what_one_guest_flagged(
    comment: Comment, thread: Thread, alice: Member
) -> None:
    other = post_comment(thread=thread, author=alice, text="Other words").comment
    client = Client(REMOTE_ADDR=WARD)
    client.post(where(comment), ATTACK)
    client.post(where(other), ATTACK, REMOTE_ADDR="8.8.8.8")
    one, two = Flag.objects.values_list("guest_key", flat=True)
    assert one[:32] != two[:32] and one[32:] != two[32:]
    assert WARD not in one + two


def test_a_guest_does_not_flag_their_own_words(thread: Thread, mo: Member) -> None:
    client = Client()
    address = f"/articles/{thread.article.slug}/comments/"
    client.post(address, {"name": "Gus", "comment": "My own words"})
    approve_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    response = client.post(where(Comment.objects.get()), ATTACK)
    assert "These are your own words." in response.content.decode() and not Flag.objects.exists()


def test_a_network_that_flags_everything_is_asked_to_go_on_tomorrow(
    comment: Comment, bob: Member
) -> None:
    def guest(number: int, network: str = "a" * 32) -> Flagger:
        return Flagger(guest_key=join(network, f"{number:032}"))

    for number in range(NETWORK_FLAGS_IN_WINDOW):
        flag_comment(comment=comment, flagger=guest(number), reason="worried", words=str(number))
    with pytest.raises(NotAllowed, match="from your network today"):
        flag_comment(comment=comment, flagger=guest(99), reason="worried")
    flag_comment(comment=comment, flagger=guest(99, "b" * 32), reason="worried")
    flag_comment(comment=comment, flagger=Flagger(bob), reason="worried")
    with time_machine.travel(timezone.now() + WINDOW + timedelta(seconds=1)):
        flag_comment(comment=comment, flagger=guest(100), reason="worried")


def test_a_cookie_that_is_not_ours_is_not_believed(comment: Comment) -> None:
    client = Client(REMOTE_ADDR=WARD)
    client.cookies[COOKIE] = "somebody-else:0000"
    client.post(where(comment), ATTACK)
    assert client.cookies[COOKIE].value != "somebody-else:0000"


def test_a_key_holds_network_and_browser_side_by_side() -> None:
    assert network_part(join("n" * 40, "b" * 40)) == "n" * 32
    assert len(join("", "b" * 40)) == len(join("n" * 40, "b" * 40)) == 64


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("member", [True, False])
def test_twenty_clicks_at_once_are_one_flag(comment: Comment, bob: Member, member: bool) -> None:
    def click(number: int) -> bool:
        key = join("a" * 32, f"{number:032}")  # a fresh cookie each time
        flagger = Flagger(bob) if member else Flagger(guest_key=key)
        try:
            return flag_comment(comment=comment, flagger=flagger, reason="attack").is_repeated
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        repeated = list(pool.map(click, range(20)))
    assert Flag.objects.count() == 1 and repeated.count(False) == 1
