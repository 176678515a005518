"""Offers of remedies and medicines, and what patients buy."""

import pytest

from community.screening.reasons import Code
from community.screening.records import Context, Outcome, Submission
from community.screening.rules.selling import check


def words(text, name=""):
    return [word for reason in check(Submission(text, name), Context()) for word in reason.words]


@pytest.mark.parametrize(
    "text",
    [
        "DM me to order",
        "Buy tramadol online without prescription",
        "Use my link for 20% off",
        "Join my team and earn from home",
        "I sell CBD oil, 20 euros a bottle",
    ],
)
def test_offers_are_seen(text):
    assert words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pharmacy was out of tramadol.",
        "I bought a heating pad for 20 euros, it helps.",
        "Where do you buy your gloves?",
        "Message me if you want to talk.",
        "My prescription costs 48 euros.",
    ],
)
def test_what_patients_buy_and_look_for_is_left_alone(text):
    assert words(text) == []


@pytest.mark.parametrize(
    "name",
    ["tr@madol", "Tramad0l", "0xycodone", "val!um", "x.a.n.a.x", "t-r-a-m-a-d-o-l", "L Y R I C A"],
)
def test_a_medicine_in_disguise_is_seen_in_the_text_and_in_the_name(name):
    assert words(f"hello {name} here") == [name]
    assert words("hello", name) == [name]


@pytest.mark.parametrize(
    "text", ["5htp", "B12", "I take 300mg", "a b c d e f", "jo@lyrica.example", "tramadol", "@mia"]
)
def test_other_signs_and_digits_hide_nothing(text):
    assert words(text) == []


def test_it_is_held():
    (reason,) = check(Submission("Order now"), Context())
    assert (reason.code, reason.outcome) == (Code.SELLING, Outcome.HOLD)
