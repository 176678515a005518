"""Two published articles about one study, a third about another, and a way to make more."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from articles.library.actions import create_article, publish_article
from articles.models import Article

DAY = datetime(2031, 3, 1, tzinfo=UTC)
STUDY = (
    "<p>At the Lindmark Institute, {} wore a sensor for a week.</p>"
    "<p>“We had expected less and found a great deal more,” says Marit Oskarsdotter.</p>"
)


def written(title: str, people: str = "1,049 participants", apart: int = 0) -> Article:
    return publish_article(
        article=create_article(
            title=title,
            body_html=STUDY.format(people),
            source_published_at=DAY + timedelta(days=apart),
        )
    )


@pytest.fixture
def first(db: None) -> Article:
    return written("Sensors in spring")


@pytest.fixture
def second(db: None) -> Article:
    return written("A week with a sensor", apart=2)


@pytest.fixture
def stranger(db: None) -> Article:
    body = "<p>A choir of people in pain sang for an hour. They had tea.</p>"
    return publish_article(article=create_article(title="Choir", body_html=body))


@pytest.fixture
def write(db: None) -> Callable[..., Article]:
    """Publishes another article about the study of the first two."""
    return written
