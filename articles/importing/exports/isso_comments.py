"""Comments of Isso, from its database or from its JSON for imports."""

from articles.importing.exports.json_values import Row, moment_of, text_of
from articles.importing.exports.keeping import dropped, emptied
from articles.importing.exports.leaving_out import EMPTY, LONG
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.markdown import markdown_html
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import email_address
from articles.importing.records import CommentState, ParsedComment
from common.text import one_line

_VISIBLE, _DELETED = "1", "4"


def told_comment(row: Row, number: int) -> Told:
    """Give a comment and its fate; what is neither accepted nor deleted waits for a person.

    `number` is its place, for one without an id. Network and web address are never read.
    """
    own, parent = text_of(row, "id") or f"number {number}", text_of(row, "parent") or None
    mode = text_of(row, "mode") if "mode" in row else _VISIBLE
    words = text_of(row, "text")
    if mode == _DELETED:
        return emptied(own, parent)
    if not words:
        return dropped(own, parent, EMPTY)
    if len(words) > MAX_COMMENT_CHARS:
        return dropped(own, parent, LONG)
    state: CommentState = "visible" if mode == _VISIBLE else "pending"
    return Told(
        ParsedComment(
            external_id=own,
            parent_id=parent,
            body_html=markdown_html(words),
            author_name=one_line(text_of(row, "author")),
            author_email=email_address(text_of(row, "email")),
            created_at=moment_of(row, "created"),
            state=state,
        )
    )
