"""Which decisions a comment is open to, and where they lead."""

from community.moderation.decisions.models import Decision
from community.threads.models import Comment

Kind, Ground, State = Decision.Kind, Decision.Ground, Comment.State

# From which states a decision leads where.
MOVES: dict[Decision.Kind, tuple[tuple[str, ...], str]] = {
    Kind.APPROVE: ((State.PENDING,), State.VISIBLE),
    Kind.REDACT: ((State.PENDING, State.VISIBLE), State.VISIBLE),
    Kind.KEEP: ((State.VISIBLE,), State.VISIBLE),
    Kind.REVISE: ((State.PENDING,), State.REJECTED),
    Kind.REJECT: ((State.PENDING,), State.REJECTED),
    Kind.REMOVE: ((State.VISIBLE, State.PENDING), State.REMOVED),
    Kind.RESTORE: ((State.REMOVED, State.REJECTED), State.VISIBLE),
}
# These restrict what somebody wrote, so they need a reason, and its author may object.
RESTRICTING = frozenset({Kind.REVISE, Kind.REJECT, Kind.REMOVE, Kind.REDACT})
# Reasons that only own words make one.
NEEDS_WORDS: dict[str, str] = {
    Ground.ILLEGAL: "Please say in your own words which law it breaks, and how.",
    Ground.OTHER: "Please say in your own words what the reason is.",
}
# After these nobody has to read the comment any more.
ANSWERS_QUEUE = frozenset({Kind.APPROVE, Kind.REJECT, Kind.REVISE})
# After these the author may change the words and send them again.
SENDING_BACK = frozenset({Kind.REVISE, Kind.REJECT})


def version_after(decision: Decision) -> int:
    """The version of the words that a decision left: blanking some of them makes a new one."""
    return decision.version + (decision.kind == Kind.REDACT)


def open_kinds(comment: Comment) -> list[Decision.Kind]:
    """The decisions that the state of a comment leaves open.

    What readers have seen is removed, what they have not seen is not published: these are
    different things to the person who wrote it, so only one of the two is offered.
    """
    if comment.erased_at:
        return []
    kinds = [kind for kind, (states, _) in MOVES.items() if comment.state in states]
    closed = set() if comment.waiting_since else {Kind.KEEP}
    if comment.appears_at:
        closed.add(Kind.APPROVE)  # that was decided, or needed no decision
    if comment.state == State.PENDING:
        closed.add(Kind.REJECT if comment.is_hidden_by_flags else Kind.REMOVE)
    return [kind for kind in kinds if kind not in closed]


def grounds_of(kind: str) -> list[str]:
    """The reasons that a decision of this kind can have."""
    if kind in RESTRICTING:
        return [ground for ground in Ground.values if ground]
    return [Ground.NONE]
