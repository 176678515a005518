"""What screening says about a post, and what of it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from community.screening.pipeline import screen
from community.screening.reasons import Code
from community.screening.records import Verdict
from community.threads.models import Comment
from community.threads.posting.submissions import Author, Recent, screening_input


class Refused(Exception):
    """Screening gives the words back to the writer; nothing is stored."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("refused by screening")
        self.verdict = verdict


class Asked(Exception):
    """The writer is asked first whether this is meant for everybody; nothing is stored yet."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("the writer is asked first")
        self.verdict = verdict


def screened(
    author: Author,
    text: str,
    recent: Sequence[Recent],
    *,
    replaced: str | None = None,
    reads_first: bool = False,
    asks: bool = False,
) -> Verdict:
    """The verdict on the words; raises `Refused` and `Asked`. An edit tells what it replaces."""
    looked_at = screening_input(author, text, recent, replaced=replaced, reads_first=reads_first)
    verdict = screen(*looked_at)
    if verdict.verdict == "refuse":
        raise Refused(verdict)
    if asks and verdict.asks_writer:
        raise Asked(verdict)
    return verdict


def waiting(verdict: Verdict, now: datetime) -> dict[str, Any]:
    """Fields that put it into the queue, with the reasons."""
    return {
        "reasons": [reason.as_json() for reason in verdict.reasons],
        "urgency": verdict.urgency,
        "waiting_since": None if verdict.verdict == "allow" else now,
    }


def still_flagged(comment: Comment, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of `waiting`, with the flags that nobody has read yet."""
    flagged = [reason for reason in comment.reasons if reason["code"] == Code.FLAGGED]
    if not flagged or not comment.waiting_since:
        return fields
    return {
        "reasons": [*flagged, *fields["reasons"]],
        "urgency": max(comment.urgency, fields["urgency"]),
        "waiting_since": comment.waiting_since,
    }
