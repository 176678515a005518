"""Letters to members that came back."""

from django.db import models

from community.notifications.follows.models import Follower


class ReturnedLetter(models.Model):
    """One letter of which the mail server of its receiver said that it does not take it.

    `name` is that of the letter, so that one that is reported twice counts once; `is_final` says whether
    the server takes it for good not.
    """

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="returned")
    name = models.CharField(max_length=60)
    is_final = models.BooleanField()
    returned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follower", "name"], name="returned_letter_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} came back"
