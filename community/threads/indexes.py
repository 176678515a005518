"""By what comments are found. Every new comment is written into each of these, so there are few.

A thread is found by its numbers, and an author by when they wrote. Keys that most comments do not have
are kept for those only that have one.
"""

from django.db import models

INDEXES = [
    # A page of a thread is one range of this index.
    models.Index(
        fields=["thread", "path"],
        condition=models.Q(placement=1),
        name="comment_open_page",
    ),
    models.Index(
        fields=["thread", "path"],
        condition=models.Q(placement__gt=0),
        name="comment_branch_page",
    ),
    models.Index(
        fields=["-urgency", "waiting_since", "id"],
        condition=models.Q(waiting_since__isnull=False),
        name="comment_queue",
    ),
    models.Index(
        fields=["network_hash", "-created_at"],
        condition=~models.Q(network_hash=""),
        name="comment_network",
    ),
    models.Index(fields=["author", "-created_at"], name="comment_by_author"),
    models.Index(
        fields=["appears_at"],
        condition=models.Q(appears_at__isnull=False),
        name="comment_appears",
    ),
    *(
        models.Index(
            fields=[key],
            condition=models.Q(**{f"{key}__isnull": False}),
            name=f"comment_by_{key}",
        )
        for key in ("parent", "moved_to", "import_run", "annotated_by")
    ),
]
