"""Threads and their comments, stored in the order in which they are read."""

from django.db import models
from django.urls import reverse

from articles.models import Article, ImportRun, Topic
from community.members.models import Member
from community.screening.reasons import Code, explain
from community.threads.indexes import INDEXES
from community.threads.querysets import ADDRESSABLE, CommentQuerySet, ThreadQuerySet
from community.threads.tree import PATH_MAX

SUPPORT_MAX = 120  # four labels and their numbers, with room for a million each
NAME_MAX = 60  # a guest's name; longer ones push the time off a small screen
CONVERSATION_TITLE_MAX = 120  # characters: two lines of a phone, and a question fits


def joined_words(title: str, body: str) -> str:
    """What somebody said, as screening and the team read it: a title stands above the rest."""
    return f"{title}\n\n{body}" if title else body


class Thread(models.Model):
    """The discussion under an article, or a conversation that a member began in a topic.

    A conversation has no article. Its first comment (`is_opening`) stands above the others, as the
    article does elsewhere; `shown_title` is what readers see above it, and "" while they see nothing of
    it: before a moderator read it, and after it was taken away.

    `version` counts every change a reader could see: a finished page is kept under it.
    `last_number` is the number given to the newest comment; numbers are never given twice.
    `mode` is how new comments are taken, until `mode_until` (None: until somebody changes it);
    readers see `mode_words`. `gap_seconds` must lie between two comments of one person.
    """

    class Mode(models.TextChoices):
        OPEN = "open", "Open"
        SLOW = "slow", "Slowed down"
        READ_FIRST = "read_first", "Read before they appear"
        CLOSED = "closed", "Closed"

    class Audience(models.TextChoices):
        """Who may read; the words of people who wrote for a few are never opened to all."""

        EVERYONE = "everyone", "Everyone"
        MEMBERS = "members", "Members only"

    article = models.OneToOneField(
        Article, on_delete=models.PROTECT, related_name="thread", null=True, blank=True
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="conversations", null=True, blank=True
    )
    started_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="conversations", null=True, blank=True
    )
    shown_title = models.CharField(max_length=CONVERSATION_TITLE_MAX, blank=True)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.EVERYONE)
    pinned_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    last_number = models.PositiveIntegerField(default=0)
    comment_count = models.PositiveIntegerField(default=0)
    last_comment_at = models.DateTimeField(null=True)
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.OPEN)
    mode_until = models.DateTimeField(null=True, blank=True)
    mode_words = models.TextField(blank=True)
    gap_seconds = models.PositiveIntegerField(default=0)
    pieces_version = models.PositiveSmallIntegerField(default=0)  # 0: before they were counted
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=False, topic__isnull=True)
                | models.Q(article__isnull=True, topic__isnull=False),
                name="thread_of_article_or_in_topic",
            )
        ]
        indexes = [
            models.Index(fields=["-last_comment_at"], name="thread_talked_about"),
            models.Index(
                fields=["topic", "-last_comment_at"],
                condition=~models.Q(shown_title=""),
                name="thread_conversations",
            ),
        ]

    def __str__(self) -> str:
        return f"Conversation {self.pk}" if self.is_conversation else f"Thread of {self.article_id}"

    def get_absolute_url(self) -> str:
        """The page it stands on; its place there is `#thread`."""
        if self.article is None:
            return reverse("conversation", args=[self.pk])
        return self.article.get_absolute_url()

    @property
    def is_conversation(self) -> bool:
        return self.article_id is None

    @property
    def is_for_members(self) -> bool:
        """Whether it is kept from everybody who is not signed in, and from every list they see."""
        return self.audience == self.Audience.MEMBERS

    @property
    def title(self) -> str:
        """What people know it by."""
        if self.article is None:
            return self.shown_title or "A conversation that is not shown"
        return self.article.title

    @property
    def is_open_to_readers(self) -> bool:
        """Whether what it is about can be read, and written below."""
        if self.article is None:
            return bool(self.shown_title)
        return self.article.is_published

    def is_readable_by(self, reader: Member | None) -> bool:
        """Whether this reader may open its page (None: not signed in); as `querysets.open_threads` asks."""
        if self.article is not None:
            return self.article.state in ADDRESSABLE
        return self.is_there and (reader is not None or not self.is_for_members)

    @property
    def is_there(self) -> bool:
        """Whether a conversation has anything for readers: its opening, or comments that outlived it."""
        return bool(self.shown_title or self.comment_count)

    @property
    def gap_words(self) -> str:
        """The time between two comments of one person, in words."""
        minutes = max(1, round(self.gap_seconds / 60))
        if minutes % 60 == 0:
            return "an hour" if minutes == 60 else f"{minutes // 60} hours"
        return "a minute" if minutes == 1 else f"{minutes} minutes"


