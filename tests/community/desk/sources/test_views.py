"""Sources: their licence, what stands here of their texts, and their feeds."""

from typing import Any

import pytest
from django.test import Client

from articles.library.actions import create_article, publish_article
from articles.models import Article, ArticleVersion, Source
from community.desk.sources import views

SENTENCE = "They walked to the corner and rested on the bench before they went back home again. "
BODY = "".join(f"<p>{number}. {SENTENCE * 4}</p>" for number in range(1, 9))


@pytest.fixture
def source(db: None) -> Source:
    return Source.objects.create(name="Harbour News")


@pytest.fixture
def article(source: Source) -> Article:
    article = create_article(
        title="Walks", body_html=BODY, source=source, source_url="https://harbour.example/walks"
    )
    return publish_article(article=article)


def given(**changes: str) -> dict[str, Any]:
    return {"name": "Harbour News", "shows": "full", **changes}


def test_a_source_is_made_before_anything_of_it_is_here(at_desk: Client) -> None:
    fields = given(licence_note="CC BY 4.0", feed_url="https://harbour.example/feed")
    url = at_desk.post("/desk/sources/add/", fields).url
    source = Source.objects.get()
    assert url == f"/desk/sources/{source.pk}/" and source.feed_next_at is not None
    assert "Its feed" in at_desk.get(url).content.decode()
    assert "feed is watched" in at_desk.get("/desk/sources/").content.decode()


def test_readers_see_the_licence_below_each_article(
    at_desk: Client, article: Article, client: Client
) -> None:
    page = article.get_absolute_url()
    assert "CC BY 4.0" not in client.get(page).content.decode()
    at_desk.post(f"/desk/sources/{article.source_id}/", given(licence_note="CC BY 4.0"))
    assert "CC BY 4.0" in client.get(page).content.decode()


def test_of_a_source_that_lets_no_more_stand_only_an_excerpt_is_left(
    at_desk: Client, article: Article, client: Client
) -> None:
    ArticleVersion.objects.create(
        article=article, version=1, title="Walks", body_html=BODY, why="edit"
    )
    at_desk.post(f"/desk/sources/{article.source_id}/", given(shows="excerpt"))
    article.refresh_from_db()
    assert article.is_excerpt and "8. They" not in article.body_html
    assert "1. They walked" in article.body_html and not article.versions.exists()
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Read the whole text at Harbour News" in page and "8. They" not in page


def test_new_articles_of_such_a_source_come_in_as_excerpts(bring_in: Any, source: Source) -> None:
    Source.objects.update(shows="excerpt")
    text = "\n\n".join(f"{SENTENCE * 5}Paragraph {n} ends here." for n in range(8))
    document = f"Walks\n\n{text}\n\nOriginal source: Harbour News, https://harbour.example/w\n"
    bring_in(document.encode())
    article = Article.objects.get()
    if article.source != source:
        article = Article.objects.get(source=source)
    assert article.is_excerpt and article.word_count < 130
    assert bring_in(document.encode()).unchanged == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "n" * 201),
        ("url", "harbour"),
        ("feed_url", "ftp://harbour.example/feed"),
        ("shows", "half"),
        ("licence_note", "n" * 1001),
    ],
)
def test_what_cannot_be_stored_comes_back_in_the_form(
    at_desk: Client, source: Source, field: str, value: str
) -> None:
    answer = at_desk.post(
        f"/desk/sources/{source.pk}/", given(**{"licence_note": "My own words", field: value})
    )
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    source.refresh_from_db()
    assert (source.name, source.licence_note) == ("Harbour News", "")


def test_two_sources_have_two_names(at_desk: Client, source: Source) -> None:
    answer = at_desk.post("/desk/sources/add/", given())
    assert "another source of that name" in answer.content.decode()


def test_a_feed_is_paused_and_watched_again(at_desk: Client, source: Source) -> None:
    url = f"/desk/sources/{source.pk}/"
    at_desk.post(url, given(feed_url="https://harbour.example/feed"))
    assert "Paused." in at_desk.post(url, {"do": "pause"}, follow=True).content.decode()
    assert "feed paused" in at_desk.get("/desk/sources/").content.decode()
    at_desk.post(url, {"do": "resume"})
    assert "feed is watched" in at_desk.get("/desk/sources/").content.decode()


def test_more_sources_than_a_page_holds_are_in_the_admin(
    at_desk: Client, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "SOURCES_SHOWN", 1)
    Source.objects.create(name="Inland News")
    text = at_desk.get("/desk/sources/").content.decode()
    assert "Harbour News" in text and "Inland News" not in text and "the admin" in text
