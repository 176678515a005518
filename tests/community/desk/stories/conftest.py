"""Two reports of one study that are proposed as a story, and the desk."""

import pytest
from django.test import Client

from articles.library.actions import create_article, find_source, publish_article
from articles.models import Article, StoryProposal
from community.members.models import Member


def report(title: str, source: str) -> Article:
    article = create_article(title=title, body_html="<p>Words.</p>", source=find_source(source))
    return publish_article(article=article)


@pytest.fixture
def first(db: None) -> Article:
    return report("Sensors in spring", "The Gazette")


@pytest.fixture
def second(db: None) -> Article:
    return report("A week with a sensor", "The Post")


@pytest.fixture
def third(db: None) -> Article:
    return report("Worn on the wrist", "The Herald")


@pytest.fixture
def proposal(first: Article, second: Article) -> StoryProposal:
    signs = ["Both quote “We had expected less.”", "But one says 9 people and the other 12 women"]
    return StoryProposal.objects.create(first=first, second=second, score=0.8, signs=signs)


@pytest.fixture
def at_desk(client: Client, stefan: Member) -> Client:
    client.force_login(stefan)
    return client
