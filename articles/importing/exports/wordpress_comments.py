"""Comments of WordPress exports: which ones are taken, and in which state."""

from articles.importing.exports.keeping import dropped
from articles.importing.exports.leaving_out import EMPTY, LONG, SPAM, TRASH, Reason
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.moments import first_moment
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import email_address, plain
from articles.importing.exports.wordpress_text import comment_html
from articles.importing.exports.xml_records import Record
from articles.importing.records import CommentState, ParsedComment

_STATES: dict[str, CommentState] = {"1": "visible", "approve": "visible", "approved": "visible"}
_OTHER: Reason = (
    "that no reader wrote",
    "Pingbacks and notes of the system are no comments.",
)
_GONE = {
    "spam": SPAM,
    "trash": TRASH,
    "post-trashed": TRASH,
    "post-trash": TRASH,
}


def told_comment(record: Record) -> Told:
    """Give the comment of a record, and its fate."""
    reason = _reason(record)
    if reason:
        return dropped(_id(record), _parent(record), reason)
    return Told(_comment(record))


def _reason(record: Record) -> Reason | None:
    if record.text("wp:comment_type").lower() not in {"", "comment"}:
        return _OTHER
    if gone := _GONE.get(record.text("wp:comment_approved").lower()):
        return gone
    content = record.text("wp:comment_content")
    if not content:
        return EMPTY
    return LONG if len(content) > MAX_COMMENT_CHARS else None


def _comment(record: Record) -> ParsedComment:
    return ParsedComment(
        external_id=_id(record),
        parent_id=_parent(record),
        body_html=comment_html(record.text("wp:comment_content")),
        author_name=plain(record.text("wp:comment_author")),
        author_email=email_address(record.text("wp:comment_author_email")),
        created_at=first_moment(record.text("wp:comment_date_gmt"), record.text("wp:comment_date")),
        # What is neither approved nor thrown away waits for a person.
        state=_STATES.get(record.text("wp:comment_approved").lower(), "pending"),
        line=record.line,
    )


def _id(record: Record) -> str:
    return record.text("wp:comment_id") or f"line {record.line}"


def _parent(record: Record) -> str | None:
    number = record.text("wp:comment_parent")
    return number if number not in {"", "0"} else None
