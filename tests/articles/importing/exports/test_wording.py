"""Names, titles and addresses of exports are made fit to be shown."""

import pytest

from articles.importing.exports.limits import MAX_EMAIL_CHARS
from articles.importing.exports.wording import email_address, plain, web_address


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Warm &amp; <em>dry</em>", "Warm & dry"),
        ("5 < 6\n7", "5 < 6 7"),
        ("O&#039;Sample", "O'Sample"),
    ],
)
def test_a_title_is_plain_text_on_one_line(html: str, text: str) -> None:
    assert plain(html) == text


def test_only_web_addresses_are_kept() -> None:
    assert web_address("HTTPS://Sample.example/a b") == "https://sample.example/a%20b"
    assert web_address("mailto:a@sample.example") == web_address("//sample.example") == ""


def test_an_address_that_no_mail_reaches_is_not_kept() -> None:
    assert email_address(" a@sample.example ") == "a@sample.example"
    assert email_address("nobody") == ""
    assert email_address("a" * (MAX_EMAIL_CHARS - 14) + "@sample.example") == ""
