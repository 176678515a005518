"""Many posts within a few minutes."""

from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.pace import check


def test_a_lively_exchange_is_not_held():
    assert check(Submission("Hi"), Context(posts_last_10_minutes=4, posts_per_10_minutes=5)) == ()


def test_the_post_after_the_usual_number_waits_and_says_how_many_came():
    (reason,) = check(Submission("Hi"), Context(posts_last_10_minutes=5, posts_per_10_minutes=5))
    assert (reason.code, reason.detail) == (Code.PACE, "5 posts before this one")
