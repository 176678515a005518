"""A newsletter with subscribers."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from articles.models import Article, Issue, Subscriber
from articles.newsletter.actions import AGREED_TO, create_issue, pick_article, schedule_issue
from common.proofs import new_salt


@pytest.fixture
def subscribed(db: None) -> Callable[..., Subscriber]:
    """Returns a function that makes a confirmed subscriber: `subscribed("gus")`."""

    def make(name: str, rhythm: str = "weekly") -> Subscriber:
        return Subscriber.objects.create(
            email=f"{name}@people.example",
            rhythm=rhythm,
            salt=new_salt(),
            agreed_at=timezone.now(),
            agreed_to=AGREED_TO,
            confirmed_at=timezone.now(),
        )

    return make


@pytest.fixture
def article(db: None) -> Article:
    """A published article."""
    return publish_article(article=create_article(title="Warm water", body_html="<p>It helps.</p>"))


@pytest.fixture
def issue(article: Article) -> Issue:
    """An issue with one article that goes out now."""
    made = create_issue(title="News of the week")
    pick_article(issue=made, article=article)
    return schedule_issue(issue=made, at=timezone.now())
