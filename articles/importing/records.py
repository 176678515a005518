"""What reading a foreign format gives: articles, their comments, and what was left out.

A format module turns bytes into these records and knows nothing of how they are stored.
Times are aware and in UTC. HTML is not trusted: whoever stores it sanitises it first.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

CommentState = Literal["pending", "visible", "rejected", "removed", "withdrawn"]

# What the article was where it comes from, not what it becomes here.
ArticleState = Literal["published", "draft", "private", "scheduled", "protected"]


class ParseError(Exception):
    """A document that cannot be read; `reason` is one plain sentence that says what to do.

    `line` and `column` count from 1, as an editor shows them; None where there is no such place.
    """

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason, line, column)
        self.reason = reason
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Give the place, as far as it is known, and then the reason."""
        if self.line is None:
            return self.reason
        place = f"line {self.line}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something in the document that is neither article nor comment, and why it was left out.

    `line` is None where the document has no lines worth naming.
    """

    line: int | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line that was read as a fact about the article or a comment, such as its date."""

    line: int
    text: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedComment:
    """One reader's comment.

    `external_id` is unique within its article and stays the same when the same document is read
    again; with `is_known_by_id` it is the source's own and also stays when the words change.
    `parent_id` is the `external_id` of the comment it answers, or None at the top.
    `author_name` is "" unless the document names the author in so many words.
    """

    external_id: str
    body_html: str
    parent_id: str | None = None
    author_name: str = ""
    author_email: str = ""
    created_at: datetime | None = None
    state: CommentState = "visible"
    is_known_by_id: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """One article with its comments, parents before their replies.

    Text that the document does not hold is "", a time that it does not hold is None. An export
    of comments alone has articles with an empty `body_html`. `comments_dropped` counts comments
    that were left out, such as spam; `dropped` then says in one entry a kind what they were.
    With `is_excerpt` the text goes on at `source_url`. `lead_image` is the address of a picture
    at the source, which nobody fetches.
    `dropped` and `recognised` are for the preview; nothing of the document is lost silently.
    """

    title: str
    body_html: str
    standfirst: str = ""
    author: str = ""
    source_name: str = ""
    source_url: str = ""
    external_id: str = ""
    lead_image: str = ""
    is_excerpt: bool = False
    published_at: datetime | None = None
    updated_at: datetime | None = None
    topics: list[str] = field(default_factory=list)
    state: ArticleState = "published"
    comments: list[ParsedComment] = field(default_factory=list)
    comments_dropped: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
