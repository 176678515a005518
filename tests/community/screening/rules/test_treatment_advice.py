"""Advice to others about a treatment, and everything that only sounds like it."""

import pytest

from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.treatment_advice import check


def words(text):
    return [word for reason in check(Submission(text), Context()) for word in reason.words]


@pytest.mark.parametrize(
    "text",
    [
        "You should stop taking your Lyrica.",
        "Just ditch the meds",
        "Take 300 mg instead, you will see",
        "Don't listen to your doctor",
        "Quit cold turkey, it works",
        "You don't need insulin",
        "YOU SHOULD STOP YOUR LYRIC\N{CYRILLIC SMALL LETTER A}",
        "Why don't you just stop the tablets?",
    ],
)
def test_advice_to_others_is_seen(text):
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "I stopped duloxetine slowly with my doctor.",
        "Should I stop?",
        "Talk to your doctor before you stop your tablets.",
        "Don't stop your tablets without asking your doctor.",
        'My aunt wrote "you should stop your tablets".',
        "You should drink more water and walk a little.",
        "The study stopped the drug after six weeks.",
    ],
)
def test_stories_questions_care_and_quotations_are_left_alone(text):
    assert words(text) == []


def test_it_is_held_and_the_words_are_marked_as_they_were_typed():
    (reason,) = check(Submission("Hello. Honestly, STOP the  Lyrica now."), Context())
    assert (reason.code, reason.outcome) == (Code.TREATMENT_ADVICE, Outcome.HOLD)
    assert reason.words == ("STOP the  Lyrica",)
