"""Whose comments were moved with a branch."""

from collections.abc import Iterator

from community.moderation.models import Decision
from community.threads.models import Comment
from community.threads.tree import branch_end

BATCH = 200  # comments read at a time


def one_of_each_author(decision: Decision) -> Iterator[Comment]:
    """Of every person who can be told, the first comment in the branch that was moved.

    Members are known by their account, guests by the address that they left. What was written
    after the move is not looked at.
    """
    top = decision.comment
    assert top is not None
    branch = Comment.objects.filter(
        thread=top.thread_id,
        path__gte=top.path,
        path__lt=branch_end(top.path),
        created_at__lte=decision.decided_at,
        is_imported=False,
        erased_at=None,
    ).exclude(state=Comment.State.WITHDRAWN)
    people: dict[tuple[int | None, str], int] = {}
    for key, author, address in branch.order_by("path").values_list("pk", "author", "author_email"):
        if author or address:
            people.setdefault((author, "" if author else address.casefold()), key)
    keys = list(people.values())
    for start in range(0, len(keys), BATCH):
        found = Comment.objects.select_related("author", "thread__article")
        yield from found.filter(pk__in=keys[start : start + BATCH]).order_by("path")
