"""New articles go out by themselves: each once, whatever the order in which things are committed."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from articles.models import Article, ImportRun, Issue
from articles.newsletter.announcing import (
    ANNOUNCED_MAX,
    LOOKED_BACK,
    STILL_COMING,
    announce_articles,
)
from tests.articles.newsletter.test_sending import Subscribed, work


def published(title: str) -> Article:
    return publish_article(article=create_article(title=title, body_html="<p>New.</p>"))


def brought(title: str) -> None:
    """An article of a run of its own, as each document of a folder has."""
    run = ImportRun.objects.create(source=title, format="text")
    Article.objects.filter(pk=published(title).pk).update(import_run=run)


def test_whoever_wants_each_article_gets_it_once(article: Article, subscribed: Subscribed) -> None:
    subscribed("gus", "each")
    subscribed("ann")
    assert announce_articles() == 1
    assert announce_articles() == 0
    work()
    (letter,) = mail.outbox
    assert letter.to == ["gus@people.example"]
    assert "Warm water" in letter.body and "Warm water" not in letter.subject


def test_very_many_articles_at_once_are_no_news(db: None, subscribed: Subscribed) -> None:
    subscribed("gus", "each")
    for number in range(ANNOUNCED_MAX + 1):
        published(f"Old {number}")
    assert announce_articles() == 0
    published("New")
    assert announce_articles() == 1
    work()
    (letter,) = mail.outbox
    assert "/articles/new/" in letter.body and "/articles/old-0/" not in letter.body


def test_what_is_brought_in_is_told_when_all_of_it_is_there(
    db: None, subscribed: Subscribed
) -> None:
    subscribed("gus", "each")
    for number in range(3):
        brought(f"Brought {number}")
    published("By hand")
    assert announce_articles() == 1, "what was written here waits for nobody's import"
    Article.objects.update(created_at=timezone.now() - STILL_COMING)
    assert announce_articles() == 3


def test_an_import_that_stays_long_with_one_document_is_waited_for(
    db: None, subscribed: Subscribed
) -> None:
    subscribed("gus", "each")
    for number in range(3):
        brought(f"Brought {number}")
    Article.objects.update(created_at=timezone.now() - 3 * STILL_COMING)
    ImportRun.objects.filter(source="Brought 2").update(alive_at=timezone.now())
    published("By hand")
    assert announce_articles() == 1
    ImportRun.objects.update(alive_at=timezone.now() - STILL_COMING)
    assert announce_articles() == 3


def test_a_slow_import_of_very_many_is_no_news(db: None, subscribed: Subscribed) -> None:
    subscribed("gus", "each")
    for number in range(ANNOUNCED_MAX + 1):
        brought(f"Old {number}")
        assert announce_articles() == 0
    Article.objects.update(created_at=timezone.now() - STILL_COMING)
    assert announce_articles() == 0
    assert Issue.objects.count() == 0


def test_an_article_that_is_committed_late_is_announced_all_the_same(
    db: None, subscribed: Subscribed
) -> None:
    subscribed("gus", "each")
    published("Quick")
    assert announce_articles() == 1
    slow = published("Slow")
    Article.objects.filter(pk=slow.pk).update(published_at=timezone.now() - timedelta(minutes=5))
    assert announce_articles() == 1
    work()
    assert [("/articles/slow/" in letter.body) for letter in mail.outbox] == [False, True]


def test_old_articles_are_no_news(db: None, subscribed: Subscribed) -> None:
    subscribed("gus", "each")
    old = published("Old")
    Article.objects.filter(pk=old.pk).update(published_at=timezone.now() - LOOKED_BACK)
    assert announce_articles() == 0


def test_who_subscribes_later_hears_of_what_comes_then(
    article: Article, subscribed: Subscribed
) -> None:
    assert announce_articles() == 0
    subscribed("gus", "each")
    assert announce_articles() == 0
    published("New")
    assert announce_articles() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_announce_once(subscribed: Subscribed) -> None:
    subscribed("gus", "each")
    for number in range(3):
        published(f"Article {number}")
    start, said = Barrier(4), []

    def announce() -> None:
        start.wait()
        try:
            said.append(announce_articles())
        finally:
            connection.close()

    workers = [Thread(target=announce) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(said) == [0, 0, 0, 3]
    assert Issue.objects.count() == 1
