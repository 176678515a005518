"""After an upgrade the worker makes stored pieces anew, thread by thread."""

from collections.abc import Callable
from unittest import mock

import pytest

from community.members.models import Member
from community.threads import renewing
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.rendering import PIECES_VERSION
from community.threads.renewing import renew_outdated


@pytest.fixture(autouse=True)
def _nothing_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """How far another test came: threads have the same keys there."""
    monkeypatch.setattr(renewing, "reached", {})


def test_pieces_of_an_earlier_version_are_made_anew_once(thread: Thread, alice: Member) -> None:
    post_comment(thread=thread, author=alice, text="Rest helps me")
    Comment.objects.update(piece="old")
    assert renew_outdated() == 0, "made in this version"
    Thread.objects.update(pieces_version=0)
    version = Thread.objects.get().version
    assert renew_outdated() == 1
    assert "Rest helps me" in Comment.objects.get().piece
    assert Thread.objects.get().version > version, "kept pages end"
    assert Thread.objects.get().pieces_version == PIECES_VERSION
    assert renew_outdated() == 0


def test_a_fall_in_the_middle_is_gone_on_from(
    thread: Thread, grow: Callable[[int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(5)
    Thread.objects.update(pieces_version=0)
    Comment.objects.update(piece="old")
    parts: list[int] = []
    renew_part = renewing.renew_part

    def fall(thread: Thread, keys: list[int]) -> None:
        if parts:
            raise RuntimeError("power cut")
        parts.append(len(keys))
        renew_part(thread, keys)

    monkeypatch.setattr(renewing, "BATCH", 2)
    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr(renewing, "renew_part", fall)
        renew_outdated()
    assert Comment.objects.filter(piece="old").count() == 3
    assert renew_outdated() == 1
    assert not Comment.objects.filter(piece="old").exists()


def test_the_worker_ends_after_its_time_and_goes_on_later(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    Thread.objects.update(pieces_version=0)
    monkeypatch.setattr(renewing, "SECONDS", 0)
    assert renew_outdated() == 0
    monkeypatch.undo()
    assert renew_outdated() == 1


def test_a_thread_too_long_for_one_turn_is_gone_on_with_in_the_next_ones(
    thread: Thread, grow: Callable[[int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(5)
    Thread.objects.update(pieces_version=0)
    Comment.objects.update(piece="old")
    left, now = [], iter(range(1_000))
    monkeypatch.setattr(renewing, "BATCH", 2)
    monkeypatch.setattr(renewing, "SECONDS", 2)
    with mock.patch.object(renewing, "time") as clock:
        clock.monotonic.side_effect = lambda: next(now)  # each look at the clock takes a second
        while not renew_outdated():
            left.append(Comment.objects.filter(piece="old").count())
            assert Thread.objects.get().pieces_version == 0, "marked when all of it is done"
    assert left == [3, 1, 0]
    assert not Comment.objects.filter(piece="old").exists()
    assert Thread.objects.get().pieces_version == PIECES_VERSION
    assert renewing.reached == {}


def test_another_worker_begins_such_a_thread_again(
    thread: Thread, grow: Callable[[int], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(3)
    Thread.objects.update(pieces_version=0)
    Comment.objects.update(piece="old")
    monkeypatch.setattr(renewing, "BATCH", 1)
    with mock.patch.object(renewing, "time") as clock:
        clock.monotonic.side_effect = [0.0, 0.0, renewing.SECONDS]
        assert renew_outdated() == 0
    assert Comment.objects.filter(piece="old").count() == 2
    monkeypatch.setattr(renewing, "reached", {})
    Comment.objects.update(piece="old")
    assert renew_outdated() == 1
    assert not Comment.objects.filter(piece="old").exists()
