"""Guests and an account's first posts wait for a moderator."""

from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission


def is_new(submission: Submission, context: Context) -> bool:
    """A guest is always new: nothing ties one of their posts to the next."""
    return submission.is_guest or context.approved_posts < context.posts_that_earn_trust


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    return (Reason(Code.NEW_AUTHOR),) if is_new(submission, context) else ()