class Comment(models.Model):
    """One comment, with its place in the thread and its finished HTML.

    `path` is the place in reading order (see `threads.tree`), `piece` the HTML that a page is
    put together from, made and sanitised when the comment is written, with `support` in it. `version` counts what
    the author wrote, so that a decision is about the words that were read. `waiting_since` says
    that a moderator should read it: pending words, or visible ones that readers flagged.
    A row with `moved_to` is nobody's comment: it points to where a branch was moved.
    """

    class State(models.TextChoices):
        PENDING = "pending", "Waiting to be read"
        VISIBLE = "visible", "Visible"
        REJECTED = "rejected", "Not published"
        REMOVED = "removed", "Removed by a moderator"
        WITHDRAWN = "withdrawn", "Withdrawn by its author"

    class Placement(models.IntegerChoices):
        """Where readers find it: nowhere, on the page of its branch, or behind "Show more"."""

        NOWHERE = 0
        OPEN = 1
        FOLDED = 2

    # Where a key has no index of its own, see indexes.py.
    thread = models.ForeignKey(
        Thread, on_delete=models.PROTECT, related_name="comments", db_index=False
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="replies",
        null=True,
        blank=True,
        db_index=False,
    )
    number = models.PositiveIntegerField(help_text="Counted within the thread, from 1.")
    path = models.CharField(max_length=PATH_MAX)
    depth = models.PositiveSmallIntegerField(default=0)
    root_number = models.PositiveIntegerField()
    visible_below = models.PositiveIntegerField(default=0)
    is_folded = models.BooleanField(default=False, help_text='Behind "Show more replies".')
    placement = models.PositiveSmallIntegerField(choices=Placement, default=Placement.NOWHERE)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    moved_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="pointers",
        null=True,
        blank=True,
        db_index=False,
        help_text="Set for a pointer, which keeps the place of a branch that was moved.",
    )
    author = models.ForeignKey(
        Member,
        on_delete=models.SET_NULL,
        related_name="comments",
        null=True,
        blank=True,
        db_index=False,
    )
    author_name = models.CharField(max_length=NAME_MAX)
    author_email = models.EmailField(blank=True)
    is_imported = models.BooleanField(default=False)
    import_run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, blank=True, db_index=False
    )
    import_key = models.CharField(max_length=64, null=True, blank=True)
    # By it somebody who proves an address finds the words they wrote elsewhere. See origins.py.
    origin_hash = models.CharField(max_length=64, blank=True)

    is_opening = models.BooleanField(default=False, help_text="Begins a conversation.")
    title = models.CharField(max_length=CONVERSATION_TITLE_MAX, blank=True)
    body = models.TextField(help_text="As it was written.")
    body_html = models.TextField()
    piece = models.TextField(blank=True)
    support = models.CharField(
        max_length=SUPPORT_MAX,
        blank=True,
        help_text="How many readers said what with a button, in words; counted by community.support.",
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    is_dated = models.BooleanField(default=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    annotation = models.TextField(blank=True, help_text="A moderator's note below the comment.")
    annotated_by = models.ForeignKey(
        Member,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        db_index=False,
    )
    annotated_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    # When it appears by itself; nothing has to be read any more. See appearing.py.
    appears_at = models.DateTimeField(null=True, blank=True)

    reasons = models.JSONField(default=list, blank=True)
    urgency = models.PositiveSmallIntegerField(default=0)
    waiting_since = models.DateTimeField(null=True, blank=True)

    submission_key = models.CharField(max_length=64, null=True, unique=True)
    receipt_salt = models.CharField(max_length=32, blank=True)
    network_hash = models.CharField(max_length=64, blank=True)
    # Which sentence a guest read when they posted: see public_notice.py. 0: none.
    public_notice = models.PositiveSmallIntegerField(default=0)

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="comment_number_once"),
            models.UniqueConstraint(fields=["thread", "import_key"], name="comment_imported_once"),
        ]
        indexes = INDEXES

    def __str__(self) -> str:
        return f"{self.author_name}, number {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("comment_permalink", args=[self.pk])

    @property
    def is_visible(self) -> bool:
        return self.state == self.State.VISIBLE

    @property
    def words(self) -> str:
        """Everything that its author said: what screening and the team read."""
        return joined_words(self.title, self.body)

    @property
    def heading(self) -> str:
        """Under what it stands, for its author and the team: an opening stands under its own title."""
        return self.title or self.thread.title

    @property
    def is_hidden_by_flags(self) -> bool:
        """Whether readers saw it before their flags hid it."""
        is_flagged = any(reason["code"] == Code.FLAGGED for reason in self.reasons)
        return is_flagged and self.state == self.State.PENDING

    @property
    def why_it_waits(self) -> list[str]:
        """What its author is told about the reasons, each sentence once."""
        held = (reason for reason in self.reasons if reason.get("outcome", "hold") == "hold")
        return list(dict.fromkeys(explain(reason["code"]).author for reason in held))
