"""Articles, the sources and runs they come from, and the topics they belong to."""

from django.db import models
from django.urls import reverse

from articles.library.querysets import ArticleQuerySet

TITLE_MAX = 300  # the longest headline in the wild is about 200 characters
SLUG_MAX = 80  # an address that still fits one line of a letter
TOPIC_MAX = 80  # a topic is one word or a few, and stands in rows with others
AUTHOR_MAX = 200  # several names with their titles
SOURCE_NAME_MAX = 200  # the longest name of an institute with its department has about 60
SOURCE_ADDRESS_MAX = 500  # of its front page
ADDRESS_MAX = 1000  # browsers and servers give up at about 2,000
EXTERNAL_ID_MAX = 300  # some sources use the whole address as their id
IMAGE_MAX = ADDRESS_MAX
MARK_MAX = 300  # what a server gives as the mark of a version (ETag, Last-Modified)
RUN_SOURCE_MAX = 500  # a path; of a longer one the end is kept, which says more
# Words a minute. Adults read about 240; pain and fatigue slow that down, and nobody is hurried.
READING_PACE = 180


class ImportRun(models.Model):
    """One batch of documents brought in: where the articles and comments of it come from.

    A run that stored nothing new leaves no row: importing the same again changes nothing.
    """

    started_at = models.DateTimeField(auto_now_add=True)
    source = models.CharField(
        max_length=RUN_SOURCE_MAX, help_text="File name or address as it was given."
    )
    format = models.CharField(max_length=20)
    undone_at = models.DateTimeField(null=True, blank=True)
    alive_at = models.DateTimeField(
        null=True, editable=False, help_text="When it was known last that more may come."
    )

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source} ({self.started_at:%Y-%m-%d %H:%M})"


class Source(models.Model):
    """A publisher whose articles are brought in, and the feed that is watched for new ones.

    What `shows` says is decided when an article is stored: of an excerpt the rest is never kept.
    The fields of the feed's last visit are the worker's own.
    """

    class Shows(models.TextChoices):
        FULL = "full", "The full text"
        EXCERPT = "excerpt", "An excerpt and a link"

    name = models.CharField(max_length=SOURCE_NAME_MAX, unique=True)
    url = models.URLField(max_length=SOURCE_ADDRESS_MAX, blank=True)
    licence_note = models.TextField(
        blank=True, help_text="Under which terms its texts stand here; shown below each of them."
    )
    shows = models.CharField(max_length=10, choices=Shows, default=Shows.FULL)

    feed_url = models.URLField(max_length=ADDRESS_MAX, blank=True)
    feed_publishes = models.BooleanField(
        default=False, help_text="New articles are published at once, not kept as drafts."
    )
    feed_paused_at = models.DateTimeField(null=True, blank=True)
    feed_note = models.TextField(blank=True, help_text="What went wrong at the last visit.")
    feed_etag = models.CharField(max_length=MARK_MAX, blank=True)
    feed_modified = models.CharField(max_length=MARK_MAX, blank=True)
    feed_failures = models.PositiveSmallIntegerField(default=0)
    feed_visited_at = models.DateTimeField(null=True, blank=True)
    feed_next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(
                fields=["feed_next_at"],
                condition=~models.Q(feed_url="") & models.Q(feed_paused_at=None),
                name="source_feed_due",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """A subject under which articles stand together."""

    name = models.CharField(max_length=TOPIC_MAX, unique=True)
    slug = models.SlugField(max_length=SLUG_MAX, unique=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic_page", args=[self.slug])


class Article(models.Model):
    """A news text as it can be read here.

    `body_html` is sanitised when it is written and never again. `version` counts every change
    a reader could see, so that a finished page can be kept under it. `comment_count` is kept
    by whoever holds the discussion; the archive itself knows of no discussion.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"
        # Brought in by mistake: the run was undone, and only its name in the log is left.
        UNDONE = "undone", "Undone"

    slug = models.SlugField(max_length=SLUG_MAX, unique=True)
    title = models.CharField(max_length=TITLE_MAX)
    standfirst = models.TextField(blank=True)
    author = models.CharField(max_length=AUTHOR_MAX, blank=True)
    body_html = models.TextField()
    excerpt = models.CharField(max_length=300, blank=True)
    word_count = models.PositiveIntegerField(default=0)
    topics = models.ManyToManyField(Topic, related_name="articles", blank=True)
    story = models.ForeignKey(
        "articles.Story", on_delete=models.SET_NULL, related_name="articles", null=True, blank=True
    )
    # The address of a picture at the source. Pages never fetch or show it.
    lead_image = models.CharField(max_length=IMAGE_MAX, blank=True)
    is_excerpt = models.BooleanField(default=False)
    licence_note = models.TextField(blank=True, help_text="Empty: what the source says.")

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="articles", null=True, blank=True
    )
    source_url = models.URLField(max_length=ADDRESS_MAX, blank=True)
    source_published_at = models.DateTimeField(null=True, blank=True)
    source_updated_at = models.DateTimeField(null=True, blank=True)
    external_id = models.CharField(max_length=EXTERNAL_ID_MAX, blank=True)
    # What was last imported, before anybody edited it here: tells a second import what is new.
    fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    import_run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, related_name="articles", null=True, blank=True
    )

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    withdrawn_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    comment_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text="When a draft is to be published by itself."
    )
    edited_at = models.DateTimeField(null=True, blank=True)
    # Only what staff approved is quoted in answers to questions.
    answers_approved_at = models.DateTimeField(null=True, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"], name="article_latest"),
            models.Index(
                fields=["publish_at"],
                condition=models.Q(publish_at__isnull=False),
                name="article_publish_due",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_url"],
                condition=~models.Q(source_url=""),
                name="article_source_url_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article_page", args=[self.slug])

    @property
    def reading_minutes(self) -> int:
        """Minutes to read it without hurry; at least one."""
        return max(1, round(self.word_count / READING_PACE))

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def dated_at(self):  # type: ignore[no-untyped-def]
        """When it was first published anywhere, as far as known."""
        return self.source_published_at or self.published_at


class Surroundings(models.Model):
    """Counts changes of what stands beside an article: others of its story, what to read next.

    A row of its own, without a constraint in the database, so that changing one article never
    waits for another one. Where there is none, nothing beside the article has changed yet.
    """

    article = models.OneToOneField(
        Article,
        on_delete=models.CASCADE,
        primary_key=True,
        db_constraint=False,
        related_name="surroundings",
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "surroundings"

    def __str__(self) -> str:
        return f"{self.article_id}: {self.version}"
