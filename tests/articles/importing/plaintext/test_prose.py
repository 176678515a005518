"""Which lines are sub-headings, and which are somebody's words."""

import pytest

from articles.importing.plaintext.prose import (
    MAX_HEADING_CHARS,
    MAX_OTHER_TITLE_CHARS,
    has_several_sentences,
    is_heading,
    is_other_title,
    is_prose,
)


@pytest.mark.parametrize(
    "line",
    [
        "How it worked",
        "METHODS",
        "What causes it?",
        "More than a walk",
        "Vitamin B12",
        "Étape 2",
        "何が変わったか",
        "Pain, sleep and mood",
    ],
)
def test_a_short_line_without_a_full_stop_is_a_sub_heading(line: str) -> None:
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "It works.",
        "It works!",
        "It works…",
        "The nurses advise:",
        "First, then;",
        "“It changed my life,”",
        "“It changed my life”",
        "It is “done.”",
        "(picture: a bath)",
        "https://example.org/a",
        "2024",
        "",
        "See www.example.org",
        "Journal information: Brain",
        "効きます。",
        "वह ठीक है।",
        "x" * 101,
    ],
)
def test_words_and_addresses_are_no_sub_heading(line: str) -> None:
    assert not is_heading(line)


def test_max_heading_chars_tells_a_heading_from_a_paragraph() -> None:
    assert is_heading("x" * MAX_HEADING_CHARS)
    assert is_prose("x" * (MAX_HEADING_CHARS + 1))


def test_max_other_title_chars_tells_a_title_from_an_excerpt() -> None:
    assert is_other_title("x" * MAX_OTHER_TITLE_CHARS)
    assert not is_other_title("x" * (MAX_OTHER_TITLE_CHARS + 1))


@pytest.mark.parametrize("line", ["Heat packs helped, doctors say.", "One, two,"])
def test_a_sentence_is_not_the_title_of_something_else(line: str) -> None:
    assert not is_other_title(line)


@pytest.mark.parametrize("line", ["It helps. It does.", "Does it? Yes.", "“It helps.” She laughs."])
def test_several_sentences_are_seen(line: str) -> None:
    assert has_several_sentences(line)


@pytest.mark.parametrize(
    "line", ["It helps.", "Dr. Roe says it helps.", "J. R. Roe and Prof. Doe."]
)
def test_abbreviations_are_not_the_end_of_a_sentence(line: str) -> None:
    assert not has_several_sentences(line)
