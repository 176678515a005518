"""Muting somebody."""

import pytest
from django.test import Client

from community.members.models import Member
from community.members.muting.mutes import CannotMute, Mute, mute_member, muted_by, unmute_member
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread


@pytest.fixture
def answered(thread: Thread, alice: Member, bob: Member) -> Comment:
    """Bob answered Alice."""
    first = post_comment(thread=thread, author=alice, text="A question").comment
    return post_comment(thread=thread, author=bob, text="An answer", parent=first).comment


def test_muted_twice_is_muted_once(alice: Member, bob: Member) -> None:
    for _ in range(2):
        mute_member(muted=bob, member=alice)
    assert Mute.objects.count() == 1 and muted_by(alice) == {bob.pk}
    unmute_member(muted=bob, member=alice)
    assert muted_by(alice) == frozenset()


def test_nobody_mutes_themself(alice: Member) -> None:
    with pytest.raises(CannotMute):
        mute_member(muted=alice, member=alice)


def test_somebody_can_be_muted_and_heard_again(
    client: Client, answered: Comment, alice: Member, bob: Member
) -> None:
    client.force_login(alice)
    assert b"Mute" in client.get(f"/comments/{answered.pk}/more/").content
    client.post("/account/muted/", {"person": bob.public_id, "do": "mute"})
    page = client.get(answered.thread.article.get_absolute_url()).content.decode()
    assert page.count("You muted who wrote this") == 1
    client.post("/account/muted/", {"person": alice.public_id, "do": "mute"})
    assert Mute.objects.count() == 1
    client.post("/account/muted/", {"person": bob.public_id, "do": "unmute"})
    assert not Mute.objects.exists()


def test_others_still_see_whom_one_muted(
    client: Client, answered: Comment, alice: Member, bob: Member
) -> None:
    Mute.objects.create(muter=alice, muted=bob)
    assert (
        "You muted" not in client.get(answered.thread.article.get_absolute_url()).content.decode()
    )
