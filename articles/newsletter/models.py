"""Subscribers, issues, and what was handed over to whom."""

from django.db import models
from django.urls import reverse

from articles.library.models import SLUG_MAX, TITLE_MAX, Article, Topic

OPENING_MAX = 2_000  # characters of what stands before the articles: a page
TEASER_MAX = 600  # characters about one article: a paragraph


class Subscriber(models.Model):
    """An e-mail address to which the newsletter goes once its owner confirmed it. No member, no name.

    `agreed_at` and `agreed_to` are the evidence of consent: when, and to which words. `letter` is what the
    worker is to send next.
    """

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", "Once a week"
        MONTHLY = "monthly", "Once a month"
        EACH = "each", "Each new article"

    class Letter(models.TextChoices):
        NONE = "", "none"
        CONFIRM = "confirm"
        PREFERENCES = "preferences"

    email = models.EmailField(unique=True)
    rhythm = models.CharField(max_length=7, choices=Rhythm, default=Rhythm.WEEKLY)
    topics = models.ManyToManyField(Topic, related_name="+", blank=True)
    salt = models.CharField(max_length=32)
    agreed_at = models.DateTimeField()
    agreed_to = models.CharField(max_length=20)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    letter = models.CharField(max_length=11, choices=Letter, blank=True)
    letters = models.PositiveIntegerField(default=0)
    letter_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"subscriber {self.pk}"


class Suppression(models.Model):
    """An address to which no newsletter goes any more, as a keyed hash: it bounced, or its owner complained."""

    class Why(models.TextChoices):
        BOUNCE = "bounce", "It takes no mail"
        COMPLAINT = "complaint", "Its owner called the letter unwanted"

    address_hash = models.CharField(max_length=64, unique=True)
    why = models.CharField(max_length=9, choices=Why)
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.get_why_display()


class Issue(models.Model):
    """One issue: composed by staff, or made of itself of the newest articles.

    Who gets it: subscribers of the rhythms that are ticked, of one of `topics` where there are any.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Being composed"
        SCHEDULED = "scheduled", "Waiting for its time"
        SENDING = "sending", "Being sent"
        PAUSED = "paused", "Paused"
        SENT = "sent", "Sent"

    slug = models.SlugField(max_length=SLUG_MAX, unique=True)
    title = models.CharField(max_length=TITLE_MAX)
    subject = models.CharField(max_length=TITLE_MAX)
    opening = models.TextField(blank=True)
    for_weekly = models.BooleanField(default=True)
    for_monthly = models.BooleanField(default=False)
    for_each = models.BooleanField(default=False)
    topics = models.ManyToManyField(Topic, related_name="+", blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    made_at = models.DateTimeField(auto_now_add=True)
    send_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    unsubscribed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("newsletter_issue", args=[self.slug])

    @property
    def is_editable(self) -> bool:
        return self.state in (self.State.DRAFT, self.State.SCHEDULED)

    @property
    def is_public(self) -> bool:
        """Whether it stands in the archive: once its sending has begun."""
        return self.started_at is not None


class IssueArticle(models.Model):
    """An article in an issue, at its place, with some words about it."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="picked")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    teaser = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "article"], name="issue_article_once")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.issue_id}"


class Announcement(models.Model):
    """The mark of an article that was looked at for those who want each; an article is news once."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="announcement")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"announced {self.article_id}"


class Delivery(models.Model):
    """An issue for one subscriber. Once it was handing over, it is never handed over again by itself.

    `came_back` is set when the mail server of the address reports that it does not take it for now.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        HANDING = "handing", "Being handed over"
        SENT = "sent", "Sent"
        REFUSED = "refused", "Refused"
        UNKNOWN = "unknown", "Not known"
        DROPPED = "dropped", "Not wanted any more"

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.SET_NULL, related_name="deliveries", null=True
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    came_back = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "subscriber"], name="delivery_once")
        ]
        indexes = [
            models.Index(
                fields=["issue", "id"],
                condition=models.Q(state__in=("waiting", "handing")),
                name="delivery_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} to {self.subscriber_id}"
