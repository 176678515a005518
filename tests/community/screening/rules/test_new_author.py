"""Guests and first posts."""

import pytest

from community.screening.reasons import Code
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


def test_the_very_first_post_of_an_account_is_told_from_the_second():
    def reason(**known):
        (found,) = check(Submission("Hi", "Nadia"), Context(**known))
        return found.code, found.detail

    assert reason() == (Code.FIRST_POST, "0 of 2 posts approved so far")
    assert reason(approved_posts=1) == (Code.NEW_AUTHOR, "1 of 2 posts approved so far")
    # The first may still be waiting when the second comes.
    assert reason(recent_texts=("Hello",)) == (Code.NEW_AUTHOR, "0 of 2 posts approved so far")


def test_of_a_guest_nobody_knows_which_post_it_is():
    (found,) = check(Submission("Hi", "Gus", is_guest=True), Context())
    assert (found.code, found.detail) == (Code.NEW_AUTHOR, "")
