"""Saved pages of our own writing, and a short way to read one."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.importing.formats import text
from articles.importing.records import ParsedArticle

FIXTURES = Path(__file__).parent / "fixtures"
END_OF_LINE = re.compile(r"<br>|</p>|</li>|</h2>|<[uo]l[^>]*>")
TAG = re.compile(r"<[^>]+>")


def lines_of(body_html: str) -> list[str]:
    """The lines of a body as a reader sees them, without any markup."""
    plain = TAG.sub("", END_OF_LINE.sub("\n", body_html))
    return [html.unescape(line) for line in plain.split("\n") if line]


@pytest.fixture
def words() -> Callable[[str], list[str]]:
    """Gives the lines of a piece of HTML as a reader sees them."""
    return lines_of


@pytest.fixture
def saved() -> Callable[[str], bytes]:
    """Gives the bytes of a saved page by its name."""
    return lambda name: (FIXTURES / f"{name}.txt").read_bytes()


@pytest.fixture
def exported() -> Callable[[str], bytes]:
    """Gives the bytes of an export by its file name."""
    return lambda name: (FIXTURES / "exports" / name).read_bytes()


@pytest.fixture
def article_of() -> Callable[[str], ParsedArticle]:
    """Reads a text as a saved page and gives its one article."""

    def read(source: str) -> ParsedArticle:
        (article,) = text.parse(source.encode())
        return article

    return read
