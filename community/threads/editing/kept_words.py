"""What an author still has of words that a moderator blanked."""

from collections.abc import Iterable

from django.utils import timezone

from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment


def kept_words(comments: Iterable[Comment]) -> dict[int, CommentVersion]:
    """The whole words of those comments that readers see with blanks, by the key of the comment.

    In one query, and none where no comment was ever changed. They are kept until `purge_at`.
    """
    changed = {comment.pk: comment.version for comment in comments if comment.version > 1}
    if not changed:
        return {}
    kept = CommentVersion.objects.filter(comment__in=changed, purge_at__gt=timezone.now())
    return {row.comment_id: row for row in kept if row.version + 1 == changed[row.comment_id]}
