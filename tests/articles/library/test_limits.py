"""Limits of the library that readers and staff can meet. See docs/limits.md."""

import pytest
from django.test import Client

from articles.library.actions import EXCERPT_LENGTH, create_article, publish_article
from articles.library.models import SLUG_MAX, TITLE_MAX

pytestmark = pytest.mark.django_db


def test_a_list_shows_the_beginning_of_a_long_text_and_leads_to_all_of_it(client: Client) -> None:
    words = "Rest early. " * EXCERPT_LENGTH
    article = publish_article(article=create_article(title="Rest", body_html=f"<p>{words}</p>"))
    assert EXCERPT_LENGTH - 20 < len(article.excerpt) <= EXCERPT_LENGTH
    assert article.excerpt.endswith("Rest early…") or article.excerpt.endswith("Rest…")
    assert article.excerpt in client.get("/articles/").content.decode()
    assert words.strip() in client.get(article.get_absolute_url()).content.decode()


def test_a_text_of_just_the_length_of_an_excerpt_is_shown_whole() -> None:
    words = "x" * EXCERPT_LENGTH
    assert create_article(title="Rest", body_html=f"<p>{words}</p>").excerpt == words


def test_the_longest_titles_have_addresses_of_their_own_that_end_between_words() -> None:
    title = ("rest early and often " * TITLE_MAX)[:TITLE_MAX].strip()
    addresses = [create_article(title=title, body_html="<p>x</p>").slug for _ in range(12)]
    assert len(set(addresses)) == 12 and max(map(len, addresses)) <= SLUG_MAX
    assert addresses[0].split("-")[-1] in title.split()
