"""What stands before the text of a line."""

import pytest

from articles.importing.plaintext.markers import (
    MAX_ORNAMENT_CHARS,
    Marker,
    is_ornament,
    take_heading,
    take_marker,
)


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("1. So", "1.", "So"),
        ("12) So", "12)", "So"),
        ("1.   So", "1.", "So"),
        ("3.", "3.", ""),
        ("• So", "•", "So"),
        ("◦ So", "◦", "So"),
        ("- So", "-", "So"),
        ("* So", "*", "So"),
        ("– So", "–", "So"),
        ("+ So", "+", "So"),
        ("•", "•", ""),
        ("3. 👍", "3.", "👍"),
    ],
)
def test_numbers_and_bullets_are_markers(line: str, label: str, rest: str) -> None:
    marker, text = take_marker(line)
    assert marker is not None
    assert (marker.label, text) == (label, rest)
    assert marker.is_number == label[0].isdigit()


@pytest.mark.parametrize(
    "line",
    [
        "1.5 million",
        "2024",
        "123456. So",
        "-5 degrees",
        "- ",
        "-",
        "*",
        "***",
        "* * *",
        "— So",
        "1.So",
        "#1",
        "², so",
        "a. So",
        "…",
    ],
)
def test_other_signs_are_text(line: str) -> None:
    assert take_marker(line) == (None, line)


def test_the_value_of_a_number_is_known() -> None:
    assert take_marker("12. So")[0] == Marker("12.", 12)


@pytest.mark.parametrize(("line", "text"), [("# Warm", "Warm"), ("### Warm ##", "Warm")])
def test_a_heading_with_hashes_is_one(line: str, text: str) -> None:
    assert take_heading(line) == (True, text)


@pytest.mark.parametrize("line", ["#warm", "#", "# ", "####### Warm", "Warm #"])
def test_other_hashes_are_text(line: str) -> None:
    assert take_heading(line) == (False, line)


@pytest.mark.parametrize("line", ["***", "-----", "* * *", "=====", "~", "→", "-"])
def test_signs_alone_are_ornament(line: str) -> None:
    assert is_ornament(line)


@pytest.mark.parametrize("line", ["•", "…", "??", "!!!", "a", "- a -", "1", "*" * 300])
def test_what_somebody_may_have_meant_is_no_ornament(line: str) -> None:
    assert not is_ornament(line)


def test_max_ornament_chars_ends_what_is_taken_for_a_rule() -> None:
    assert is_ornament("-" * MAX_ORNAMENT_CHARS)
    assert not is_ornament("-" * (MAX_ORNAMENT_CHARS + 1))
