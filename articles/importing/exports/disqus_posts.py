"""Posts of Disqus exports, and what the elements of an export are called."""

from collections.abc import Mapping

from articles.importing.exports.keeping import dropped, emptied
from articles.importing.exports.leaving_out import EMPTY, LONG, SPAM
from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.exports.moments import first_moment
from articles.importing.exports.paragraphs import paragraphs
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import email_address, plain
from articles.importing.exports.xml_records import Record
from articles.importing.records import ParsedComment

THREAD = "disqus/thread"
POST = "disqus/post"

# The network of an author is not in this list: it is never read.
WANTED = {
    THREAD: frozenset("id link title message createdAt isDeleted".split()),
    POST: frozenset(
        """
        id message createdAt isDeleted isSpam isApproved thread parent
        author/name author/username author/email
        """.split()
    ),
}


def family(address: str, prefix: str) -> str:
    """Give "" for elements of Disqus and for those without a namespace."""
    return "" if not prefix or "disqus.com" in address else "other"


def own_id(record: Record) -> str:
    """Give the id that Disqus itself gave (`dsq:id`), else the one the site gave."""
    return _id(record.attributes) or record.text("id")


def thread_id(post: Record) -> str:
    """Give the id of the thread that a post is in, or ""."""
    return _reference(post, "thread")


def told_post(post: Record) -> Told:
    """Give the comment that a post is, and its fate. A deleted one keeps nothing but its place."""
    own, parent = own_id(post) or f"line {post.line}", _reference(post, "parent") or None
    message = post.text("message")
    if _is(post, "isSpam"):
        return dropped(own, parent, SPAM)
    if _is(post, "isDeleted"):
        return emptied(own, parent, post.line)
    if not message:
        return dropped(own, parent, EMPTY)
    if len(message) > MAX_COMMENT_CHARS:
        return dropped(own, parent, LONG)
    return Told(
        ParsedComment(
            external_id=own,
            parent_id=parent,
            body_html=paragraphs(message),
            author_name=plain(post.text("author/name")) or plain(post.text("author/username")),
            author_email=email_address(post.text("author/email")),
            created_at=first_moment(post.text("createdAt")),
            state="pending" if post.text("isApproved").lower() == "false" else "visible",
            line=post.line,
        )
    )


def _is(record: Record, name: str) -> bool:
    """Say whether something is so; what is neither true nor false is so, to be careful."""
    return record.text(name).lower() not in {"", "false", "0"}


def _reference(record: Record, name: str) -> str:
    return next((_id(one.attributes) or one.text.strip() for one in record.all(name)), "")


def _id(attributes: Mapping[str, str]) -> str:
    """Give the attribute `id`, whatever its prefix."""
    return next((v.strip() for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
