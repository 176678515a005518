"""Who is told, and what they follow."""

from django.db import models
from django.utils import timezone

from community.members.models import Member


class Follower(models.Model):
    """Somebody who is told of news: a member, or a guest by a confirmed address.

    How each kind comes by mail is chosen here. `salt` makes the links of the letters; a new one makes
    old links useless.
    """

    class How(models.TextChoices):
        AT_ONCE = "at_once", "At once"
        DAILY = "daily", "Once a day"
        WEEKLY = "weekly", "Once a week"
        NEVER = "never", "Never by mail"

    class OwnThreads(models.TextChoices):
        """What happens with a thread in which somebody writes for the first time."""

        ASK = "ask", "Ask me after I posted"
        ALWAYS = "always", "Follow it by itself"
        NEVER = "never", "Only tell me of answers to me"

    class Stopped(models.TextChoices):
        RETURNED = "returned", "Letters came back"
        COMPLAINT = "complaint", "A letter was called unwanted"

    member = models.OneToOneField(
        Member, on_delete=models.CASCADE, related_name="follower", null=True, blank=True
    )
    email = models.EmailField(blank=True, help_text="Of guests; members have theirs.")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    salt = models.CharField(max_length=32)
    paused_until = models.DateTimeField(null=True, blank=True)
    shows_words = models.BooleanField(default=True)
    replies = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    mentions = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    comments = models.CharField(max_length=8, choices=How, default=How.DAILY)
    articles = models.CharField(max_length=8, choices=How, default=How.DAILY)
    corrections = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    decisions = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    answers = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    overdue = models.CharField(max_length=8, choices=How, default=How.AT_ONCE)
    own_threads = models.CharField(
        max_length=6, choices=OwnThreads, default=OwnThreads.ASK, help_text="Of members."
    )
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_address = models.EmailField(blank=True, help_text="Another address is written to.")
    stopped_why = models.CharField(max_length=9, choices=Stopped, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=~models.Q(email=""), name="follower_address_once"
            )
        ]

    def __str__(self) -> str:
        return f"follower {self.pk}"

    @property
    def address(self) -> str:
        """Where letters go; "" where nobody confirmed anything."""
        if self.member is not None:
            return self.member.email if self.member.is_active else ""
        return self.email if self.confirmed_at else ""

    @property
    def is_stopped(self) -> bool:
        """Whether no letters go to a member, because earlier ones to this address came back."""
        if self.stopped_at is None or self.member is None:
            return False
        return self.member.email.lower() == self.stopped_address

    @property
    def is_paused(self) -> bool:
        return self.paused_until is not None and self.paused_until > timezone.now()

    @property
    def is_quiet(self) -> bool:
        """Whether no letter goes out now, of no kind."""
        return self.is_paused or self.is_stopped

    @property
    def name(self) -> str:
        return self.member.pseudonym if self.member is not None else ""


class Follow(models.Model):
    """One thing that somebody follows; `target` is its key. A guest's counts once it is confirmed."""

    class Kind(models.TextChoices):
        THREAD = "thread", "Comments below an article"
        ARTICLE = "article", "Corrections of an article"
        BRANCH = "branch", "Answers to a comment"
        TOPIC = "topic", "Articles and conversations in a topic"
        CONVERSATION = "talk", "Comments in a conversation"
        PERSON = "person", "Comments of a person"

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=8, choices=Kind)
    target = models.BigIntegerField()
    is_confirmed = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "kind", "target"], name="follow_once")
        ]
        indexes = [models.Index(fields=["kind", "target"], name="follow_target")]

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"
