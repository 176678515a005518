"""Whom one thing concerns, and as what."""

from community.notifications.news.choosing import choose
from community.notifications.news.mentions import MENTIONS_MAX, mentioned_keys


def test_everybody_is_told_once_by_what_concerns_them_most() -> None:
    told = choose([(1, "thread"), (1, "mention"), (1, "reply"), (2, "person"), (2, "branch")])
    assert told == {1: "reply", 2: "branch"}


def test_whoever_is_left_out_is_told_nothing() -> None:
    assert choose([(1, "reply"), (2, "thread")], left_out=[1]) == {2: "thread"}


def test_names_of_several_words_are_tried() -> None:
    (keys,) = mentioned_keys("I agree, @Slow Otter, with that.")
    assert {"slow", "slowotter"} <= {key.replace("1", "l") for key in keys}


def test_an_address_is_no_mention() -> None:
    assert mentioned_keys("write to me@example.org") == []


def test_of_very_many_mentions_the_first_are_read() -> None:
    assert len(mentioned_keys("@a " * 50)) == MENTIONS_MAX
