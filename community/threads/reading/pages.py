"""Reading pages of a thread: one index range each, by key and never by offset.

A page begins at a branch and holds whole branches; `start` is the number of its first comment.
Long branches are cut after `OPEN_REPLIES` replies; the rest has pages of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from common.times import relative_time
from community.threads.models import Comment
from community.threads.querysets import CommentQuerySet
from community.threads.rendering import fill, folded, readers_tools
from community.threads.tree import (
    DIGITS,
    OPEN_REPLIES,
    Row,
    branch_end,
    counted,
    nest,
    newest_first,
    step,
    whole_branches,
)

# Comments after which a page ends with the branch. Fifty fill about ten screens of a phone.
PAGE_COMMENTS = 50
ROWS_READ = PAGE_COMMENTS + OPEN_REPLIES + 2  # enough to see the first row of the next branch
BRANCH_PAGE_COMMENTS = 100
CONTEXT_BRANCHES = 2  # a permalink shows this much of what stands before it
NEVER = datetime.max.replace(tzinfo=UTC)

OLDEST, NEWEST = "oldest", "newest"
ORDERS = (OLDEST, NEWEST)


class Stored(NamedTuple):
    """What a page needs of one comment."""

    pk: int
    path: str
    state: str
    piece: str
    visible_below: int
    created_at: datetime
    is_dated: bool
    author_id: int | None

    @property
    def root(self) -> str:
        return self.path[:DIGITS]


Tools = Callable[[Stored], str]


@dataclass(frozen=True)
class ThreadPage:
    """Some branches of a thread in reading order.

    `next_start` and `previous_start` are None at the ends; a `previous_start` of 0 is the
    beginning. `changes_at` is when the first "3 hours ago" on it will no longer be true.
    """

    rows: list[Row] = field(default_factory=list)
    next_start: int | None = None
    previous_start: int | None = None
    more: dict[str, str] = field(default_factory=dict)
    changes_at: datetime = NEVER

    @property
    def html(self) -> str:
        return nest(self.rows, self.more)


def read_thread_page(
    *,
    thread_id: int,
    url: str,
    order: str,
    start: int,
    now: datetime,
    tools: Tools | None = None,
    muted: frozenset[int] = frozenset(),
) -> ThreadPage:
    """The page of a thread that begins at comment number `start` (0: at the beginning).

    `url` is the address of the page on which the thread stands.
    """
    comments = Comment.objects.on_pages(thread_id)
    stored, following = branches(comments, order, start)
    rows, changes_at = finished_rows(stored, now, tools, muted)
    return ThreadPage(
        rows=newest_first(rows) if order == NEWEST else rows,
        next_start=int(following.root) if following else None,
        previous_start=before(comments, order, start) if start else None,
        more=more_lines(stored, url),
        changes_at=changes_at,
    )


def branches(
    comments: CommentQuerySet, order: str, start: int
) -> tuple[list[Stored], Stored | None]:
    """Whole branches from `start` on, in the direction of `order`, and the first row after."""
    if order == NEWEST:
        comments = comments.filter(path__lt=branch_end(step(start))) if start else comments
        comments = comments.order_by("-path")
    else:
        comments = comments.filter(path__gte=step(start)).order_by("path")
    limit = ROWS_READ
    while True:
        rows = read_rows(comments, limit)
        page, following = whole_branches(rows, PAGE_COMMENTS)
        if following or len(rows) < limit:
            return page, following
        limit *= 2  # a branch with very many gaps


def before(comments: CommentQuerySet, order: str, start: int) -> int | None:
    """Where the page before `start` begins: 0 for the beginning, None when there is none."""
    if order == NEWEST:
        reverse_order, beyond = OLDEST, start + 1
        comments = comments.filter(path__gte=step(beyond))
    else:
        reverse_order = NEWEST
        comments = comments.filter(path__lt=step(start))
    page, following = branches(comments, reverse_order, 0)
    if not page:
        return None
    return int(page[-1].root) if following else 0


def read_rows(comments: CommentQuerySet, limit: int) -> list[Stored]:
    """Run the query of one page."""
    return [Stored(*values) for values in comments.values_list(*Stored._fields)[:limit]]


def finished_rows(
    stored: Sequence[Stored],
    now: datetime,
    tools: Tools | None,
    muted: frozenset[int] = frozenset(),
) -> tuple[list[Row], datetime]:
    """Fill the marks in the pieces; also tells when the first of their labels changes."""
    rows, changes_at = [], NEVER
    for comment in stored:
        label, until = when(comment, now)
        changes_at = min(changes_at, until)
        own_tools = (tools or everybodys_tools)(comment)
        html = fill(comment.piece, key=comment.pk, when=label, tools=own_tools)
        if comment.author_id in muted and comment.state == Comment.State.VISIBLE:
            html = folded(html)
        rows.append(Row(comment.path, html, comment.visible_below))
    return rows, changes_at


def everybodys_tools(comment: Stored) -> str:
    """What every reader may do with a comment besides answering it."""
    return readers_tools() if comment.state == Comment.State.VISIBLE else ""


def when(comment: Stored, now: datetime) -> tuple[str, datetime]:
    """How long ago, in words, and until when that is true."""
    if not comment.is_dated:
        return "Date not known", NEVER
    return relative_time(comment.created_at, now)


def more_lines(stored: Sequence[Stored], url: str) -> dict[str, str]:
    """A "Show 214 more replies" line for every branch that goes on elsewhere."""
    shown: dict[str, int] = {}
    for comment in stored:
        if comment.path != comment.root and comment.state == Comment.State.VISIBLE:
            shown[comment.root] = shown.get(comment.root, 0) + 1
    roots = (comment for comment in stored if comment.path == comment.root)
    hidden = {root.path: root.visible_below - shown.get(root.path, 0) for root in roots}
    return {root: more_line(url, root, count) for root, count in hidden.items() if count > 0}


def more_line(url: str, root: str, count: int) -> str:
    """The link to the page of a branch."""
    label = f"Show {counted(count, 'more reply', 'more replies')}"
    return f'<li class="more"><a class="more-replies" href="{branch_url(url, int(root))}">{label}</a></li>'


def branch_url(url: str, number: int) -> str:
    """The page of the branch that begins with comment `number`, in the thread that stands at `url`."""
    return f"{url}branch/{number}/"


def read_branch_page(
    *,
    thread_id: int,
    root_number: int,
    start: str,
    now: datetime,
    tools: Tools | None = None,
    muted: frozenset[int] = frozenset(),
) -> ThreadPage:
    """A page of one branch with everything in it, from the path `start` on."""
    root = step(root_number)
    comments = Comment.objects.on_branch_pages(thread_id).filter(
        path__gte=max(start, root), path__lt=branch_end(root)
    )
    stored = read_rows(comments.order_by("path"), BRANCH_PAGE_COMMENTS + 1)
    page, following = stored[:BRANCH_PAGE_COMMENTS], stored[BRANCH_PAGE_COMMENTS:]
    rows, changes_at = finished_rows(page, now, tools, muted)
    next_start = int(following[0].path[-DIGITS:]) if following else None
    return ThreadPage(rows=rows, next_start=next_start, changes_at=changes_at)


def locate(comment: Comment) -> str:
    """Address of the page on which readers find a comment, with the comment as its anchor."""
    url = comment.thread.get_absolute_url()
    anchor = f"#comment-{comment.pk}"
    if comment.is_folded:
        return f"{branch_url(url, comment.root_number)}?from={comment.number}{anchor}"
    start = 0 if comment.is_opening else start_near(comment)
    return f"{url}?from={start}{anchor}" if start else f"{url}{anchor}"


def start_near(comment: Comment) -> int:
    """Where a page must begin to hold the comment: 0 when it is on the first page."""
    earlier = Comment.objects.on_pages(comment.thread_id).filter(path__lt=step(comment.root_number))
    if earlier.order_by("path")[:PAGE_COMMENTS].count() < PAGE_COMMENTS:
        return 0
    roots = earlier.filter(depth=0).order_by("-path").values_list("number", flat=True)
    return list(roots[:CONTEXT_BRANCHES])[-1]
