"""What is shown of each thing that was found, read once more from where it stands.

The index is not believed: an article that is not published, and a comment that is not visible, is
left out even if the index still had it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.index.entries import Kind
from articles.models import Article
from articles.search.highlights import Piece, marked, passage
from articles.search.query import Term
from articles.search.ranking import Found
from common.html import html_to_text
from community.threads.indexing import readable
from community.threads.models import Comment

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Hit:
    """One result. `by` is the author's name, `date` None where it is not known."""

    address: str
    title: SafeString
    passage: SafeString
    by: str
    date: datetime | None
    source: str = ""
    comment_count: int = 0
    is_imported: bool = False


def read_hits(kind: Kind, found: Sequence[Found], terms: Sequence[Term]) -> list[Hit]:
    """The results of one kind in the order of `found`."""
    keys = [each.key for each in found]
    if kind == Kind.ARTICLE:
        return [article_hit(article, terms) for article in in_order(read_articles(keys), keys)]
    return [comment_hit(comment, terms) for comment in in_order(read_comments(keys), keys)]


def in_order(rows: Iterable[Row], keys: Sequence[int]) -> list[Row]:
    """The rows in the order of their keys in a list."""
    known = {row.pk: row for row in rows}
    return [known[key] for key in keys if key in known]


def read_articles(keys: Sequence[int]) -> Iterable[Article]:
    """Those that readers can see."""
    return Article.objects.published().select_related("source").filter(pk__in=keys)


def read_comments(keys: Sequence[int]) -> Iterable[Comment]:
    """Those that everybody can see."""
    comments = Comment.objects.open_to(None).select_related("thread__article").filter(pk__in=keys)
    return comments.defer("piece", "thread__article__body_html")


def article_hit(article: Article, terms: Sequence[Term]) -> Hit:
    """An article as it is listed."""
    return Hit(
        address=article.get_absolute_url(),
        title=as_html(marked(article.title, terms)),
        passage=as_html(passage(words_of_article(article), terms)),
        by=article.author,
        date=article.dated_at,
        source=article.source.name if article.source else "",
        comment_count=article.comment_count,
    )


def comment_hit(comment: Comment, terms: Sequence[Term]) -> Hit:
    """A comment as it is listed, under the title of its article or conversation."""
    return Hit(
        address=comment.get_absolute_url(),
        title=as_html([Piece(comment.thread.title)]),
        passage=as_html(passage(readable(comment), terms)),
        by=comment.author_name,
        date=comment.created_at if comment.is_dated else None,
        is_imported=comment.is_imported,
    )


def words_of_article(article: Article) -> str:
    """Standfirst and text of an article."""
    return f"{article.standfirst}\n\n{html_to_text(article.body_html)}".strip()


def as_html(pieces: Iterable[Piece]) -> SafeString:
    """Escaped, with what was looked for in `mark` elements."""
    return format_html_join("", "{}", ((html_of(each),) for each in pieces))


def html_of(piece: Piece) -> str:
    """One piece; what is not marked is escaped by the caller."""
    return format_html("<mark>{}</mark>", piece.text) if piece.is_marked else piece.text
