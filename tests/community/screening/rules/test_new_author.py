"""Guests and first posts."""

import pytest

from community.screening.records import POSTS_THAT_EARN_TRUST, Context, Submission
from community.screening.rules.new_author import check


@pytest.mark.parametrize(
    ("approved", "waits"),
    [
        (0, True),
        (POSTS_THAT_EARN_TRUST - 1, True),
        (POSTS_THAT_EARN_TRUST, False),
        (50, False),
    ],
)
def test_two_approved_posts_earn_trust(approved, waits):
    assert bool(check(Submission("Hi", "Nadia"), Context(approved_posts=approved))) is waits


def test_staff_may_ask_for_more():
    context = Context(approved_posts=4, posts_that_earn_trust=5)
    assert check(Submission("Hi", "Nadia"), context)


def test_a_guest_earns_no_trust():
    assert check(Submission("Hi", "Gus", is_guest=True), Context(approved_posts=50))
