"""The models of moderation; they live in their rooms."""

from community.moderation.alerts.models import AlertPause, WaitAlert
from community.moderation.appeals.models import Appeal
from community.moderation.claims.models import Claim, Note
from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag
from community.moderation.notices.models import Notice
from community.moderation.replies.models import ReplyTemplate
from community.moderation.sanctions.models import Sanction
from community.moderation.team.models import TopicLimit

__all__ = [
    "AlertPause",
    "Appeal",
    "Claim",
    "Decision",
    "Flag",
    "Note",
    "Notice",
    "ReplyTemplate",
    "Sanction",
    "TopicLimit",
    "WaitAlert",
]
