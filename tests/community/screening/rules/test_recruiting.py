"""Invitations to studies and surveys, and those who took part or read of one."""

import pytest

from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.recruiting import check


def words(text):
    return [word for reason in check(Submission(text), Context()) for word in reason.words]


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for participants for a study.",
        "Please fill in my survey for my thesis.",
        "Earn $50 for a 60 minute interview",
        "Link to the questionnaire",
        "Would you like to take part in our research?",
    ],
)
def test_invitations_are_seen(text):
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "I took part in a trial.",
        "The study in the article had 200 participants.",
        "Has anyone filled in the NHS survey?",
        "The survey at my clinic was long.",
        "Would you like to join our walking group?",
    ],
)
def test_stories_and_news_are_left_alone(text):
    assert words(text) == []


def test_it_is_held():
    (reason,) = check(Submission("Participants needed"), Context())
    assert (reason.code, reason.outcome) == (Code.RECRUITING, Outcome.HOLD)
