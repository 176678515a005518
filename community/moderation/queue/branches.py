"""What the page of moving a branch reads: the branch in short, and articles to move it to."""

import re
from dataclasses import dataclass

from articles.models import Article
from common.text import excerpt, one_line
from community.threads.models import Comment
from community.threads.moving.actions import read_branch

BEGINNINGS_SHOWN = 6  # enough to know the branch again
BEGINNING = 140  # characters: two lines
FOUND_MAX = 10  # articles; more is a question that was too short
QUESTION_MAX = 200  # characters looked at of a title or an address
KEY_DIGITS_MAX = 18  # digits that every database can compare
ADDRESS = re.compile(r"/articles/([-a-zA-Z0-9_]+)")


@dataclass(frozen=True)
class Outline:
    """A branch in short: how many comments, how readers find it, and how the first ones begin."""

    count: int
    visible: int
    beginnings: list[tuple[str, str]]

    @property
    def more(self) -> int:
        return self.count - len(self.beginnings)


def read_outline(comment: Comment) -> Outline:
    """The branch that begins with a comment, in two statements."""
    branch = read_branch(comment)
    first = [row.pk for row in branch[:BEGINNINGS_SHOWN]]
    rows = Comment.objects.filter(pk__in=first).order_by("number")
    beginnings = [
        (row.author_name or "Somebody", beginning(row))
        for row in rows.only("author_name", "body", "state")
    ]
    return Outline(len(branch), sum(row.is_visible for row in branch), beginnings)


def beginning(comment: Comment) -> str:
    """How it begins; words that an author took back are theirs."""
    if comment.state == Comment.State.WITHDRAWN:
        return "(taken back)"
    return excerpt(comment.body, BEGINNING) or "(moved or erased)"


def find_articles(question: str, *, besides: int) -> list[Article]:
    """Published articles with these words in the title, or at this address; the newest first."""
    question = one_line(question[:QUESTION_MAX])
    if not question:
        return []
    articles = Article.objects.published().exclude(pk=besides).defer("body_html")
    if address := ADDRESS.search(question):
        return list(articles.filter(slug=address[1]))
    for word in question.split():
        articles = articles.filter(title__icontains=word)
    return list(articles.order_by("-published_at", "-pk")[:FOUND_MAX])


def find_target(key: str) -> Article | None:
    """The article with this key."""
    if not (key.isascii() and key.isdecimal() and len(key) <= KEY_DIGITS_MAX):
        return None
    return Article.objects.defer("body_html").filter(pk=int(key)).first()
