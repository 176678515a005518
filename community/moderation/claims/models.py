"""Claims and notes: what moderators leave on the way to a decision."""

from django.db import models

from community.members.models import Member
from community.moderation.appeals.models import Appeal
from community.moderation.notices.models import Notice
from community.threads.models import Comment


class Claim(models.Model):
    """Who reads a comment, a notice or an appeal at the moment, so that nobody else begins with it.

    A claim ends by itself at `expires_at`. The row stays until somebody else takes it over or
    the thing is decided.
    """

    comment = models.OneToOneField(
        Comment, on_delete=models.CASCADE, related_name="claim", null=True, blank=True
    )
    notice = models.OneToOneField(
        Notice, on_delete=models.CASCADE, related_name="claim", null=True, blank=True
    )
    appeal = models.OneToOneField(
        Appeal, on_delete=models.CASCADE, related_name="claim", null=True, blank=True
    )
    moderator = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="claims")
    passed_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    claimed_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(comment__isnull=False, notice=None, appeal=None)
                    | models.Q(comment=None, notice__isnull=False, appeal=None)
                    | models.Q(comment=None, notice=None, appeal__isnull=False)
                ),
                name="claim_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        subject = self.comment_id or self.notice_id or self.appeal_id
        return f"{subject}, until {self.expires_at:%H:%M}"


class Note(models.Model):
    """What one moderator wrote for the others, about a comment or about a member.

    The person it is about never sees it. With `asks_second_opinion` a comment is left to
    somebody else.
    """

    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="notes", null=True, blank=True
    )
    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="notes_about", null=True, blank=True
    )
    writer = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    asks_second_opinion = models.BooleanField(default=False)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(comment__isnull=False, member=None)
                | models.Q(comment=None, member__isnull=False),
                name="note_about_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"note on comment {self.comment_id}" if self.comment_id else f"note on {self.member}"
