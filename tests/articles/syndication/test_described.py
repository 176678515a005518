"""Articles in the words of schema.org."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.library.actions import create_article, find_source, publish_article
from articles.models import Article
from articles.syndication.described import article_block, fill_count

pytestmark = pytest.mark.django_db
FIRST, LATER = datetime(2031, 5, 4, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC)


def described(article: Article, count: int = 3) -> dict[str, Any]:
    block = fill_count(article_block(article), count)
    told: dict[str, Any] = json.loads(block[block.index(">") + 1 : block.rindex("<")])
    return told


def publish(**fields: Any) -> Article:
    given = {"title": "Rest", "body_html": "<p>Words.</p>"} | fields
    return publish_article(article=create_article(**given))


def test_an_article_from_elsewhere_says_what_it_is_based_on() -> None:
    source = find_source("An institute")
    article = publish(
        source=source,
        source_url="https://source.example/1",
        source_published_at=FIRST,
        source_updated_at=LATER,
        author="Ann Lee",
        licence_note="CC BY 4.0",
        topics=["Sleep"],
    )
    told = described(article)
    assert told["@type"] == "NewsArticle" and told["headline"] == "Rest"
    assert told["isBasedOn"] == "https://source.example/1"
    assert told["author"] == {"@type": "Person", "name": "Ann Lee"}
    assert told["sourceOrganization"]["name"] == "An institute"
    assert told["publisher"]["name"] == "Common Thread"
    assert told["datePublished"] == "2031-05-04T00:00:00+00:00"
    assert told["dateModified"] == "2031-06-01T00:00:00+00:00"
    assert told["copyrightNotice"] == "CC BY 4.0" and told["keywords"] == ["Sleep"]
    assert told["mainEntityOfPage"].endswith("/articles/rest/") and told["commentCount"] == 3


def test_of_an_own_article_nothing_unknown_is_claimed() -> None:
    told = described(publish())
    assert told["@type"] == "Article" and told["author"]["name"] == "Common Thread"
    assert not {"isBasedOn", "sourceOrganization", "copyrightNotice", "keywords"} & set(told)


def test_without_an_author_it_is_by_the_source() -> None:
    told = described(publish(source=find_source("An institute")))
    assert told["author"] == {"@type": "Organization", "name": "An institute"}


@pytest.mark.parametrize("title", ["</script><b>", '"\\u0000count"', "\u2028 & <!--"])
def test_a_hostile_title_stays_a_title(title: str) -> None:
    article = publish()
    article.title = title
    told = described(article, 7)
    assert told["headline"] == title and told["commentCount"] == 7
