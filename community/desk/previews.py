"""What bringing a document in would do, before anything of it is stored."""

import re
from dataclasses import dataclass

from articles.importing.records import ParsedArticle
from articles.importing.storing import Outcome, find_article, fingerprint, outcome_for
from articles.library.actions import body_fields
from articles.models import Article
from common.html import html_to_text
from common.text.changes import Change, changes
from community.desk.old_tree import OldComments, read_old_comments


@dataclass(frozen=True)
class Preview:
    """One article of a document. `body_html` is sanitised; `article` is here already, or None.

    `namesake` is another article with the same title, which may be the same text. `changes` is
    what the text would change of ours.
    """

    parsed: ParsedArticle
    outcome: Outcome
    article: Article | None
    namesake: Article | None
    body_html: str
    reading_minutes: int
    comments: OldComments
    changes: list[Change]

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


def read_preview(parsed: ParsedArticle, format_name: str = "") -> Preview:
    """What one article would look like, and what would become of it."""
    mark = fingerprint(parsed)
    article = find_article(parsed, mark)
    fields = body_fields(parsed.body_html, parsed.standfirst)
    namesakes = Article.objects.filter(title=parsed.title)
    outcome = outcome_for(article, parsed, mark)
    return Preview(
        parsed=parsed,
        outcome=outcome,
        article=article,
        namesake=None if article else namesakes.first(),
        body_html=fields["body_html"],
        reading_minutes=Article(word_count=fields["word_count"]).reading_minutes,
        comments=read_old_comments(parsed.comments, article, format_name),
        changes=compared(article, parsed, fields["body_html"]) if differs(outcome) else [],
    )


def differs(outcome: Outcome) -> bool:
    """Whether the source says something else than what stands here."""
    return outcome in (Outcome.UPDATED, Outcome.SKIPPED)


def compared(article: Article | None, parsed: ParsedArticle, body_html: str) -> list[Change]:
    """What taking over the text would change, word by word."""
    if article is None:
        return []
    before = whole_text(article.title, article.standfirst, article.body_html)
    return changes(before, whole_text(parsed.title, parsed.standfirst, body_html))


def whole_text(title: str, standfirst: str, body_html: str) -> str:
    """Title, standfirst and body as plain text, a blank line between."""
    return "\n\n".join(part for part in (title, standfirst, html_to_text(body_html)) if part)
