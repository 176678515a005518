"""Comments of WordPress exports: which ones are taken, and in which state."""

from collections.abc import Iterable

from articles.importing.exports.leaving_out import LeftOut
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.moments import first_moment
from articles.importing.exports.trees import Told, arrange
from articles.importing.exports.wording import email_address, plain
from articles.importing.exports.wordpress_text import comment_html
from articles.importing.exports.xml_records import Record
from articles.importing.records import CommentState, ParsedComment

_STATES: dict[str, CommentState] = {"1": "visible", "approve": "visible", "approved": "visible"}
_SPAM = ("marked as spam", "Spam is not taken over.")
_TRASH = ("in the trash", "What was thrown away there is not brought back here.")
_OTHER = ("that no reader wrote", "Pingbacks and notes of the system are no comments.")
_LONG = (f"longer than {MAX_COMMENT_CHARS:,} characters", "Shorten them there and export again.")
_EMPTY = ("without words", "There is nothing to show.")
_TWICE = ("that are in the export twice", "One of them is taken.")
_GONE = {
    "spam": _SPAM,
    "trash": _TRASH,
    "post-trashed": _TRASH,
    "post-trash": _TRASH,
}


class Comment:
    """One comment of an item, and why it is left out, if it is."""

    __slots__ = ("reason", "told")

    def __init__(self, record: Record) -> None:
        self.reason = _reason(record)
        self.told = Told(_comment(record, self.reason), "dropped" if self.reason else "kept")


def arranged(comments: Iterable[Comment], left_out: LeftOut) -> list[ParsedComment]:
    """Give the comments that are taken, parents first, and count the others."""
    comments = list(comments)
    for comment in comments:
        if comment.reason:
            left_out.comments(*comment.reason)
    found = arrange(comment.told for comment in comments)
    left_out.comments(*_TWICE, times=found.repeated)
    return found.comments


def _reason(record: Record) -> tuple[str, str] | None:
    if record.text("wp:comment_type").lower() not in {"", "comment"}:
        return _OTHER
    if gone := _GONE.get(record.text("wp:comment_approved").lower()):
        return gone
    content = record.text("wp:comment_content")
    if not content:
        return _EMPTY
    return _LONG if len(content) > MAX_COMMENT_CHARS else None


def _comment(record: Record, reason: tuple[str, str] | None) -> ParsedComment:
    """Give the comment; of one that is left out only its place."""
    number, parent = record.text("wp:comment_id"), record.text("wp:comment_parent")
    if reason:
        return ParsedComment(
            external_id=number or f"line {record.line}", body_html="", parent_id=_parent(parent)
        )
    return ParsedComment(
        external_id=number or f"line {record.line}",
        parent_id=_parent(parent),
        body_html=comment_html(record.text("wp:comment_content")),
        author_name=plain(record.text("wp:comment_author")),
        author_email=email_address(record.text("wp:comment_author_email")),
        created_at=first_moment(record.text("wp:comment_date_gmt"), record.text("wp:comment_date")),
        # What is neither approved nor thrown away waits for a person.
        state=_STATES.get(record.text("wp:comment_approved").lower(), "pending"),
        line=record.line,
    )


def _parent(number: str) -> str | None:
    return number if number not in {"", "0"} else None
