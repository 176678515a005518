"""Which names look alike, speak for the house, or tell too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.members.naming.names import name_key, shows_contact, speaks_for_house


@pytest.mark.parametrize(
    "twin",
    [
        "alice",
        "ALICE",
        "Álice",
        "Аlice",
        "A l i c e",
        "alice.",
        "_Alice_",
        "AIice",
        "A1ice",
        "Al|ce",
    ],
)
def test_names_that_look_alike_have_one_key(twin: str) -> None:
    assert name_key(twin) == name_key("Alice")


@pytest.mark.parametrize("other", ["Alicia", "Alice 2", "Malice", "Alice Grey"])
def test_names_that_differ_have_different_keys(other: str) -> None:
    assert name_key(other) != name_key("Alice")


def test_names_of_pictures_alone_keep_their_difference() -> None:
    assert name_key("🦦") != name_key("🦊")


def test_names_of_accents_alone_keep_their_difference() -> None:
    assert name_key("\N{CEDILLA}") != name_key("\N{ACUTE ACCENT}")


def test_names_of_punctuation_alone_have_a_key() -> None:
    assert name_key("...") != name_key("---") != ""


@given(st.text(max_size=40))
def test_a_key_never_fails_and_never_is_empty_for_a_name(name: str) -> None:
    assert bool(name_key(name)) == bool(name_key(name).strip()) or name.strip() == ""


@pytest.mark.parametrize(
    "name",
    [
        "Admin",
        "аdmin",
        "Administrator",
        "Moderator Kim",
        "the moderators",
        "Official News",
        "Staff",
        "Reader",
        "Guest",
        "support",
        "Common Thread",
        "The Common Thread",
        "COMMON-THREAD",
        "Common Thread Team",
        "Cornmon Thread Support".replace("rn", "m"),
    ],
)
def test_a_name_that_speaks_for_the_house_is_seen(name: str) -> None:
    assert speaks_for_house(name, "Common Thread")


@pytest.mark.parametrize(
    "name", ["Kim", "Flagstaff", "Modest Mouse", "Guest of winter", "Team Otter", "Thread", "Theo"]
)
def test_an_ordinary_name_does_not_speak_for_the_house(name: str) -> None:
    assert not speaks_for_house(name, "Common Thread")


def test_a_short_name_of_the_site_does_not_block_names_that_hold_it() -> None:
    assert not speaks_for_house("Hopeful", "Hope")
    assert speaks_for_house("Hope Support", "Hope")


@pytest.mark.parametrize("name", ["a@example.org", "@kim", "https://x.org", "see www.x.org"])
def test_an_address_in_a_name_is_seen(name: str) -> None:
    assert shows_contact(name)


def test_a_name_with_a_dot_is_no_address() -> None:
    assert not shows_contact("Kim B. from Wales")
