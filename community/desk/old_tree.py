"""The comments of a document as a tree, before they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string

from articles.importing.records import ParsedComment
from articles.models import Article
from common.html import COMMENT_POLICY, sanitize
from common.text import one_line
from community.desk.old_comments import NAMELESS, import_keys
from community.threads.models import NAME_MAX, Comment
from community.threads.tree import Row, nest, place

COMMENTS_SHOWN = 200  # enough to see whether names, dates and nesting are right


@dataclass(frozen=True)
class OldComment:
    """One comment as the preview shows it; `words` is sanitised."""

    number: int
    author_name: str
    created_at: datetime | None
    words: str
    line: int | None
    state: str
    is_new: bool


@dataclass(frozen=True)
class OldComments:
    """All comments of a document. `html` shows the first `shown` of them, nested."""

    html: str = ""
    shown: int = 0
    total: int = 0
    top: int = 0
    new: int = 0

    @property
    def replies(self) -> int:
        return self.total - self.top

    @property
    def more(self) -> int:
        """How many the preview leaves out."""
        return self.total - self.shown


def read_old_comments(
    comments: Sequence[ParsedComment], article: Article | None, format_name: str = ""
) -> OldComments:
    """The comments of a document, with those marked that `article` has not got yet."""
    here = keys_here(article)
    fresh = [key not in here for key in import_keys(comments, format_name)]
    return OldComments(
        html=nested(comments[:COMMENTS_SHOWN], fresh),
        shown=min(len(comments), COMMENTS_SHOWN),
        total=len(comments),
        top=sum(comment.parent_id is None for comment in comments),
        new=sum(fresh),
    )


def keys_here(article: Article | None) -> set[str | None]:
    """The keys of the comments that came in with an article before."""
    if article is None:
        return set()
    stored = Comment.objects.filter(thread__article=article).exclude(import_key=None)
    return set(stored.values_list("import_key", flat=True))


def nested(comments: Sequence[ParsedComment], fresh: Sequence[bool]) -> str:
    """Nested HTML in the order of the document's tree."""
    paths: dict[str | None, str] = {}
    below: dict[str, int] = {}
    pieces: dict[str, str] = {}
    for number, (comment, is_new) in enumerate(zip(comments, fresh, strict=False), 1):
        above = paths.get(comment.parent_id, "")
        path = place(number, above).path
        paths[comment.external_id] = path
        below[above] = below.get(above, 0) + 1
        pieces[path] = render(number, comment, is_new)
    return nest(Row(path, pieces[path], below.get(path, 0)) for path in sorted(pieces))


def render(number: int, comment: ParsedComment, is_new: bool) -> str:
    """HTML of one comment."""
    shown = OldComment(
        number=number,
        author_name=one_line(comment.author_name)[:NAME_MAX] or NAMELESS,
        created_at=comment.created_at,
        words=sanitize(comment.body_html, COMMENT_POLICY),
        line=comment.line,
        state=comment.state,
        is_new=is_new,
    )
    return render_to_string("community/desk/old_comment.html", {"comment": shown}).strip()
