"""Which names are found in a text."""

import pytest

from articles.stories.comparing.naming import names, shared


def found(text: str) -> list[str]:
    return [name.text for name in names(text).values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was led by Professor Ingrid Salt of Nordhaven.", ["Ingrid Salt", "Salt", "Nordhaven"]),
        ("A paper in the Journal of Persistent Pain says so.", ["Journal of Persistent Pain"]),
        ("He works for Kelder University in Elsmark.", ["Kelder University", "Elsmark"]),
        ("Levels of IL-6 and CGRP rose in ME/CFS.", ["IL-6", "CGRP", "ME/CFS"]),
        ("They took pregabalin or duloxetine.", ["pregabalin", "duloxetine"]),
        ("However, in January no one came. I'm glad.", []),
        ("Patients slept. “Nobody knew,” she said. Researchers wept.", []),
        ("The Lindmark Institute’s garden", ["Lindmark Institute"]),
        ("TNF was high.", ["TNF"]),
    ],
)
def test_names_are_known_by_their_capitals(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_surname_stands_for_the_person() -> None:
    both = shared(names("It was Ingrid Salt."), names("Later, Salt left."))
    assert [name.text for name in both.values()] == ["Salt"]


def test_a_part_of_a_shared_name_does_not_count_again() -> None:
    both = shared(names("It was Ingrid Salt."), names("We met Ingrid Salt."))
    assert [name.text for name in both.values()] == ["Ingrid Salt"]
