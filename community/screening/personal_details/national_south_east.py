"""National numbers of Spain, Italy and Poland."""

from community.screening.personal_details.check_digits import is_day, weighed
from community.screening.personal_details.kinds import DASH, Kind, always, bare, number, words

SPANISH_LETTERS = "trwagmyfpdxbnjzsqvhlcke"
FOREIGNERS = str.maketrans("xyz", "012")

ITALIAN_ODD = dict(
    zip(
        "0123456789abcdefghijklmnopqrstuvwxyz",
        (
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21),
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18),
            *(20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        ),
        strict=True,
    )
)
PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
PESEL_CENTURIES = {0: 1900, 20: 2000}  # what is added to the month says the century


def is_spanish(written: str) -> bool:
    """Ministerio del Interior, check character of the NIF and NIE: the remainder by 23."""
    sign = bare(written)
    digits = sign[0].translate(FOREIGNERS) + sign[1:-1]
    return SPANISH_LETTERS[int(digits) % 23] == sign[-1]


def is_italian(written: str) -> bool:
    """Decree of the Ministry of Finance of 23 December 1976, "codice fiscale": modulo 26.

    Codes in which letters stand for digits, given where two people shared one, are not looked for.
    """
    odd = sum(ITALIAN_ODD[sign] for sign in written[:15:2])
    even = sum(int(sign) if sign.isdigit() else ord(sign) - ord("a") for sign in written[1:15:2])
    return (odd + even) % 26 == ord(written[15]) - ord("a")


def is_polish(written: str) -> bool:
    """Ministry of Digital Affairs, "PESEL": a date, and a weighed sum modulo 10."""
    year, month, day = int(written[:2]), int(written[2:4]), int(written[4:6])
    return weighed(written, PESEL) % 10 == 0 and any(
        is_day(century + year, month - more, day) for more, century in PESEL_CENTURIES.items()
    )


KINDS = (
    Kind(
        "Spanish DNI or NIE",
        number(
            rf"\d{{8}}[\s{DASH}]?[a-hj-np-tv-z]|[xyz][\s{DASH}]?\d{{7}}[\s{DASH}]?[a-hj-np-tv-z]"
        ),
        is_spanish,
        words("dni|nie|nif|documento nacional"),
        sure=lambda written: " " not in written,
    ),
    Kind(
        "Italian codice fiscale",
        number(r"[a-z]{6}\d{2}[abcdehlmprst]\d{2}[a-z]\d{3}[a-z]"),
        is_italian,
        words("codice fiscale|cf"),
        sure=always,
    ),
    Kind(
        "Polish PESEL",
        number(r"\d{11}"),
        is_polish,
        words("pesel"),
        sure=always,
    ),
)
