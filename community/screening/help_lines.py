"""Which help lines to show to whom.

A reader's country is taken from the language their browser asks for, or from their own
choice, and never from their network address.
"""

import re

from community.screening.help_line_list import (
    HELP_LINES,
    CountryHelp,
)

__all__ = [
    "CountryHelp",
    "country_from_language",
    "is_help_line",
    "is_help_mailbox",
]

# Earlier numbers of the same lines, still named in posts. They are nobody's own.
OLDER_NUMBERS = ("1-800-273-8255",)


LANGUAGE_TAG = re.compile(
    r"^(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?-(?P<region>[a-z]{2})(?:-|$)",
    re.IGNORECASE,
)
# Browsers send a handful. A longer header is not a person's list.
ACCEPT_LANGUAGE_MAX = 500


def country_from_language(accept_language: str) -> str | None:
    """Return the country in the language a browser prefers most, if it names one.

    Only a region says a country: "sv-SE" does, "sv" and "es-419" do not (RFC 5646, 2.2.4).

    >>> country_from_language("sv;q=0.9, en-GB;q=0.8, en-US;q=0.7")
    'GB'
    """
    tags = [_weighed(part) for part in accept_language[:ACCEPT_LANGUAGE_MAX].split(",")]
    for _weight, tag in sorted(tags, key=lambda item: -item[0]):
        match = LANGUAGE_TAG.match(tag)
        if match and _weight > 0:
            return "GB" if match["region"].upper() == "UK" else match["region"].upper()
    return None


def _weighed(part: str) -> tuple[float, str]:
    """Split "en-GB;q=0.8" into weight and tag (RFC 9110, 12.5.4). A bad weight counts as 0."""
    tag, _, weight = part.partition(";")
    try:
        return float(weight.strip().removeprefix("q=") or 1), tag.strip()
    except ValueError:
        return 0.0, tag.strip()


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


NUMBERS = re.compile(r"\d[\d -]*\d")
PUBLIC_NUMBERS = frozenset(
    _digits(number)
    for help in HELP_LINES.values()
    for line in help.lines
    for number in NUMBERS.findall(f"{line.phone}; {line.text}; {'; '.join(OLDER_NUMBERS)}")
)


def is_help_line(number: str) -> bool:
    """Say whether a number, however written, is one of a help line and so nobody's own."""
    return _digits(number).removeprefix("1") in PUBLIC_NUMBERS or _digits(number) in PUBLIC_NUMBERS


PUBLIC_MAILBOXES = frozenset(
    mailbox
    for help in HELP_LINES.values()
    for line in help.lines
    for mailbox in re.findall(r"[\w.]+@[\w.]+\w", line.text)
)


def is_help_mailbox(address: str) -> bool:
    """Say whether an e-mail address, in small letters, is the published one of a help line."""
    return address in PUBLIC_MAILBOXES
