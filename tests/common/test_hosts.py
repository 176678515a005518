"""Host names that can exist, and names that try to pass for others."""

import pytest

from common.hosts import MAX_HOST_LENGTH, MAX_LABEL_LENGTH, clean_host, shown_host


def test_a_host_is_no_longer_than_the_directory_of_names_allows():
    label = "a" * MAX_LABEL_LENGTH
    assert clean_host(label) == label
    assert clean_host(label + "a") is None
    longest = ".".join([label] * 4)[:MAX_HOST_LENGTH]
    assert clean_host(longest) == longest
    assert clean_host(f"x.{longest}") is None


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("ki.se", "ki.se"),
        ("xn--mnchen-3ya.de", "m\u00fcnchen.de"),
        ("\u043f\u0440\u0438\u043c\u0435\u0440.com", "\u043f\u0440\u0438\u043c\u0435\u0440.com"),
        ("\u65e5\u672c\u306e\u30da.jp", "\u65e5\u672c\u306e\u30da.jp"),
        # Cyrillic letters that all pass for Latin ones, under a Latin ending and their own.
        ("\u0430\u0440\u0440\u04cf\u0435.com", "xn--80ak6aa92e.com"),
        ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("\u043a\u043e\u0442.\u0440\u0444", "\u043a\u043e\u0442.\u0440\u0444"),
        # Two scripts in one word, and a small capital.
        ("p\u0430ypal.com", "xn--pypal-4ve.com"),
        ("\u0262oogle.com", "xn--oogle-wmc.com"),
    ],
)
def test_letters_are_shown_only_where_they_cannot_fool_anybody(host, shown):
    assert shown_host(host) == shown
