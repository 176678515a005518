"""Large exports are read in little memory: what was given is forgotten."""

import tracemalloc
from collections.abc import Iterable
from datetime import UTC, datetime

from articles.importing.formats import own_json, wordpress
from articles.importing.records import ParsedArticle, ParsedComment
from tests.articles.importing.wordpress_exports import comment, export, item

WORDS = "Warm water helps, and walking does as well. " * 20
NOW = datetime(2024, 3, 20, tzinfo=UTC)


def peak_of(read: Iterable[object]) -> int:
    """The most memory, in bytes, that going through this took."""
    tracemalloc.start()
    try:
        for _ in read:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_articles_of_wordpress_are_read_one_by_one() -> None:
    many = "".join(comment(number, words=WORDS) for number in range(1, 21))
    data = export(item(many) * 150)
    assert len(data) > 3_000_000
    assert peak_of(wordpress.parse(data)) < 1_500_000


def test_articles_of_our_own_are_read_one_by_one() -> None:
    comments = [ParsedComment(external_id=str(n), body_html=WORDS) for n in range(20)]
    article = ParsedArticle(title="A", body_html="", comments=comments)
    data = "".join(own_json.dump([article] * 150, exported_at=NOW)).encode()
    assert peak_of(own_json.parse(data)) < len(data) + 1_500_000
