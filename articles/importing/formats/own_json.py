"""Our own export: articles with their comments as JSON, written and read without loss.

    {"format": "common-thread", "version": 1, "exported_at": "2024-03-12T10:00:00+00:00",
     "articles": [{"title": "...", ..., "comments": [{...}]}]}

What is not in it: e-mail addresses of commenters, and what only a preview shows.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from articles.importing.exports.json_reading import JsonReader, json_head, json_text
from articles.importing.exports.json_values import row_of
from articles.importing.exports.limits import MAX_EXPORT_BYTES, check_articles
from articles.importing.exports.own_records import article_of, article_values, comment_values
from articles.importing.records import ParsedArticle, ParseError

NAME = "common-thread"
EXTENSIONS = (".json", ".gz")
MAX_BYTES = MAX_EXPORT_BYTES

VERSION = 1
_SIGN = re.compile(r'\{\s*"format"\s*:\s*"common-thread"')


def detect(data: bytes, filename: str) -> bool:
    """Say whether the document begins with the name of this format."""
    return _SIGN.match(json_head(data)) is not None


def dump(articles: Iterable[ParsedArticle], *, exported_at: datetime) -> Iterator[str]:
    """Give the export piece by piece, ASCII alone; only one article is in memory at a time.

    `exported_at` is an aware moment.
    """
    head = {
        "format": NAME,
        "version": VERSION,
        "exported_at": exported_at.astimezone(UTC).isoformat(),
    }
    yield json.dumps(head)[:-1] + ', "articles": ['
    between = "\n"
    for article in articles:
        yield between + json.dumps(article_values(article))[:-1] + ', "comments": ['
        yield ",".join("\n " + json.dumps(comment_values(one)) for one in article.comments)
        yield "]}"
        between = ",\n"
    yield "\n]}\n"


def parse(data: bytes, *, address: str | None = None) -> Iterator[ParsedArticle]:
    """Give the articles of an export one by one.

    Raises ParseError for what is damaged, too large, or written by a later version.
    """
    reader = JsonReader(json_text(data))
    articles = comments = 0
    for name, value in reader.members():
        if name == "version" and value != VERSION:
            raise ParseError(
                f"This export is of version {value!r:.20}, and version {VERSION} is read here; "
                "import it where it was exported, or with a newer Common Thread."
            )
        if name == "articles":
            check_articles(articles := articles + 1)
            article = article_of(row_of(value), comments)
            comments += len(article.comments)
            yield article
    reader.end()
