"""The records of an import as JSON objects and back, without loss.

Left out are e-mail addresses of commenters, which leave nobody's hands, and what only a preview
shows: lines, `dropped` and `recognised`.
"""

from datetime import UTC, datetime
from typing import Any, get_args

from articles.importing.exports.json_values import Row, row_of
from articles.importing.exports.limits import MAX_COMMENTS, check_comments, check_text
from articles.importing.exports.trees import Told, arrange
from articles.importing.records import ArticleState, CommentState, ParsedArticle, ParsedComment

_ARTICLE_TEXTS = (
    "title", "standfirst", "body_html", "author", "source_name", "source_url", "external_id",
    "lead_image",
)  # fmt: skip
_COMMENT_STATES: dict[str, CommentState] = {state: state for state in get_args(CommentState)}
_ARTICLE_STATES: dict[str, ArticleState] = {state: state for state in get_args(ArticleState)}


def article_values(article: ParsedArticle) -> dict[str, Any]:
    """Give an article as values of JSON, without its comments."""
    return {
        **{name: getattr(article, name) for name in _ARTICLE_TEXTS},
        "published_at": _written(article.published_at),
        "updated_at": _written(article.updated_at),
        "topics": article.topics,
        "state": article.state,
        "is_excerpt": article.is_excerpt,
        "comments_dropped": article.comments_dropped,
    }


def comment_values(comment: ParsedComment) -> dict[str, Any]:
    """Give a comment as values of JSON."""
    return {
        "external_id": comment.external_id,
        "parent_id": comment.parent_id,
        "author_name": comment.author_name,
        "body_html": comment.body_html,
        "created_at": _written(comment.created_at),
        "state": comment.state,
        "is_known_by_id": comment.is_known_by_id,
    }


def article_of(row: Row, comments_before: int) -> ParsedArticle:
    """Give the article of an object; what has another type than it should is left empty."""
    topics, comments = row.get("topics"), row.get("comments")
    comments = comments if isinstance(comments, list) else []
    check_comments(comments_before + len(comments))
    return ParsedArticle(
        title=_title(row),
        standfirst=_text(row, "standfirst"),
        body_html=_text(row, "body_html"),
        author=_text(row, "author"),
        source_name=_text(row, "source_name"),
        source_url=_text(row, "source_url"),
        external_id=_text(row, "external_id"),
        lead_image=_text(row, "lead_image"),
        is_excerpt=row.get("is_excerpt") is True,
        published_at=_read(row, "published_at"),
        updated_at=_read(row, "updated_at"),
        topics=[one for one in map(_whole, topics if isinstance(topics, list) else []) if one],
        state=_ARTICLE_STATES.get(_text(row, "state"), "draft"),
        comments=_in_order([_comment(row_of(one), n) for n, one in enumerate(comments, 1)]),
        comments_dropped=_count(row.get("comments_dropped")),
    )


def _comment(row: Row, number: int) -> ParsedComment:
    return ParsedComment(
        external_id=_text(row, "external_id") or f"number {number}",
        parent_id=_text(row, "parent_id") or None,
        author_name=_text(row, "author_name"),
        body_html=_text(row, "body_html"),
        created_at=_read(row, "created_at"),
        state=_COMMENT_STATES.get(_text(row, "state"), "pending"),
        is_known_by_id=row.get("is_known_by_id") is True,
    )


def _in_order(comments: list[ParsedComment]) -> list[ParsedComment]:
    """Keep the order; only where somebody changed the file are comments put behind parents."""
    seen: set[str | None] = {None}
    for comment in comments:
        if comment.parent_id not in seen or comment.external_id in seen:
            return arrange(map(Told, comments)).comments
        seen.add(comment.external_id)
    return comments


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        return 0
    return max(0, min(value, MAX_COMMENTS))


def _title(row: Row) -> str:
    return _text(row, "title") or _text(row, "source_url") or "Untitled"


def _text(row: Row, name: str) -> str:
    return _whole(row.get(name))


def _whole(value: object) -> str:
    """Give a text letter for letter, but for what no database holds: NUL and half characters."""
    if not isinstance(value, str):
        return ""
    check_text(len(value))
    return value.replace("\0", "").encode("utf-8", "replace").decode()


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _read(row: Row, name: str) -> datetime | None:
    """Read a moment; unlike others this one may have parts of a second."""
    try:
        moment = datetime.fromisoformat(_text(row, name))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
