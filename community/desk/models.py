"""What staff did at the desk."""

from django.db import models

from articles.importing.formats import AUTO
from articles.library.models import ADDRESS_MAX, RUN_SOURCE_MAX, TITLE_MAX
from articles.models import Article, ImportRun, Source
from community.members.models import Member


class DeskLogEntry(models.Model):
    """One act of the staff on an article. Rows are only ever added."""

    class Act(models.TextChoices):
        IMPORTED = "imported", "Brought in"
        PUBLISHED = "published", "Published"
        EDITED = "edited", "Edited"
        WITHDRAWN = "withdrawn", "Withdrawn"
        SCHEDULED = "scheduled", "Set to be published"
        CORRECTED = "corrected", "Corrected"
        ACCEPTED = "accepted", "Change at the source taken over"
        REFUSED = "refused", "Change at the source refused"
        ANSWERS = "answers", "Said whether it may be quoted in answers"
        STORY = "story", "Put into a story, or taken out"
        UNDONE = "undone", "Import undone"

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="desk_log")
    act = models.CharField(max_length=10, choices=Act)
    editor = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, help_text="Empty: the command line."
    )
    note = models.TextField(blank=True)
    acted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.article}"


class DeskRun(models.Model):
    """What staff, or a feed, want to bring in, and how far it is.

    First everything is read: each article becomes a `DeskItem` to look at, and nothing of it
    can be seen by readers. What staff choose is then stored. A worker that does either says so
    in `alive_at`; when it falls silent, another takes the run up. `sources` are the keys of
    uploaded documents and addresses, in order.
    """

    class State(models.TextChoices):
        READING = "reading", "Being read"
        READY = "ready", "Waiting for your choice"
        STORING = "storing", "Being stored"
        FINISHED = "finished", "Finished"
        STOPPED = "stopped", "Stopped"
        FAILED = "failed", "Failed"

    editor = models.ForeignKey(
        Member, on_delete=models.SET_NULL, null=True, related_name="desk_runs"
    )
    feed = models.ForeignKey(Source, on_delete=models.SET_NULL, null=True, related_name="runs")
    label = models.CharField(max_length=RUN_SOURCE_MAX)
    format = models.CharField(max_length=20, default=AUTO)
    sources = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    stop_asked = models.BooleanField(default=False)
    import_run = models.OneToOneField(
        ImportRun, on_delete=models.SET_NULL, null=True, related_name="desk_run"
    )
    sources_read = models.PositiveIntegerField(default=0)
    comments_total = models.PositiveIntegerField(default=0)
    comments_done = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    alive_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["id"],
                condition=models.Q(state__in=("reading", "storing")),
                name="desk_run_to_do",
            )
        ]

    def __str__(self) -> str:
        return self.label


class DeskItem(models.Model):
    """One article of a run, as it was read. Its text lies in a file; see `items.py`.

    `changes` are the fields that staff corrected, by name. `outcome` is what storing would do,
    or did.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Not stored"
        STORED = "stored", "Stored"
        FAILED = "failed", "Not stored, because of a problem"

    class Choice(models.TextChoices):
        DRAFT = "draft", "Keep as draft"
        PUBLISH = "publish", "Publish now"
        LATER = "later", "Publish at a time"
        LEAVE = "leave", "Leave out"

    run = models.ForeignKey(DeskRun, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveIntegerField()
    document = models.CharField(max_length=RUN_SOURCE_MAX)
    format = models.CharField(max_length=20)
    title = models.CharField(max_length=TITLE_MAX)
    source_url = models.CharField(max_length=ADDRESS_MAX, blank=True)
    origin_state = models.CharField(max_length=10, default="published")
    changes = models.JSONField(default=dict)
    outcome = models.CharField(max_length=10)
    comments = models.PositiveIntegerField(default=0)
    comments_new = models.PositiveIntegerField(default=0)
    comments_dropped = models.PositiveIntegerField(default=0)
    choice = models.CharField(max_length=10, choices=Choice, default=Choice.DRAFT)
    publish_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="desk_item_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.run_id}.{self.number} {self.title}"


class RunProblem(models.Model):
    """Something of a run that did not come in: where, and what to do about it."""

    run = models.ForeignKey(DeskRun, on_delete=models.CASCADE, related_name="problems")
    source = models.CharField(max_length=RUN_SOURCE_MAX)
    line = models.PositiveIntegerField(null=True)
    column = models.PositiveIntegerField(null=True)
    reason = models.TextField()
    is_serious = models.BooleanField(default=True, help_text="A document did not come in at all.")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"
