"""Help lines by country, and how a country is found."""

import pytest

from community.screening.help_lines import (
    ACCEPT_LANGUAGE_MAX,
    HELP_LINES,
    country_from_language,
    is_help_line,
    is_help_mailbox,
)


@pytest.mark.parametrize("code", HELP_LINES)
def test_every_country_has_an_emergency_number_and_a_line_to_reach(code):
    help = HELP_LINES[code]
    assert help.emergency.isdigit()
    assert help.country
    for line in help.lines:
        assert line.phone or line.text
        assert line.url.startswith("https://")
        assert line.languages


@pytest.mark.parametrize("code", HELP_LINES)
def test_a_phone_field_holds_one_number_that_a_phone_can_dial(code):
    for line in HELP_LINES[code].lines:
        assert line.phone.replace(" ", "").isdigit() or not line.phone


@pytest.mark.parametrize(
    ("header", "country"),
    [
        ("sv-SE,sv;q=0.9,en-US;q=0.8,en;q=0.7", "SE"),
        ("en-GB", "GB"),
        ("en-UK", "GB"),
        ("zh-Hant-TW", "TW"),
        ("de;q=0.9, fr-CA;q=0.8, en-US;q=0.7", "CA"),
        ("en-US;q=0.1, nb-NO;q=0.9", "NO"),
        ("EN-us", "US"),
        ("sv", None),
        ("es-419", None),
        ("*", None),
        ("", None),
        ("en-US;q=0", None),
        ("en-US;q=much, ,;;", None),
        ("x" * 5000, None),
    ],
)
def test_a_country_is_taken_from_the_region_of_the_language(header, country):
    assert country_from_language(header) == country


def test_of_a_header_longer_than_browsers_send_only_the_beginning_is_read():
    longest = "sv-SE".rjust(ACCEPT_LANGUAGE_MAX, ",")
    assert country_from_language(longest) == "SE"
    assert country_from_language("," + longest) is None


@pytest.mark.parametrize(
    "number", ["1-800-273-8255", "0800 111 0 111", "09 2525 0111", "0477 13 11 14"]
)
def test_numbers_of_help_lines_are_known_however_they_are_written(number):
    assert is_help_line(number)


def test_a_private_number_is_not_one_of_a_help_line():
    assert not is_help_line("070-123 45 67")


def test_published_mailboxes_of_help_lines_are_known():
    assert is_help_mailbox("jo@samaritans.org")
    assert not is_help_mailbox("alice@example.org")
