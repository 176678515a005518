"""Threads and people whose comments a moderator reads first for a while."""

from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold where a moderator asked for it; a guest is read first anyway."""
    if not context.reads_first or submission.is_guest:
        return ()
    return (Reason(Code.PRE_MODERATED),)
