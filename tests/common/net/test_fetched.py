"""Asking for news only."""

import pytest

from common.net.exchanging import Answer
from common.net.fetched import MAX_CONDITION_LENGTH, conditions, fetched


def test_what_a_site_gave_is_sent_back_to_it():
    assert conditions('W/"1"', "Mon, 02 Mar 2026 10:00:00 GMT") == {
        "If-None-Match": 'W/"1"',
        "If-Modified-Since": "Mon, 02 Mar 2026 10:00:00 GMT",
    }


@pytest.mark.parametrize("value", ["", "a\r\nCookie: b", "\u00e4", "\x00"])
def test_what_cannot_be_a_condition_is_left_out(value):
    assert conditions(value, value) == {}


def test_what_a_site_says_is_printable_or_left_out():
    headers = {"etag": "\u00e4", "last-modified": "x" * (MAX_CONDITION_LENGTH + 1)}
    read = fetched("http://a.example/", Answer(200, {**headers, "content-type": "a\x00b"}))
    assert (read.etag, read.modified, read.content_type) == ("", "", "")


def test_max_condition_length_is_kept_to():
    longest = "x" * MAX_CONDITION_LENGTH
    assert conditions(longest, longest + "x") == {"If-None-Match": longest}
