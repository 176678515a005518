"""Somebody says that an address is theirs, and wants words erased that came in under it."""

from django.db import models

from community.outbox.pauses import TriedAgain
from community.threads.models import Comment


class AddressProof(TriedAgain):
    """A letter to an address under which comments were brought in; its link proves the address.

    The address is kept for as long as the link is good, to send the letter, and then goes with the row.
    `origin_hash` finds the comments; see `community.threads.origins`.
    """

    email = models.EmailField(unique=True)
    origin_hash = models.CharField(max_length=64)
    salt = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    letter_due = models.BooleanField(default=True, help_text="The worker is to write.")
    letters = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"proof {self.pk}"


class OldErasure(models.Model):
    """A comment that nobody reads any more, and whose words the worker is to erase after a day.

    Until then its owner may change their mind, and the words are needed, to find what others quoted.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    was_visible = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"erasure of comment {self.comment_id}"
