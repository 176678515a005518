"""The same article is known by its address, however it is written."""

import pytest

from articles.importing.addresses import canonical_address, same_addresses


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("HTTPS://Example.org", "https://example.org/"),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?fbclid=1&id=2#top", "https://example.org/a?id=2"),
        ("https://example.org/#!/news/1", "https://example.org/#!/news/1"),
        ("javascript:alert(1)", ""),
        ("mailto:a@example.org", ""),
        ("no address", ""),
    ],
)
def test_an_address_has_one_form(given: str, canonical: str) -> None:
    assert canonical_address(given) == canonical
    assert canonical_address(canonical) == canonical


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/news", "https://www.example.org/news", "https://example.org/news/",
        "http://www.example.org/news/",
    ],
)  # fmt: skip
def test_ways_of_writing_it_are_the_same(other: str) -> None:
    address = "https://example.org/news"
    assert same_addresses(address)[0] == address
    assert other in same_addresses(address) and address in same_addresses(other)


def test_another_page_is_another() -> None:
    assert "https://example.org/news?id=1" not in same_addresses("https://example.org/news")
    assert same_addresses("") == []
