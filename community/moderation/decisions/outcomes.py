"""What to tell a moderator after a decision: what was done, or who was first."""

from dataclasses import dataclass, field

from common.text.changes import Change
from community.moderation.decisions.refusals import AlreadyDecided
from community.moderation.models import Claim, Decision
from community.threads.models import Comment

Kind = Decision.Kind

DONE = {
    Kind.APPROVE: "Approved. Everybody can read the comment by {name} now.",
    Kind.REDACT: "Visible with words blanked. {told_of_blanks}",
    Kind.ANNOTATE: "The note stands below the comment now. {told_of_note}",
    Kind.MOVE: "Moved. {facts} Everybody who wrote there is told.",
    Kind.KEEP: "Left as it is. Readers who flagged it are told.",
    Kind.REVISE: "Sent back to be changed. {told}",
    Kind.REJECT: "Not published. {told}",
    Kind.REMOVE: "Removed. {told}",
    Kind.RESTORE: "Restored. Everybody can read the comment by {name} again.",
}


@dataclass(frozen=True)
class Trouble:
    """Why nothing was decided.

    `kind` is "first" (`decision` was before), "taken-back", "changed" (`changes` says what) or
    "claimed" (`claim` says by whom) or "not-allowed" (`sentence` says why). `words` are what the moderator had written.
    """

    kind: str
    decision: Decision | None = None
    changes: list[Change] = field(default_factory=list)
    claim: Claim | None = None
    sentence: str = ""
    words: str = ""


def done(decision: Decision) -> str:
    """One sentence or two on what was done."""
    comment = decision.comment
    assert comment is not None
    name = comment.author_name or "this person"
    return DONE[Kind(decision.kind)].format(
        name=name,
        told=told(comment, name, f"{name} is told why, and gets the words back."),
        facts=decision.facts,
        told_of_note=told(comment, name, f"{name} is told of it."),
        told_of_blanks=told(comment, name, f"{name} is told why, and still sees the own words."),
    )


def told(comment: Comment, name: str, usual: str) -> str:
    """How the writer learns of it; `usual` where we can write to them."""
    if comment.is_imported:
        return "It was brought in from elsewhere, so there is nobody to tell."
    if comment.author_id or comment.author_email:
        return usual
    return f"{name} left no address; the reason stands on the receipt page."


def who_was_first(error: AlreadyDecided, words: str) -> Trouble:
    """The decision that was before, or that the author took the comment back."""
    if error.comment.state == Comment.State.WITHDRAWN:
        return Trouble("taken-back", words=words)
    return Trouble("first", decision=error.decision, words=words)
