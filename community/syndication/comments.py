"""Comments as entries of a feed."""

from articles.syndication.articles import FEED_LENGTH
from articles.syndication.records import Entry, lasting_id, site_address
from common.text import excerpt
from community.threads.models import Comment

NEWEST_FIRST = ("-created_at", "-pk")
SUMMARY_LENGTH = 240  # as much as of an article stands in a list


def entries(title: str, thread_id: int, source_url: str = "") -> tuple[Entry, ...]:
    """The newest visible comments of a thread: one query, however many there are.

    `title` is that of what it is about; `source_url` is where imported comments first stood.
    """
    # Keys first: a large thread is sorted without its words.
    newest = Comment.objects.visible().filter(thread=thread_id, moved_to=None, is_opening=False)
    keys = newest.order_by(*NEWEST_FIRST).values("pk")[:FEED_LENGTH]
    comments = Comment.objects.filter(pk__in=keys).order_by(*NEWEST_FIRST)
    comments = comments.select_related("parent").defer("piece", "parent__piece", "parent__body")
    return tuple(entry(title, source_url, comment) for comment in comments)


def entry(title: str, source_url: str, comment: Comment) -> Entry:
    """One visible comment."""
    return Entry(
        id=id_of(comment),
        title=title_of(comment, title),
        url=site_address(comment.get_absolute_url()),
        summary=excerpt(comment.body, SUMMARY_LENGTH),
        html=comment.body_html,
        author=comment.author_name,
        published=comment.created_at,
        updated=comment.edited_at or comment.created_at,
        via=source_url if comment.is_imported else "",
        answers=answered(comment.parent),
    )


def title_of(comment: Comment, title: str) -> str:
    """Comments have no title; this says who speaks, and under what."""
    return f"{comment.author_name} on “{title}”"


def answered(parent: Comment | None) -> tuple[str, str]:
    """Id and address of the comment that is answered. What readers no longer see has none."""
    if parent is None or not parent.is_visible or parent.moved_to_id:
        return "", ""
    return id_of(parent), site_address(parent.get_absolute_url())


def id_of(comment: Comment) -> str:
    """The lasting id of a comment."""
    return lasting_id(comment.get_absolute_url(), comment.created_at)
