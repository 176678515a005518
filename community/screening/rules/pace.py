"""Many posts within a few minutes are held."""

from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold when as many posts as are usual came already. `submission` itself is not counted."""
    if context.posts_last_10_minutes < context.posts_per_10_minutes:
        return ()
    return (Reason(Code.PACE, detail=f"{context.posts_last_10_minutes} posts before this one"),)
