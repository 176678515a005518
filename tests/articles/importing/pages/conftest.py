"""Pages of our own writing, and short ways to read one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from articles.importing.formats import html_page
from articles.importing.records import ParsedArticle

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"
SENTENCE = "This sample paragraph has enough words in it to be taken for the text of an article. "
TEXT = f"<p>{SENTENCE * 2}</p>\n<p>Another one follows. {SENTENCE * 2}</p>"


@pytest.fixture
def saved_page() -> Callable[[str], bytes]:
    """Gives the bytes of a saved page by its name."""
    return lambda name: (FIXTURES / f"{name}.html").read_bytes()


@pytest.fixture
def read_page() -> Callable[..., ParsedArticle]:
    """Reads a page made of a head and a body, with enough text to be one, and gives its article."""

    def read(head: str = "", body: str = "", address: str | None = None) -> ParsedArticle:
        page = f"<!DOCTYPE html><html><head>{head}</head><body><h1>Warm water</h1>{TEXT}{body}"
        (article,) = html_page.parse(page.encode(), address=address)
        return article

    return read
