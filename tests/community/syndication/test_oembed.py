"""What a link to a page of ours shows elsewhere."""

from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client

from articles.library.actions import create_article, withdraw_article
from articles.models import Article
from community.members.models import Member
from community.syndication.oembed import AGE_SECONDS
from community.threads.actions import post_comment
from community.threads.models import Thread
from community.threads.posting.submissions import Guest

OWN = settings.SITE_URL


def ask(client: Client, address: str, **more: str) -> Any:
    return client.get("/oembed", {"url": address} | more)


def test_an_article_is_a_link_with_its_title(client: Client, article: Article) -> None:
    answer = ask(client, f"{OWN}/articles/resting-early/", format="json", maxwidth="300")
    assert answer.json() == {
        "version": "1.0",
        "type": "link",
        "title": "Resting early",
        "provider_name": "Common Thread",
        "provider_url": f"{OWN}/",
        "cache_age": 3600,
    }
    assert answer["Content-Type"] == "application/json" and not answer.cookies
    assert answer["Cache-Control"] == f"public, max-age={AGE_SECONDS}"
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_comment_says_who_speaks_and_none_of_their_words(
    client: Client, thread: Thread, alice: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Rest").comment
    for address in (f"/comments/{comment.pk}/", f"/articles/resting-early/#comment-{comment.pk}"):
        told = ask(client, OWN + address).json()
        assert told["title"] == "Alice on “Resting early”" and told["author_name"] == "Alice"
        assert "html" not in told


def test_the_page_says_where_to_ask(client: Client, article: Article) -> None:
    page = client.get(article.get_absolute_url()).content.decode()
    link = page.split('type="application/json+oembed"')[1].split('href="')[1].split('"')[0]
    assert client.get(link.replace("&amp;", "&")).json()["title"] == "Resting early"


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/articles/resting-early/",
        f"{OWN}.elsewhere.example/articles/resting-early/",
        f"{OWN.replace('://', '://x@')}/articles/resting-early/",
        "//127.0.0.1:8000/articles/resting-early/",
        "/articles/resting-early/",
        "file:///etc/passwd",
        "http://[",
        f"{OWN}/articles/there-is-none/",
        f"{OWN}/comments/999/",
        f"{OWN}/articles/resting-early/#comment-{'9' * 18}",
        f"{OWN}/account/",
        "\x00",
        "x" * 5000,
    ],
)
def test_for_anything_else_there_is_no_answer_and_nothing_is_fetched(
    client: Client, article: Article, address: str
) -> None:
    with patch("socket.socket.connect") as connect:
        assert ask(client, address).status_code == 404
    assert not connect.called


def test_what_readers_cannot_see_has_none(client: Client, thread: Thread, gus: Guest) -> None:
    create_article(title="Not yet", body_html="<p>Words.</p>")
    waiting = post_comment(thread=thread, author=gus, text="Waiting words").comment
    assert ask(client, f"{OWN}/articles/not-yet/").status_code == 404
    assert ask(client, f"{OWN}/comments/{waiting.pk}/").status_code == 404


def test_what_was_withdrawn_is_gone(client: Client, thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="Rest").comment
    withdraw_article(article=thread.article, note="It was wrong.")
    assert ask(client, f"{OWN}/articles/resting-early/").status_code == 410
    assert ask(client, f"{OWN}/comments/{comment.pk}/").status_code == 410


def test_other_formats_and_missing_addresses_are_refused(client: Client, article: Article) -> None:
    assert ask(client, f"{OWN}/articles/resting-early/", format="xml").status_code == 501
    assert client.get("/oembed").status_code == 400
    assert client.post("/oembed").status_code == 405
