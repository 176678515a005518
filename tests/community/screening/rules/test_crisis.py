"""Wording that may mean danger, and what only sounds like it."""

import pytest

from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.crisis import check


def words(text, name=""):
    return [word for reason in check(Submission(text, name), Context()) for word in reason.words]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to wake up",
        "everyone would be better off without me",
        "I took all my pills",
        "I WANT TO DIE",
        "i w\N{ZERO WIDTH SPACE}ant to di\N{CYRILLIC SMALL LETTER IE}",
        "i want to d\N{LATIN SMALL LETTER DOTLESS I}e",
        "I can't stop thinking about killing myself",
        "I don't want to kill myself but I can't see another way",
        "My brother died. I feel suicidal.",
        "My daughter has just taken an overdose",
        "He has a knife and I am locked in the bathroom",
    ],
)
def test_danger_is_seen(text):
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "This article is killing me",
        "I am dying to know",
        "I would kill for a nap",
        "I work for a suicide prevention charity",
        "I'm not suicidal",
        "Years ago I wanted to die, now I love my life",
        "My doctor asked if I was suicidal",
        "If you are having thoughts of suicide, please call 988",
        "Police said the man killed himself",
        "I laughed so much I wanted to die",
        "I took all my pills with breakfast as prescribed",
        "Microglia kill damaged cells, and neurons die",
    ],
)
def test_figures_of_speech_news_and_denials_are_left_alone(text):
    assert words(text) == []


def test_what_is_marked_is_what_was_typed():
    assert words("Honestly? I think I DON'T wanna  live anymore. Thank you.") == [
        "DON'T wanna  live"
    ]


def test_crisis_asks_to_hold_and_never_to_refuse():
    (reason,) = check(Submission("I want to die"), Context())
    assert (reason.code, reason.outcome) == (Code.CRISIS, Outcome.HOLD)


def test_a_name_is_read_too():
    assert words("Hello", "I want to die")


def test_a_sentence_is_found_at_the_end_of_a_long_text():
    assert words("We walked by the river and had tea. " * 250 + "I want to die.")


def test_a_sentence_is_found_in_a_long_text_without_any_stop():
    assert words("we walked by the river and had tea " * 150 + "and i want to die " + "so " * 80)
