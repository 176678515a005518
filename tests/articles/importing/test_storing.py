"""Storing parsed articles: what is created, what is found again, what is left alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from articles.importing.records import ParsedArticle
from articles.importing.storing import EDITED_HERE, Outcome, Stored, store_article
from articles.library.actions import edit_article
from articles.models import Article, ImportRun, Source, Topic

WALKS = ParsedArticle(
    title="Short walks",
    standfirst="Ten minutes help.",
    body_html="<p>Ten minutes.</p><h2>Why</h2><p>Nobody knows.</p>",
    author="Kim Doe",
    source_name="Harbour News",
    source_url="https://harbour.example/walks",
    published_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    topics=["Walking", "Pacing", "walking"],
)
NAMELESS = replace(WALKS, source_name="", source_url="")


@pytest.fixture
def store(db: None) -> Callable[..., Stored]:
    """Stores an article as part of a new run."""

    def stored(parsed: ParsedArticle, as_read: ParsedArticle | None = None) -> Stored:
        run = ImportRun.objects.create(source="walks.txt", format="text")
        return store_article(parsed, run, as_read=as_read)

    return stored


def test_a_new_article_is_a_draft_with_everything_that_was_read(store) -> None:
    stored = store(WALKS)
    article = Article.objects.get()
    assert (stored.outcome, stored.article) == (Outcome.CREATED, article)
    assert (article.state, article.slug, article.version) == ("draft", "short-walks", 1)
    assert (article.title, article.standfirst, article.author) == (
        "Short walks", "Ten minutes help.", "Kim Doe",
    )  # fmt: skip
    assert (article.source.name, article.source_url) == ("Harbour News", WALKS.source_url)
    assert article.source_published_at == WALKS.published_at
    assert {topic.name for topic in article.topics.all()} == {"Walking", "Pacing"}
    assert (article.import_run.source, article.edited_at) == ("walks.txt", None)


def test_the_body_is_sanitised_when_it_is_stored(store) -> None:
    body = '<p onclick="x()">Walk.</p><script>x()</script>'
    assert store(replace(WALKS, body_html=body)).article.body_html == "<p>Walk.</p>"


def test_the_same_again_changes_nothing(store) -> None:
    store(WALKS)
    before = Article.objects.values().get()
    assert store(WALKS).outcome == Outcome.UNCHANGED
    assert Article.objects.values().get() == before


def test_a_newer_text_at_the_same_address_is_taken_over(store) -> None:
    first = store(WALKS).article
    newer = replace(WALKS, title="Longer walks", body_html="<p>Twenty minutes.</p>")
    assert store(newer).outcome == Outcome.UPDATED
    article = Article.objects.get()
    assert (article.title, article.body_html, article.slug) == (
        "Longer walks", "<p>Twenty minutes.</p>", first.slug,
    )  # fmt: skip
    assert article.version == 2
    assert store(newer).outcome == Outcome.UNCHANGED


def test_an_article_that_was_edited_here_is_left_alone(store) -> None:
    article = store(WALKS).article
    edit_article(article=article, title="Walks that help")
    stored = store(replace(WALKS, body_html="<p>Twenty minutes.</p>"))
    assert (stored.outcome, stored.reason) == (Outcome.SKIPPED, EDITED_HERE)
    article.refresh_from_db()
    assert (article.title, "Ten" in article.body_html) == ("Walks that help", True)


def test_the_old_text_of_an_edited_article_is_known_as_such(store) -> None:
    edit_article(article=store(WALKS).article, title="Walks that help")
    assert store(WALKS).outcome == Outcome.UNCHANGED


def test_an_article_without_an_address_is_known_by_its_text_and_by_its_title(store) -> None:
    store(NAMELESS)
    assert store(replace(NAMELESS, title="Long walks")).outcome == Outcome.CREATED
    assert store(NAMELESS).outcome == Outcome.UNCHANGED
    assert store(replace(NAMELESS, body_html="<p>New.</p>")).outcome == Outcome.UPDATED
    assert Article.objects.count() == 2


def test_a_document_without_an_address_is_known_when_its_article_was_renamed(store) -> None:
    edit_article(article=store(NAMELESS).article, title="Walks", source_url=WALKS.source_url)
    assert store(replace(NAMELESS, body_html="<p>New.</p>")).outcome == Outcome.SKIPPED
    assert Article.objects.count() == 1


def test_articles_of_one_title_from_two_addresses_are_two(store) -> None:
    other = replace(WALKS, source_url="https://hill.example/walks", body_html="<p>Hills.</p>")
    store(WALKS)
    assert store(other).outcome == Outcome.CREATED
    assert sorted(Article.objects.values_list("slug", flat=True)) == [
        "short-walks",
        "short-walks-2",
    ]


def test_the_id_of_the_source_finds_an_article_that_moved(store) -> None:
    first = replace(WALKS, external_id="17")
    store(first)
    moved = replace(first, source_url="https://harbour.example/new", body_html="<p>New.</p>")
    assert store(moved).outcome == Outcome.UPDATED


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//harbour.example/x", "ftp://harbour.example", "harbour"],
)
def test_an_address_that_cannot_be_linked_to_is_not_kept(store, address: str) -> None:
    assert store(replace(WALKS, source_url=address)).article.source_url == ""


def test_an_address_longer_than_its_column_is_not_kept(store) -> None:
    address = "https://harbour.example/" + "a" * 1000
    assert store(replace(WALKS, source_url=address)).article.source_url == ""


def test_names_longer_than_their_columns_are_cut_and_found_again(store) -> None:
    long = replace(WALKS, source_name="H" * 300, author="K" * 300, external_id="17", source_url="")
    assert len(store(long).article.source.name) == 200
    assert store(replace(long, body_html="<p>New.</p>", title="New")).outcome == Outcome.UPDATED
    assert Source.objects.count() == 1


def test_topics_that_are_there_are_used(store) -> None:
    Topic.objects.create(name="Walking", slug="walking")
    store(WALKS)
    assert Topic.objects.count() == 2


def test_what_staff_corrected_is_stored_and_what_was_read_is_found_again(store) -> None:
    corrected = replace(NAMELESS, title="Walks, and why", source_url=WALKS.source_url)
    article = store(corrected, NAMELESS).article
    assert (article.title, article.source_url) == ("Walks, and why", WALKS.source_url)
    assert article.edited_at is not None
    assert store(NAMELESS).outcome == Outcome.UNCHANGED


def test_a_corrected_source_alone_does_not_keep_newer_texts_away(store) -> None:
    corrected = replace(WALKS, source_name="Harbour Weekly", topics=["Rest"])
    assert store(corrected, WALKS).article.edited_at is None
    assert store(replace(WALKS, body_html="<p>New.</p>")).outcome == Outcome.UPDATED
    assert Article.objects.get().source.name == "Harbour Weekly"


def test_two_articles_that_their_source_tells_apart_are_two_whatever_they_say(db: None) -> None:
    run = ImportRun.objects.create(source="site.xml", format="wordpress")
    first, second = (
        ParsedArticle(
            title="Hello", body_html="<p>Same words.</p>", source_name="A site", external_id=name
        )
        for name in ("post 1", "post 2")
    )
    for _ in range(2):
        for parsed in (first, second):
            store_article(parsed, run)
    assert Article.objects.count() == 2
    elsewhere = ParsedArticle(title="Hello", body_html="<p>Same words.</p>", source_name="Another")
    assert store_article(elsewhere, run).outcome == "unchanged"


def test_articles_of_one_run_that_share_an_address_are_told_apart_by_their_ids(db: None) -> None:
    for name in ("first.xml", "again.xml"):
        run = ImportRun.objects.create(source=name, format="wordpress")
        outcomes = [
            store_article(
                replace(WALKS, title=f"Walk {number}", external_id=f"post {number}"), run
            ).outcome
            for number in range(3)
        ]
        assert set(outcomes) == {"created" if name == "first.xml" else "unchanged"}
    assert Article.objects.exclude(source_url="").count() == 1


def test_an_article_whose_feed_gave_it_a_new_id_is_known_by_its_address(db: None) -> None:
    for number in range(3):
        run = ImportRun.objects.create(source="feed", format="feed")
        store_article(replace(WALKS, external_id=f"changing {number}"), run)
    assert Article.objects.count() == 1
