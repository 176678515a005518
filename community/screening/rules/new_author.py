"""Guests and an account's first posts wait for a moderator."""

from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission


def is_new(submission: Submission, context: Context) -> bool:
    """A guest is always new: nothing ties one of their posts to the next."""
    return submission.is_guest or context.approved_posts < context.posts_that_earn_trust


def is_first(submission: Submission, context: Context) -> bool:
    """Whether nothing by this account was approved, and nothing sent lately. Never of a guest."""
    return not (submission.is_guest or context.approved_posts or context.recent_texts)


def paused(until: str) -> tuple[Reason, ...]:
    """The reason while too many of the author's posts were rejected lately."""
    return (Reason(Code.TRUST_PAUSED, detail=f"until {until}"),) if until else ()


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold; the very first post of an account says so, a later one how far the author has come."""
    if not is_new(submission, context):
        return paused(context.trust_paused_until)
    if submission.is_guest:
        return (Reason(Code.NEW_AUTHOR),)
    so_far = f"{context.approved_posts} of {context.posts_that_earn_trust} posts approved so far"
    first = is_first(submission, context)
    return (Reason(Code.FIRST_POST if first else Code.NEW_AUTHOR, detail=so_far),)
