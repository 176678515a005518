"""What search knows of comments: those that readers can see, by their words as they are.

Called wherever a comment is shown, hidden, changed, signed anew, moved or deleted, inside the transaction of
that change. Whether the article above it is published is asked when somebody searches.
"""

from collections.abc import Iterable

from articles.index.actions import move_entries, remove_entries, write_entries
from articles.index.entries import Entry, Kind, below_topic, day_of, joined
from common.html import html_to_text
from community.threads.models import Comment, Thread


def index_comment(comment: Comment) -> None:
    """Let search find a comment that everybody can see, and no other."""
    if is_findable(comment):
        write_entries([comment_entry(comment)])
    else:
        remove_entries(Kind.COMMENT, [comment.pk])


def index_comments(comments: Iterable[Comment]) -> None:
    """The same for many, with few statements. Their threads should be loaded."""
    known = list(comments)
    write_entries([comment_entry(each) for each in known if is_findable(each)])
    remove_entries(Kind.COMMENT, [each.pk for each in known if not is_findable(each)])


def forget_comments(keys: Iterable[int]) -> None:
    """Let search find the comments with these keys no more: they are about to be deleted."""
    remove_entries(Kind.COMMENT, keys)


def index_moved(keys: Iterable[int], to: Thread) -> None:
    """Comments with these keys stand in another thread now."""
    move_entries(Kind.COMMENT, keys, to.article_id or below_topic(to.topic_id or 0))


def is_findable(comment: Comment) -> bool:
    """Whether search may know it: visible, and not written for members only."""
    return comment.is_visible and not comment.thread.is_for_members


def comment_entry(comment: Comment) -> Entry:
    """What the index holds of a visible comment. One without a date stands on no day."""
    return Entry(
        kind=Kind.COMMENT,
        key=comment.pk,
        article=comment.thread.article_id or below_topic(comment.thread.topic_id or 0),
        day=day_of(comment.created_at if comment.is_dated else None),
        tokens=joined(head=[comment.title], body=[readable(comment)], author=[comment.author_name]),
    )


def readable(comment: Comment) -> str:
    """The words of a comment as readers see them: without elements that its writer typed."""
    return html_to_text(comment.body_html) if "<" in comment.body else comment.body
