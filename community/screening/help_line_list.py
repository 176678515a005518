"""Help lines by country: first content for the page that staff keep up to date.

Numbers and hours change. `docs/screening.md` says which of these were checked, and against
what. Emergency numbers are the ones for an ambulance.
"""

from dataclasses import dataclass

ALWAYS = "24 hours, every day"
SEE_SITE = ""  # hours differ by day or change often: the page of the line says them


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One service. `phone` is one number; `text` says how to write to it, and other numbers.

    `languages` are BCP 47 codes.
    """

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
    "Find A Helpline, lines in many countries",
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
                phone="0800 111 0 111",
                text="Also 0800 111 0 222, or mail and chat on the website",
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
                phone="113",
                text="Also 0800 0113, or chat on the website",
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
