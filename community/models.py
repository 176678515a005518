"""The index of models that Django needs; they live in their areas."""

from community.desk.models import DeskItem, DeskLogEntry, DeskRun, RunProblem
from community.desk.newsletter.models import IssueLogEntry
from community.help_lines.models import HelpCountry, HelpLineEntry
from community.member_pages.models import HiddenComment, MemberPage, PageLine
from community.members.agreements.models import Agreement, AgreementText
from community.members.models import Member, PseudonymChange
from community.members.muting.mutes import Mute
from community.members.sessions.models import Session
from community.mentors.models import MentorOffer, Welcome
from community.moderation.models import (
    AlertPause,
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
from community.notifications.follows.models import Follow, Follower
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Digest, Notification
from community.old_words.models import AddressProof, OldErasure
from community.outbox.models import OutboxEvent
from community.own_data.models import Download, Erasure, GuestErasure
from community.support.models import Support
from community.threads.editing.versions import CommentVersion
from community.threads.holding.models import HeldPost
from community.threads.models import Comment, Thread
from community.threads.reading.visits import ThreadVisit
from community.yardsticks.models import BlockedTerm, ReadingPromise, SpamModel

__all__ = [
    "AddressProof",
    "Agreement",
    "AgreementText",
    "AlertPause",
    "Appeal",
    "BlockedTerm",
    "Claim",
    "Comment",
    "CommentVersion",
    "Decision",
    "DeskItem",
    "DeskLogEntry",
    "DeskRun",
    "Digest",
    "Download",
    "Erasure",
    "Flag",
    "Follow",
    "Follower",
    "GuestErasure",
    "HeldPost",
    "HelpCountry",
    "HelpLineEntry",
    "HiddenComment",
    "IssueLogEntry",
    "Member",
    "MemberPage",
    "MentorOffer",
    "Mute",
    "Note",
    "Notice",
    "Notification",
    "OldErasure",
    "OutboxEvent",
    "PageLine",
    "PseudonymChange",
    "ReadingPromise",
    "ReplyTemplate",
    "ReturnedLetter",
    "RunProblem",
    "Sanction",
    "Session",
    "SpamModel",
    "Support",
    "Thread",
    "ThreadVisit",
    "TopicLimit",
    "WaitAlert",
    "Welcome",
]
