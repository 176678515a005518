"""Claims of cures, and hope, doubt and honest stories."""

import pytest

from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.cure_claims import check


def words(text):
    return [word for reason in check(Submission(text), Context()) for word in reason.words]


@pytest.mark.parametrize(
    "text",
    [
        "A miracle cure!",
        "These drops cured my arthritis completely",
        "Doctors hate this trick",
        "Dr. Moru the herbalist healed me with his herbs",
        "Big pharma does not want you to be cured",
    ],
)
def test_claims_are_seen(text):
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is no cure.",
        "Does CBD oil help?",
        "I wish somebody would cure me completely.",
        "My antibiotics cured the infection in a week.",
        "I don't believe in miracle cures.",
        "The pool helps, it is not a cure.",
    ],
)
def test_hope_doubt_and_stories_are_left_alone(text):
    assert words(text) == []


def test_it_is_held():
    (reason,) = check(Submission("Miracle cure here"), Context())
    assert (reason.code, reason.outcome) == (Code.CURE_CLAIM, Outcome.HOLD)
