"""Comments of Commento and Comentario exports, whose fields have different names."""

from collections.abc import Mapping

from articles.importing.exports.json_values import Row, is_true, moment_of, text_of
from articles.importing.exports.keeping import dropped, emptied
from articles.importing.exports.leaving_out import EMPTY, LONG, REJECTED
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.markdown import markdown_html
from articles.importing.exports.paragraphs import paragraphs
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import email_address
from articles.importing.records import CommentState, ParsedComment
from common.text import one_line

_NO_PARENT = frozenset({"", "root", "00000000-0000-0000-0000-000000000000"})
# What Commento writes in place of the words of a deleted comment.
_DELETED = "[deleted]"


def told_comment(row: Row, people: Mapping[str, Row], number: int) -> Told:
    """Give a comment and its fate. `people` has who commented, by id."""
    own = text_of(row, "commentHex", "id") or f"number {number}"
    above = text_of(row, "parentHex", "parentId")
    parent = None if above in _NO_PARENT else above
    html, typed = text_of(row, "html"), text_of(row, "markdown")
    if is_true(row, "deleted") or is_true(row, "isDeleted") or typed == _DELETED:
        return emptied(own, parent)
    state = _state(row)
    if state == "rejected":
        return dropped(own, parent, REJECTED)
    if not html and not typed:
        return dropped(own, parent, EMPTY)
    if max(len(html), len(typed)) > MAX_COMMENT_CHARS:
        return dropped(own, parent, LONG)
    person = people.get(text_of(row, "commenterHex", "userCreated"), {})
    return Told(
        ParsedComment(
            external_id=own,
            parent_id=parent,
            body_html=paragraphs(html) if html else markdown_html(typed),
            author_name=one_line(text_of(person, "name") or text_of(row, "authorName")),
            author_email=email_address(text_of(person, "email")),
            created_at=moment_of(row, "creationDate", "createdTime"),
            state=state,
        )
    )


def _state(row: Row) -> CommentState:
    """Give the state; what is neither approved nor rejected waits for a person."""
    if text_of(row, "state") == "approved" or is_true(row, "isApproved"):
        return "visible"
    is_rejected = row.get("isApproved") is False and row.get("isPending") is False
    return "rejected" if is_rejected else "pending"
