"""The same text again, and one phrase over and over."""

from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.repetition import (
    DIFFERENT_RUNS_MIN,
    LONG_WORD,
    RUN,
    TIMES_A_SHORT_TEXT_IS_USUAL,
    check,
    smallest_period,
)

LONG = "I tried the warm pool on Mondays and it did help my shoulders a little."


def codes(text, *recent):
    return [reason.code for reason in check(Submission(text), Context(recent_texts=recent))]


def test_the_same_text_again_is_held_also_with_other_signs_and_capitals():
    assert codes(LONG, "Something else.", LONG.upper() + "!!") == [Code.SAME_TEXT]


def test_a_text_with_something_new_is_not_the_same():
    assert codes(LONG + " My neck is another matter, it has been stiff for weeks.", LONG) == []


def test_a_text_with_a_few_words_changed_or_added_is_the_same():
    assert codes(LONG + " And my neck.", LONG) == [Code.SAME_TEXT]
    assert codes(LONG.replace("Mondays", "Fridays"), LONG) == [Code.SAME_TEXT]


def test_the_moderator_is_told_how_often_and_how_nearly():
    def detail(text, *recent):
        (reason,) = check(Submission(text), Context(recent_texts=recent))
        return reason.detail

    assert detail(LONG, "Other words.", LONG) == "sent once before"
    assert detail(LONG, LONG, LONG + " And my neck.") == "sent once before"
    assert detail(LONG + " And.", LONG, LONG) == "sent 2 times before, nearly word for word"
    assert detail("Thank you so much", *["Thank you so much"] * 3) == "sent 3 times before"


def test_thanks_may_be_said_more_than_once():
    before = ["Thank you so much."] * TIMES_A_SHORT_TEXT_IS_USUAL
    assert codes("thank you so much", *before[1:]) == []
    assert codes("Thank you so much!", *before) == [Code.SAME_TEXT]


def test_one_phrase_over_and_over_is_held_and_marked():
    (reason,) = check(Submission("Hello all. " + "Buy this cream now. " * 8), Context())
    assert reason.code is Code.REPEATED_PHRASE
    assert len(reason.spans) >= 5


def test_a_text_is_one_phrase_when_little_of_it_is_different():
    words, runs = "rest early walk slowly drink warm".split(), 15
    assert len(words) / runs == DIFFERENT_RUNS_MIN
    said = words * 3
    assert codes(" ".join(said[: runs + RUN - 1])) == [Code.REPEATED_PHRASE]
    assert codes(" ".join(said[: runs + RUN - 2])) == []


def test_only_a_long_word_of_one_piece_is_held():
    assert codes("pain" * (LONG_WORD // 4)) == [Code.REPEATED_PHRASE]
    assert codes("pain" * (LONG_WORD // 4 - 1)) == []


def test_a_word_of_one_piece_is_held():
    assert codes("buynow" * 20) == [Code.REPEATED_PHRASE]


def test_a_list_of_medicines_and_a_cry_are_not_repetition():
    doses = "Lyrica 75 mg twice a day, Cymbalta 60 mg once a day, Tramadol 50 mg twice a day."
    assert codes(doses) == []
    assert codes("Noooooooooooooooooo, not again. " + "-" * 80) == []


def test_a_text_without_words_repeats_nothing():
    assert codes("...", "...", "!!!") == []


def test_the_smallest_period_of_words_and_letters():
    assert smallest_period("abcabcab") == 3
    assert smallest_period("abcd") == 4
    assert smallest_period(["a", "b"] * 4) == 2
