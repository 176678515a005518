"""What bringing a document in would do, before anything of it is stored."""

import re
from dataclasses import dataclass

from articles.importing.reading import Document
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import Outcome, find_article, fingerprint, outcome_for
from articles.library.actions import body_fields
from articles.models import Article
from common.html import TooLong
from community.desk.importing import parse_document
from community.desk.old_tree import OldComments, read_old_comments


@dataclass(frozen=True)
class Preview:
    """One article of a document. `body_html` is sanitised; `article` is here already, or None.

    `namesake` is another article with the same title, which may be the same text.
    """

    parsed: ParsedArticle
    outcome: Outcome
    article: Article | None
    namesake: Article | None
    body_html: str
    reading_minutes: int
    comments: OldComments

    @property
    def paragraphs(self) -> int:
        return self.body_html.count("<p>")

    @property
    def headings(self) -> int:
        return len(re.findall("<h[2-4]>", self.body_html))

    @property
    def is_new(self) -> bool:
        return self.outcome == Outcome.CREATED

    @property
    def changes_something(self) -> bool:
        """Whether storing it would do anything at all."""
        return self.outcome in (Outcome.CREATED, Outcome.UPDATED) or self.comments.new > 0


def read_previews(document: Document) -> list[Preview]:
    """Read a document as an import would. Raises ParseError."""
    try:
        return [read_preview(parsed) for parsed in parse_document(document)]
    except TooLong as error:
        raise ParseError(f"{error} Save the article alone as text and try again.") from error


def read_preview(parsed: ParsedArticle) -> Preview:
    """What one article would look like, and what would become of it."""
    mark = fingerprint(parsed)
    article = find_article(parsed, mark)
    fields = body_fields(parsed.body_html, parsed.standfirst)
    namesakes = Article.objects.filter(title=parsed.title)
    return Preview(
        parsed=parsed,
        outcome=outcome_for(article, mark),
        article=article,
        namesake=None if article else namesakes.first(),
        body_html=fields["body_html"],
        reading_minutes=Article(word_count=fields["word_count"]).reading_minutes,
        comments=read_old_comments(parsed.comments, article),
    )
