"""Help lines by country: first content for the page that staff keep up to date.

Numbers and hours change. `docs/screening.md` says which of these were checked against what.
A reader's country is taken from the language their browser asks for, or from their own
choice, and never from their network address.
"""

import re
from dataclasses import dataclass

ALWAYS = "24 hours, every day"
SEE_SITE = ""  # hours differ by day or change often: the page of the line says them


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One service. `text` says how to write to it; `languages` are BCP 47 codes."""

    name: str
    phone: str = ""
    text: str = ""
    hours: str = ALWAYS
    url: str = ""
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """What to show somebody in a country. `emergency` is "" where the country is unknown."""

    country: str
    emergency: str
    lines: tuple[HelpLine, ...]


FIND_A_HELPLINE = HelpLine(
    "Find A Helpline, free and confidential lines in more than 130 countries",
    hours=SEE_SITE,
    url="https://findahelpline.com/",
)

ANYWHERE = CountryHelp("", "", (FIND_A_HELPLINE,))

HELP_LINES: dict[str, CountryHelp] = {
    "AU": CountryHelp(
        "Australia",
        "000",
        (
            HelpLine(
                "Lifeline",
                phone="13 11 14",
                text="Text 0477 13 11 14, or chat on the website",
                url="https://www.lifeline.org.au/",
            ),
        ),
    ),
    "CA": CountryHelp(
        "Canada",
        "911",
        (
            HelpLine(
                "9-8-8 Suicide Crisis Helpline",
                phone="988",
                text="Text 988",
                url="https://988.ca/",
                languages=("en", "fr"),
            ),
        ),
    ),
    "DE": CountryHelp(
        "Germany",
        "112",
        (
            HelpLine(
                "TelefonSeelsorge",
                phone="0800 111 0 111 or 0800 111 0 222",
                text="Mail or chat on the website",
                url="https://www.telefonseelsorge.de/",
                languages=("de",),
            ),
        ),
    ),
    "DK": CountryHelp(
        "Denmark",
        "112",
        (
            HelpLine(
                "Livslinien",
                phone="70 201 201",
                text="Write or chat on the website",
                hours=SEE_SITE,
                url="https://www.livslinien.dk/",
                languages=("da",),
            ),
        ),
    ),
    "ES": CountryHelp(
        "Spain",
        "112",
        (
            HelpLine(
                "024, Línea de atención a la conducta suicida",
                phone="024",
                text="Chat on the website",
                url="https://www.sanidad.gob.es/linea024/",
                languages=("es",),
            ),
        ),
    ),
    "FI": CountryHelp(
        "Finland",
        "112",
        (
            HelpLine(
                "MIELI Kriisipuhelin",
                phone="09 2525 0111",
                url="https://mieli.fi/",
                languages=("fi",),
            ),
            HelpLine(
                "MIELI Kristelefon",
                phone="09 2525 0112",
                hours=SEE_SITE,
                url="https://mieli.fi/sv/",
                languages=("sv", "en"),
            ),
        ),
    ),
    "FR": CountryHelp(
        "France",
        "112",
        (
            HelpLine(
                "3114, numéro national de prévention du suicide",
                phone="3114",
                url="https://3114.fr/",
                languages=("fr",),
            ),
        ),
    ),
    "GB": CountryHelp(
        "United Kingdom",
        "999",
        (
            HelpLine(
                "Samaritans",
                phone="116 123",
                text="Write to jo@samaritans.org (an answer can take days)",
                url="https://www.samaritans.org/",
            ),
            HelpLine("Shout", text="Text SHOUT to 85258", url="https://giveusashout.org/"),
        ),
    ),
    "IE": CountryHelp(
        "Ireland",
        "112",
        (
            HelpLine(
                "Samaritans",
                phone="116 123",
                text="Write to jo@samaritans.ie (an answer can take days)",
                url="https://www.samaritans.org/ireland/",
            ),
        ),
    ),
    "IN": CountryHelp(
        "India",
        "112",
        (
            HelpLine(
                "Tele-MANAS",
                phone="14416",
                url="https://telemanas.mohfw.gov.in/",
                languages=("en", "hi"),
            ),
        ),
    ),
    "NL": CountryHelp(
        "Netherlands",
        "112",
        (
            HelpLine(
                "113 Zelfmoordpreventie",
                phone="113 or 0800-0113",
                text="Chat on the website",
                url="https://www.113.nl/",
                languages=("nl",),
            ),
        ),
    ),
    "NO": CountryHelp(
        "Norway",
        "113",
        (
            HelpLine(
                "Mental Helse Hjelpetelefonen",
                phone="116 123",
                text="Write or chat on sidetmedord.no",
                url="https://mentalhelse.no/",
                languages=("no",),
            ),
        ),
    ),
    "NZ": CountryHelp(
        "New Zealand",
        "111",
        (
            HelpLine(
                "1737, Need to talk?",
                phone="1737",
                text="Text 1737",
                url="https://1737.org.nz/",
            ),
        ),
    ),
    "SE": CountryHelp(
        "Sweden",
        "112",
        (
            HelpLine(
                "Mind Självmordslinjen",
                phone="90101",
                text="Chat on the website",
                url="https://mind.se/",
                languages=("sv",),
            ),
        ),
    ),
    "US": CountryHelp(
        "United States",
        "911",
        (
            HelpLine(
                "988 Suicide & Crisis Lifeline",
                phone="988",
                text="Text 988, or chat on the website",
                url="https://988lifeline.org/",
                languages=("en", "es"),
            ),
            HelpLine(
                "Crisis Text Line",
                text="Text HOME to 741741",
                url="https://www.crisistextline.org/",
            ),
        ),
    ),
}

# Older or longer numbers of the same lines, still named in posts. They are nobody's own.
ALSO_PUBLIC = ("1-800-273-8255", "0800 0113")


def for_country(code: str | None) -> CountryHelp:
    """Return the lines of an ISO 3166 country, always with the way to lines of all others.

    An unknown country, or None, gets that way alone.
    """
    own = HELP_LINES.get((code or "").upper())
    if own is None:
        return ANYWHERE
    return CountryHelp(own.country, own.emergency, (*own.lines, FIND_A_HELPLINE))


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


PUBLIC_NUMBERS = frozenset(
    _digits(number)
    for numbers in (
        *ALSO_PUBLIC,
        *(line.phone for help in HELP_LINES.values() for line in help.lines),
        *(line.text for help in HELP_LINES.values() for line in help.lines),
    )
    for number in numbers.split(" or ")
    if _digits(number)
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
