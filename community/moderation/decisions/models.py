"""Decisions: rows that are only ever added."""

from django.db import models

from community.members.models import Member
from community.threads.models import Comment, Thread


class Decision(models.Model):
    """One decision. Rows are only ever added; the database itself refuses to change them.

    It is about a comment, or about a member, or about a thread. `version` is the version of the
    comment that the moderator read, `state_before` the state it was in, `waited_seconds` the time
    from its arrival in the queue to this decision (0 when it did not wait) and `lane` the lane it
    waited in. `reverses` is the earlier decision that this one takes back, `until` when a measure
    ends by itself. `facts` adds what the person concerned should know (how many words were blanked,
    where a branch was moved), never words of theirs: these rows outlive what people erase.
    `is_automated` decisions have no moderator.
    """

    class Kind(models.TextChoices):
        APPROVE = "approve", "Approved"
        REDACT = "redact", "Published with words blanked"
        REJECT = "reject", "Not published"
        REVISE = "revise", "Sent back to be changed"
        REMOVE = "remove", "Removed"
        RESTORE = "restore", "Restored"
        HIDE = "hide", "Hidden until a moderator has read it"
        KEEP = "keep", "Left as it is"
        ANNOTATE = "annotate", "Note added below"
        MOVE = "move", "Moved"
        UNDO = "undo", "Taken back"
        OPEN = "open", "Opened again"
        SLOW = "slow", "Slowed down"
        READ_FIRST = "read_first", "Read before it appears"
        CLOSE = "close", "Closed"
        PIN = "pin", "Pinned"
        UNPIN = "unpin", "No longer pinned"
        NARROW = "narrow", "Kept among members"
        TOPIC = "topic", "Moved to another topic"
        WARN = "warn", "Warned"
        PAUSE = "pause", "Paused"
        BAN = "ban", "Banned"
        LIFT = "lift", "Lifted"
        TAKE_LINE_OUT = "take_line_out", "Line of a member page taken out"
        MENTOR_ASKED = "mentor_asked", "Asked to be a mentor"
        MENTOR = "mentor", "Became a mentor"
        MENTOR_END = "mentor_end", "No longer a mentor"
        NOTICE_ACTED = "notice_acted", "Acted on a notice"
        NOTICE_DECLINED = "notice_declined", "Notice: nothing illegal found"
        APPEAL_KEPT = "appeal_kept", "Kept after an appeal"
        APPEAL_REVERSED = "appeal_reversed", "Reversed after an appeal"

    class Ground(models.TextChoices):
        NONE = "", "No rule was broken"
        MEDICAL_ADVICE = "medical_advice", "Medical advice to others"
        DOSE = "dose", "Names a dose for others"
        DIAGNOSIS = "diagnosis", "Diagnoses somebody else"
        CURE_CLAIM = "cure_claim", "Claims a cure"
        SELLING = "selling", "Sells or advertises something"
        RECRUITING = "recruiting", "Looks for people for a study or survey"
        PERSONAL_DETAILS = "personal_details", "Shows personal details, one's own or another's"
        ATTACK = "attack", "Attacks a person or a group"
        SELF_HARM = "self_harm", "Describes ways of harming oneself"
        OFF_TOPIC = "off_topic", "Not about the article"
        REPEATED = "repeated", "Says the same again"
        ILLEGAL = "illegal", "Against the law"
        OTHER = "other", "Another reason"

    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="decisions", null=True, blank=True
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="decisions_about", null=True, blank=True
    )
    thread = models.ForeignKey(
        Thread, on_delete=models.PROTECT, related_name="decisions", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=20, choices=Kind)
    ground = models.CharField(max_length=20, choices=Ground, blank=True)
    words = models.TextField(blank=True, help_text="The moderator's own words to the author.")
    facts = models.TextField(blank=True)
    moderator = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="decisions", null=True, blank=True
    )
    state_before = models.CharField(max_length=10, blank=True)
    lane = models.CharField(max_length=20, blank=True)
    screening_codes = models.JSONField(default=list)
    is_automated = models.BooleanField(default=False)
    waited_seconds = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(null=True, blank=True)
    reverses = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="reversed_by", null=True, blank=True
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["moderator", "-id"], name="decision_by_moderator"),
            models.Index(fields=["decided_at"], name="decision_by_time"),
        ]

    @property
    def is_restriction(self) -> bool:
        """Whether it takes something from a person, who is then told why and may object.

        What is decided about a thread is about nobody in particular and is said at the thread.
        """
        concerns_somebody = self.comment_id is not None or self.member_id is not None
        return self.kind in RESTRICTIONS and concerns_somebody

    def __str__(self) -> str:
        about = f"comment {self.comment_id}, version {self.version}" if self.comment_id else ""
        about = about or (f"member {self.member_id}" if self.member_id else "")
        return f"{self.get_kind_display()}: {about or f'thread {self.thread_id}'}"


# Article 17(1) of Regulation (EU) 2022/2065: each of these comes with a statement of reasons.
RESTRICTIONS = frozenset(
    {
        Decision.Kind.REJECT,
        Decision.Kind.REVISE,
        Decision.Kind.REMOVE,
        Decision.Kind.HIDE,
        Decision.Kind.REDACT,
        Decision.Kind.WARN,
        Decision.Kind.SLOW,
        Decision.Kind.READ_FIRST,
        Decision.Kind.PAUSE,
        Decision.Kind.BAN,
        Decision.Kind.TAKE_LINE_OUT,
    }
)
