"""Which help lines to show: those that staff keep, else the first content.

Kept in the cache, because everybody whose words sound like danger is shown them, and every post
is compared with their numbers.
"""

import re

from django.core.cache import cache

from community.help_lines.models import HelpCountry, HelpLineEntry
from community.screening.help_line_list import (
    ANYWHERE,
    FIND_A_HELPLINE,
    HELP_LINES,
    CountryHelp,
    HelpLine,
)

KEY, NUMBERS_KEY = "community.help_lines", "community.help_line_numbers"
KEPT_SECONDS = 60  # another process shows a change a minute later at most
NUMBER = re.compile(r"\d[\d -]*\d")


def for_country(code: str | None) -> CountryHelp:
    """The lines of an ISO 3166 country, always with the way to lines of all others.

    An unknown country, or None, gets that way alone.
    """
    own = all_countries().get((code or "").upper())
    if own is None:
        return ANYWHERE
    return CountryHelp(own.country, own.emergency, (*own.lines, FIND_A_HELPLINE))


def all_countries() -> dict[str, CountryHelp]:
    """Every country by its code, each as staff left it or as it first was."""
    known: dict[str, CountryHelp] | None = cache.get(KEY)
    if known is None:
        known = HELP_LINES | {c.code: as_help(c) for c in kept_countries()}
        cache.set(KEY, known, KEPT_SECONDS)
    return known


def kept_countries() -> list[HelpCountry]:
    """The countries that staff changed or added, with their lines."""
    return list(HelpCountry.objects.prefetch_related("entries"))


def as_help(country: HelpCountry) -> CountryHelp:
    """The stored rows as what pages show."""
    lines = tuple(as_line(entry) for entry in country.entries.all())
    return CountryHelp(country.name, country.emergency, lines)


def as_line(entry: HelpLineEntry) -> HelpLine:
    """One stored line."""
    languages = tuple(filter(None, (code.strip() for code in entry.languages.split(","))))
    return HelpLine(
        name=entry.name,
        phone=entry.phone,
        text=entry.text,
        hours=entry.hours,
        url=entry.url,
        languages=languages,
    )


def public_numbers() -> frozenset[str]:
    """The digits of every number on the lists: nobody's own, so anybody may pass them on."""
    known: frozenset[str] | None = cache.get(NUMBERS_KEY)
    if known is None:
        lines = [line for country in all_countries().values() for line in country.lines]
        known = frozenset(digits for line in lines for digits in numbers_of(line))
        cache.set(NUMBERS_KEY, known, KEPT_SECONDS)
    return known


def numbers_of(line: HelpLine) -> list[str]:
    """The digits of every number that a line gives."""
    return [re.sub(r"\D", "", found) for found in NUMBER.findall(f"{line.phone}; {line.text}")]


def forget_kept() -> None:
    """Read everything anew, because something changed."""
    cache.delete_many([KEY, NUMBERS_KEY])
