"""What is kept of a guest's comments: for the page of the receipt, and for the file to take away."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from community.moderation.models import Appeal, Decision
from community.own_data.gathering import comment_rows, rows
from community.own_data.keeping import Kept, line_of
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment

# What else a comment of a guest holds about them.
ABOUT = ("author_name", "author_email", "network_hash", "reasons")


def kept_of(comment: Comment) -> list[Kept]:
    """Everything that is kept about a guest with one comment; of nothing there is no line."""
    counted = {
        "guest_words": 0 if comment.erased_at else 1,
        "versions": CommentVersion.objects.filter(comment=comment).count(),
        "guest_address": 1 if comment.author_email else 0,
        "network": 1 if comment.network_hash else 0,
        "screening": len(comment.reasons),
        "decisions": Decision.objects.filter(comment=comment).count(),
        "appeals": Appeal.objects.filter(decision__comment=comment, appellant=None).count(),
    }
    return [line_of(topic, count) for topic, count in counted.items() if count]


def gather_guest(keys: Sequence[int]) -> dict[str, Any]:
    """All of it as plain values, for comments that were proven to be the guest's."""
    own = Comment.objects.filter(pk__in=keys, author=None, is_imported=False, erased_at=None)
    decided = Decision.objects.filter(comment__in=own)
    appeals = Appeal.objects.filter(decision__comment__in=own, appellant=None)
    return {
        "site": settings.SITE_URL,
        "comments": [
            {**row, **about}
            for row, about in zip(comment_rows(own), rows(own, *ABOUT), strict=True)
        ],
        "decisions": rows(decided, "comment_id", "kind", "ground", "words", "facts", "decided_at"),
        "appeals": rows(appeals, "words", "state", "lodged_at"),
    }
