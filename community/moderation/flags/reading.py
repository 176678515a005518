"""The flags of a case, as a moderator sees them: what was said, never who said it."""

from dataclasses import dataclass

from django.db.models import Count, Q

from community.moderation.flags.models import Flag
from community.moderation.queue.changes import Change, changes
from community.threads.models import Comment

FLAGS_SHOWN = 20  # more readers than that say the same in other words; all are counted above


@dataclass(frozen=True)
class ReadFlag:
    """A flag, who sent it in the fewest words, and what the author changed since."""

    flag: Flag
    sender: str
    changes: list[Change]


def read_flags(comment: Comment) -> list[ReadFlag]:
    """The newest flags of a comment, the open ones first."""
    flags = Flag.objects.filter(comment=comment).annotate(
        upheld=Count("flagger__flags", filter=Q(flagger__flags__outcome=Flag.Outcome.UPHELD)),
        declined=Count("flagger__flags", filter=Q(flagger__flags__outcome=Flag.Outcome.DECLINED)),
    )
    newest = flags.order_by("-pk")[:FLAGS_SHOWN]  # grouped rows have no order of their own
    ordered = sorted(newest, key=lambda flag: flag.outcome != Flag.Outcome.OPEN)
    return [ReadFlag(flag, sender(flag), changes_since(flag, comment)) for flag in ordered]


def sender(flag: Flag) -> str:
    """How far the sender's flags were right before, without who it is."""
    if flag.flagger_id is None:
        return "by a guest"
    upheld, declined = getattr(flag, "upheld", 0), getattr(flag, "declined", 0)
    if not upheld + declined:
        return "by a member who never flagged before"
    return f"by a member who was right {upheld} of {upheld + declined} times"


def changes_since(flag: Flag, comment: Comment) -> list[Change]:
    """What became of the words since they were flagged."""
    if flag.version == comment.version or not flag.snapshot:
        return []
    return changes(flag.snapshot, comment.body)
