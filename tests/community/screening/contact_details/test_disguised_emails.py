"""Addresses without an ending, with named signs, or letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.contact_details import disguised_emails
from community.screening.contact_details.disguised_emails import find_disguised, worth_a_search

PATTERNS = ("WITH_A_PROVIDER", "NAMED_SIGN", "SPACED", "COMMA", "POINT")


@pytest.mark.parametrize(
    "text",
    [
        "gmail: aliceberg",
        "my gmail is alice77",
        "alice77 on gmail",
        "alice77 gmail com",
        "alice@gmail",
        "g-mail: alice.berg",
        "alice (no spaces) at gmail dot com",
        "alice bei gmx punkt de",
        "alice arroba example punto org",
        "alice [snabela] example.org",
        "alice at-sign example.org",
        "alice |at| example |dot| org",
        "a l i c e @ g m a i l . c o m",
        "alice@g m a i l . c o m",
        "alice@example,org",
        "alice at example point fr",
    ],
)
def test_a_disguised_address_is_found(text):
    assert list(find_disguised(text))


@pytest.mark.parametrize(
    "text",
    [
        "gmail: what a mess",
        "my gmail is full",
        "outlook: cloudy",
        "my outlook is 50/50",
        "i look at it, a b c d",
        "hello @anna, no problem",
        "at this point no one knows",
        "at one point in march",
        "we met at a point com",
        "he is 'at' work",
    ],
)
def test_plain_sentences_are_not_addresses(text):
    assert list(find_disguised(text)) == []


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
def test_no_address_is_left_out_to_save_time(name, data):
    pattern = getattr(disguised_emails, name)
    address = data.draw(st.from_regex(pattern, fullmatch=True))
    assert pattern in worth_a_search(address)


def test_ordinary_words_are_not_searched():
    assert list(worth_a_search("I looked at it at noon. What a day, and so on.")) == []
