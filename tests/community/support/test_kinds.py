"""How many said what, in words."""

from community.support.kinds import KINDS, in_words


def test_what_readers_said_stands_in_the_same_order_whatever_was_said_most() -> None:
    counts = {"thinking_of_you": 900, "me_too": 1, "thank_you": 3, "helps_me": 20}
    assert in_words(counts) == "Thank you 3 · Helps me 20 · Me too 1 · Thinking of you 900"


def test_what_nobody_said_is_not_named() -> None:
    assert in_words({"me_too": 1, "helps_me": 0}) == "Me too 1"
    assert in_words({}) == ""


def test_there_is_nothing_to_say_against_somebody() -> None:
    assert set(KINDS.values()) == {"Thank you", "Helps me", "Me too", "Thinking of you"}


def test_the_words_fit_where_they_are_kept() -> None:
    from community.threads.models import SUPPORT_MAX

    assert len(in_words(dict.fromkeys(KINDS, 9_999_999))) <= SUPPORT_MAX
