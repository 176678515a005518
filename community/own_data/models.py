"""Erasures: asked for, waiting a day, done."""

from pathlib import Path

from django.conf import settings
from django.db import models

from community.members.models import Member
from community.outbox.pauses import TriedAgain


class ErasureQuerySet(models.QuerySet["Erasure"]):
    """What is asked of erasures, also of those of one member."""

    def waiting(self) -> "Erasure | None":
        """The one that waits and can be called off, if there is one."""
        return self.filter(state=Erasure.State.WAITING).first()


class Erasure(TriedAgain):
    """Somebody wants their account erased.

    While it waits it can be called off. When it is done, `member` names nobody any more, and `went` says in
    numbers what was erased; the row holds no word, name or address.
    """

    class How(models.TextChoices):
        WORDS = "words", "Erase all my words"
        NAME = "name", "Keep my comments, without my name"

    class State(models.TextChoices):
        ASKED = "asked", "Asked for by mail"
        WAITING = "waiting", "Waiting"
        CALLED_OFF = "called_off", "Called off"
        DONE = "done", "Done"

    member = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="erasures", null=True, blank=True
    )
    how = models.CharField(max_length=5, choices=How, default=How.WORDS)
    state = models.CharField(max_length=10, choices=State)
    salt = models.CharField(max_length=32)
    # The address that asked by mail, as a mark: when it changes, what lies in the old mailbox opens nothing.
    asked_from = models.CharField(max_length=64, default="")
    asked_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    letter_due = models.BooleanField(default=False, help_text="The worker is to write.")
    letters = models.PositiveIntegerField(default=0)
    letter_at = models.DateTimeField(null=True)
    went = models.JSONField(default=dict)
    # What each name is besides; see deciding.py. Empty before, and when the account has no name any more.
    names = models.JSONField(default=dict)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(state__in=("asked", "waiting")),
                name="erasure_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"erasure {self.pk}: {self.state}"


class GuestErasure(models.Model):
    """A guest erased a comment; what others quoted of it is still to be taken back.

    The words are erased already. `marks` are of the runs of words that stood in them, and nobody without
    the site's key can tell a word from one. The row goes when the work is done.
    """

    marks = models.JSONField(default=list)
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"erasure by a guest {self.pk}"


class Download(TriedAgain):
    """A file with everything that is kept about a member, made by the worker.

    `name` is that of the file below `DATA_DIR/downloads`, which nobody can guess; only its owner gets it.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=50, unique=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"download {self.pk}"

    @property
    def file(self) -> Path:
        """Where the file is, or will be."""
        return Path(settings.DATA_DIR) / "downloads" / self.name
