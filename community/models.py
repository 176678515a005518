"""The index of models that Django needs; they live in their areas."""

from community.desk.models import DeskLogEntry
from community.members.models import Member, PseudonymChange
from community.moderation.models import Decision
from community.outbox.models import OutboxEvent
from community.threads.models import BlockedTerm, Comment, CommentVersion, Thread

__all__ = [
    "BlockedTerm",
    "Comment",
    "CommentVersion",
    "Decision",
    "DeskLogEntry",
    "Member",
    "OutboxEvent",
    "PseudonymChange",
    "Thread",
]
