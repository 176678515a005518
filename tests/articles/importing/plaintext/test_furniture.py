"""Lines of a site are known by their whole shape; an article may speak of what they say."""

from pathlib import Path

import pytest

from articles.importing.plaintext.furniture import (
    MAX_FURNITURE_CHARS,
    Role,
    is_reference_heading,
    is_widget,
    recognise,
)

# One file a role with lines as sites have them, and `words.txt` with lines of articles.
LINES = Path(__file__).parents[1] / "fixtures" / "furniture"


def lines(name: str) -> list[str]:
    """The lines of a file."""
    return (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("role", "line"),
    [(role, line) for role in Role if role is not Role.PINGBACKS for line in lines(role.value)],
)
def test_a_line_of_the_site_is_known_with_its_role(role: Role, line: str) -> None:
    piece = recognise(line)
    assert piece is not None
    assert (piece.role, bool(piece.reason)) == (role, True)


@pytest.mark.parametrize("line", lines("words"))
def test_words_of_an_article_are_no_furniture(line: str) -> None:
    assert recognise(line) is None


@pytest.mark.parametrize("line", ["Trackbacks", "Pingbacks:", "2 Trackbacks / Pingbacks"])
def test_notes_of_other_sites_have_their_own_heading(line: str) -> None:
    piece = recognise(line)
    assert piece is not None
    assert piece.role is Role.PINGBACKS


@pytest.mark.parametrize(
    "line", ["Reply", "Reply to Alice", "Log in to Reply", "Like", "Reply · Share · 3", "2 likes"]
)
def test_a_button_under_a_comment_is_known(line: str) -> None:
    assert is_widget(line)


@pytest.mark.parametrize("line", ["42", "I like it", "Reply to this soon, please!", "share it", ""])
def test_words_of_a_comment_are_no_button(line: str) -> None:
    assert not is_widget(line)


@pytest.mark.parametrize("line", ["References", "References:", "Journal reference:", "Sources:"])
def test_references_are_announced(line: str) -> None:
    assert is_reference_heading(line)


@pytest.mark.parametrize("line", ["Source: https://example.org", "Reference values", "Notebooks"])
def test_other_headings_announce_no_references(line: str) -> None:
    assert not is_reference_heading(line)


def test_max_furniture_chars_keeps_long_paragraphs_from_being_looked_at() -> None:
    notice = "We use cookies. " + "x" * MAX_FURNITURE_CHARS
    assert recognise(notice[:MAX_FURNITURE_CHARS]) is not None
    assert recognise(notice[: MAX_FURNITURE_CHARS + 1]) is None
