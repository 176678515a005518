"""The flags of a case, as a moderator sees them: what was said, never who said it."""

from dataclasses import dataclass

from common.text.changes import Change, changes
from community.moderation.flags.models import Flag
from community.moderation.flags.querysets import Record, records_of
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
    newest = list(Flag.objects.filter(comment=comment)[:FLAGS_SHOWN])
    records = records_of({flag.flagger_id for flag in newest if flag.flagger_id})
    newest.sort(key=lambda flag: flag.outcome != Flag.Outcome.OPEN)
    return [ReadFlag(flag, sender(flag, records), changes_since(flag, comment)) for flag in newest]


def sender(flag: Flag, records: dict[int, Record]) -> str:
    """How far the sender's flags were right before, without who it is."""
    if flag.flagger_id is None:
        return "by a guest"
    record = records.get(flag.flagger_id, Record())
    if not record.total:
        return "by a member of whose flags none was answered yet"
    return f"by a member who was right {record.upheld} of {record.total} times"


def changes_since(flag: Flag, comment: Comment) -> list[Change]:
    """What became of the words since they were flagged."""
    if flag.version == comment.version or not flag.snapshot:
        return []
    return changes(flag.snapshot, comment.words)
