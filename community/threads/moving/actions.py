"""Moving a branch: a comment with all below it, to the top of another thread or of its own.

What was written, by whom and when stays; so do the addresses of the comments. Where the branch
stood, a pointer leads to it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max
from django.utils import timezone

from articles.models import Article
from community.members.statements import change_many
from community.threads.indexing import index_moved
from community.threads.models import Comment, Thread
from community.threads.moving.plan import BranchRow, Planned, branch_of, plan
from community.threads.moving.pointers import renew_pointers_of_thread
from community.threads.placing import count_above, take_numbers
from community.threads.reading.statements import MOVE_COMMENT, STORE_PIECE
from community.threads.rendering import render_piece, render_pointer
from community.threads.tree import DEPTH_MAX, DIGITS, branch_end

BATCH = 2_000  # pieces made at a time: some megabytes, whatever the comments hold
MOVED = "m:"  # begins the import key of a comment that stands in another thread than it came into
Placement, State = Comment.Placement, Comment.State


@dataclass(frozen=True)
class Moved:
    """What was moved: the comment at its new place, and how many there are with it."""

    comment: Comment
    count: int


def lock_threads(*keys: int) -> list[Thread]:
    """The threads, locked in an order that is the same for everybody."""
    return list(Thread.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def read_branch(comment: Comment) -> list[BranchRow]:
    """The comment and all that answer it, in the order in which they were written."""
    top = comment.path if comment.depth < DEPTH_MAX else comment.path[:-DIGITS]
    rows = Comment.objects.filter(
        thread=comment.thread_id, path__gte=top, path__lt=branch_end(top)
    ).values_list("pk", "number", "parent", "state")
    found = (
        BranchRow(pk, number, above, state == State.VISIBLE) for pk, number, above, state in rows
    )
    return branch_of(found, comment.pk)


def move_branch(*, comment: Comment, to: Thread) -> Moved:
    """Move the comment with all below it to the top of a thread, which may be its own.

    Call inside a transaction, with both threads locked and `comment` read after that. Raises
    `ThreadFull`. A branch of any size takes a few statements, and two for every `BATCH` of it.
    """
    branch = read_branch(comment)
    planned = plan(branch, take_numbers(to, len(branch)))
    old = Comment.objects.select_related("thread", "parent").get(pk=comment.pk)
    shown = sum(row.is_visible for row in branch)
    if shown:
        count_above(old, -shown)
    change_many(MOVE_COMMENT, list(values(planned, to, import_keys(old, to))))
    Comment.objects.filter(pk=comment.pk).update(parent=None)
    if old.thread_id != to.pk:
        index_moved([row.pk for row in branch if row.is_visible], to)
    if old.depth:  # otherwise nobody stands deeper or less deep than before
        make_pieces([each.pk for each in planned])
    leave_pointer(old, to)
    settle_threads(old.thread, to, planned, shown)
    renew_pointers_of_thread(to)
    moved = Comment.objects.select_related("thread__article", "parent").get(pk=comment.pk)
    return Moved(moved, len(branch))


def values(
    planned: list[Planned], to: Thread, keys: dict[int, str]
) -> Iterator[tuple[object, ...]]:
    """What is stored of every comment."""
    for each in planned:
        placement = Placement.FOLDED if each.is_folded else Placement.OPEN
        spot = each.place
        yield (
            *(to.pk, spot.number, spot.path, spot.depth, spot.root_number),
            *(each.visible_below, each.is_folded),
            int(placement if each.is_placed else Placement.NOWHERE),
            *(keys.get(each.pk), each.pk),
        )


def import_keys(old: Comment, to: Thread) -> dict[int, str]:
    """The import keys of the thread's comments, as they are after the move.

    Among the comments of another thread the same key could stand already.
    """
    imported = Comment.objects.filter(thread=old.thread_id).exclude(import_key=None)
    kept = {pk: key or "" for pk, key in imported.values_list("pk", "import_key")}
    if old.thread_id == to.pk:
        return kept
    return {pk: moved_key(old.thread_id, key) for pk, key in kept.items()}


def moved_key(thread_id: int, import_key: str) -> str:
    """The import key of a comment that stands in another thread than the one it came into.

    The same document brought in again finds it by this, and no other document does. A comment
    that is moved once more keeps it.
    """
    if import_key.startswith(MOVED):
        return import_key
    digest = hashlib.sha256(f"{thread_id}:{import_key}".encode()).hexdigest()
    return f"{MOVED}{digest}"[: len(digest)]


def make_pieces(keys: list[int]) -> None:
    """Make the pieces anew: how deep a comment stands is part of them, and whom it answers.

    The rows are locked before they are read, as wherever pieces are made. Pointers have pieces of
    another kind, and get them when all stand where they belong.
    """
    rows = Comment.objects.filter(moved_to=None).select_related("author", "parent", "annotated_by")
    for start in range(0, len(keys), BATCH):
        batch = rows.select_for_update(of=("self",)).filter(pk__in=keys[start : start + BATCH])
        change_many(STORE_PIECE, [(render_piece(row), row.pk) for row in batch])


def leave_pointer(old: Comment, to: Thread) -> None:
    """Keep the place of the branch, with the way to where it stands now.

    Readers see it where they saw the branch, unless nothing of what is above is left either.
    """
    if old.parent:
        old.parent.refresh_from_db(fields=["placement"])
    is_seen = old.placement and (old.parent is None or old.parent.placement)
    pointer = Comment(
        thread=old.thread,
        parent=old.parent,
        number=old.number,
        path=old.path,
        depth=old.depth,
        root_number=old.root_number,
        is_folded=old.is_folded,
        placement=old.placement if is_seen else Placement.NOWHERE,
        state=State.REMOVED,
        created_at=old.created_at,
        is_dated=old.is_dated,
        erased_at=timezone.now(),
        moved_to=old,
    )
    pointer.piece = render_pointer(pointer, to)
    pointer.save()


def settle_threads(old: Thread, to: Thread, planned: list[Planned], shown: int) -> None:
    """Write what both threads and their articles count; kept pages end here."""
    if old.pk == to.pk:
        Thread.objects.filter(pk=to.pk).update(version=F("version") + 1)
        return
    newest = newest_of(to, first=planned[0].place.number)
    count_thread(old, -shown, last=newest_of(old) if shown else old.last_comment_at)
    count_thread(to, shown, last=max(filter(None, (newest, to.last_comment_at)), default=None))


def count_thread(thread: Thread, change: int, last: datetime | None) -> None:
    """Add to the counts of a thread and of its article."""
    changed = F("comment_count") + change
    Thread.objects.filter(pk=thread.pk).update(
        version=F("version") + 1, comment_count=changed, last_comment_at=last
    )
    if thread.article_id:
        Article.objects.filter(pk=thread.article_id).update(comment_count=changed)


def newest_of(thread: Thread, first: int = 0) -> datetime | None:
    """When the newest visible comment was written, of those with a date and a number from `first`."""
    dated = Comment.objects.visible().filter(thread=thread, is_dated=True, number__gte=first)
    newest: datetime | None = dated.aggregate(newest=Max("created_at"))["newest"]
    return newest


def moved_away(thread: Thread) -> Iterator[Comment]:
    """Imported comments that were moved into other threads, as far as pointers lead from this one."""
    known, news = {thread.pk}, [thread.pk]
    while news:
        pointers = Comment.objects.filter(thread__in=news).exclude(moved_to=None)
        reached = pointers.values_list("moved_to__thread", flat=True)
        news = [key for key in set(reached) if key not in known]
        known.update(news)
    elsewhere = Comment.objects.filter(thread__in=known, import_key__startswith=MOVED)
    yield from elsewhere.select_related("thread")
