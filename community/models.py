"""The index of models that Django needs; they live in their areas."""

from community.desk.models import DeskItem, DeskLogEntry, DeskRun, RunProblem
from community.help_lines.models import HelpCountry, HelpLineEntry
from community.members.models import Member, PseudonymChange
from community.moderation.models import (
    Appeal,
    Claim,
    Decision,
    Flag,
    Note,
    Notice,
    ReplyTemplate,
    Sanction,
    TopicLimit,
    WaitAlert,
)
from community.outbox.models import OutboxEvent
from community.threads.models import (
    BlockedTerm,
    Comment,
    CommentVersion,
    ReadingPromise,
    SpamModel,
    Thread,
)

__all__ = [
    "Appeal",
    "BlockedTerm",
    "Claim",
    "Comment",
    "CommentVersion",
    "Decision",
    "DeskItem",
    "DeskLogEntry",
    "DeskRun",
    "Flag",
    "HelpCountry",
    "HelpLineEntry",
    "Member",
    "Note",
    "Notice",
    "OutboxEvent",
    "PseudonymChange",
    "ReadingPromise",
    "ReplyTemplate",
    "RunProblem",
    "Sanction",
    "SpamModel",
    "Thread",
    "TopicLimit",
    "WaitAlert",
]
