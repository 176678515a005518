"""Hostile strings through every door: comment, name, title and an imported document."""

import json
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.library.actions import create_article, publish_article
from common.text import storable
from community.threads.models import Comment, Thread
from community.threads.rendering import fill, render_words

HOSTILE = Callable[[int, int], list[str]]
ALLOWED_SCRIPTS = "/static/js/"


def offences(html: str) -> list[str]:
    """What on a whole page could run a script or lead somewhere it must not."""
    found = []
    for node in LexborHTMLParser(html).css("*"):
        attributes = node.attributes
        if node.tag == "script" and not is_ours(node):
            found.append("script")
        if node.tag in ("iframe", "object", "embed", "base", "svg", "math", "style"):
            own = node.tag == "svg" and "strand" in (attributes.get("class") or "")
            found += [] if own else [node.tag]
        for name, value in attributes.items():
            if name.startswith("on") or name in ("srcdoc", "style"):
                found.append(name)
            address = (value or "").strip().lower()
            if name in ("href", "src", "action", "formaction") and address.startswith("//"):
                found.append(address)
            scheme = address.partition(":")[0] if ":" in address.partition("/")[0] else ""
            if name in ("href", "src", "action") and scheme not in (
                "",
                "http",
                "https",
                "mailto",
                "tel",
            ):
                found.append(address)
    return found


def is_ours(script: LexborNode) -> bool:
    """Whether it is a file of ours, or data that is still whole, which nothing runs."""
    if script.attributes == {"type": "application/ld+json"}:
        return "headline" in json.loads(script.text())
    return (script.attributes.get("src") or "").startswith(ALLOWED_SCRIPTS)


@pytest.mark.parametrize("seed", range(4))
def test_hostile_comments_and_names_harm_nobody(
    thread: Thread, hostile_strings: HOSTILE, seed: int
) -> None:
    """Through the form: what is stored, and the page that readers get."""
    cache.clear()
    client = Client()
    address = f"/articles/{thread.article.slug}/comments/"
    for string in map(storable, hostile_strings(seed, 60)):  # a browser sends valid UTF-8
        sent = {"name": string[:60] or "Gus", "comment": string[:10_000]}
        response = client.post(address, sent)
        assert response.status_code in (200, 302)
        if response.status_code == 200:
            assert offences(response.content.decode()) == []
    for comment in Comment.objects.pending():
        page = fill(render_words(comment), key=comment.pk, when="now")
        assert offences(page) == [], comment.body
    assert offences(client.get(thread.article.get_absolute_url()).content.decode()) == []


@pytest.mark.parametrize("seed", range(4))
def test_hostile_titles_and_articles_harm_nobody(
    db: None, hostile_strings: HOSTILE, seed: int
) -> None:
    cache.clear()
    client = Client()
    for string in hostile_strings(seed, 40):
        article = publish_article(
            article=create_article(
                title=string[:300],
                standfirst=string[:500],
                body_html=string,
            )
        )
        assert offences(client.get(article.get_absolute_url()).content.decode()) == [], string
    assert offences(client.get("/").content.decode()) == []


def test_pieces_cannot_be_forged_with_the_marks(thread: Thread, client: Client) -> None:
    """The marks of a piece are control characters; nobody can type them into it."""
    sent = {"name": "G\x03us", "comment": "One \x01 two \x02 three \x03 four"}
    client.post(f"/articles/{thread.article.slug}/comments/", sent)
    comment = Comment.objects.get()
    assert not any(mark in comment.body_html + comment.author_name for mark in "\x01\x02\x03")
