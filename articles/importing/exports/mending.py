"""Telling in the preview what was mended in a damaged export."""

from collections.abc import Iterator
from dataclasses import replace

from articles.importing.exports.decoding import XmlText
from articles.importing.records import Dropped, ParsedArticle


def with_mendings(articles: Iterator[ParsedArticle], text: XmlText) -> Iterator[ParsedArticle]:
    """Give the articles; the one behind which something was mended says so in `dropped`."""
    removed = guessed = 0
    for article in articles:
        notes = _notes(text.removed - removed, text.guessed - guessed)
        removed, guessed = text.removed, text.guessed
        yield replace(article, dropped=[*article.dropped, *notes]) if notes else article


def _notes(removed: int, guessed: int) -> list[Dropped]:
    notes = []
    if removed:
        words = f"{removed:,} control {'character' if removed == 1 else 'characters'}"
        notes.append(Dropped(None, words, "XML forbids them, and nobody sees them."))
    if guessed:
        words = f"{guessed:,} {'byte' if guessed == 1 else 'bytes'} outside UTF-8"
        notes.append(Dropped(None, words, "They were read as Windows-1252; look at accents."))
    return notes
