"""Comments of remark42 backups."""

from articles.importing.exports.json_values import Row, is_true, moment_of, row_of, text_of
from articles.importing.exports.keeping import dropped, emptied
from articles.importing.exports.leaving_out import EMPTY, LONG
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.markdown import markdown_html
from articles.importing.exports.paragraphs import paragraphs
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import plain
from articles.importing.records import ParsedComment


def told_comment(row: Row, line: int) -> Told:
    """Give a comment and its fate. The network of its author is never read."""
    own, parent = text_of(row, "id") or f"line {line}", text_of(row, "pid") or None
    html, typed = text_of(row, "text"), text_of(row, "orig")
    if is_true(row, "delete"):
        return emptied(own, parent, line)
    if not html and not typed:
        return dropped(own, parent, EMPTY)
    if max(len(html), len(typed)) > MAX_COMMENT_CHARS:
        return dropped(own, parent, LONG)
    return Told(
        ParsedComment(
            external_id=own,
            parent_id=parent,
            body_html=paragraphs(html) if html else markdown_html(typed),
            author_name=plain(text_of(row_of(row.get("user")), "name")),
            created_at=moment_of(row, "time", "timestamp"),
            line=line,
        )
    )


def is_comment(row: Row) -> bool:
    """Say whether an object of a backup is a comment; others list users and pages."""
    return "locator" in row or ("id" in row and ("text" in row or "pid" in row))
