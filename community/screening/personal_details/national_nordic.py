"""Personal numbers of Sweden, Norway, Denmark and Finland. They begin with a birth date."""

import re

from community.screening.contact_details.cards import passes_luhn
from community.screening.personal_details.check_digits import (
    is_day,
    is_day_of_some_century,
    weighed,
)
from community.screening.personal_details.kinds import DASH, Kind, always, number, words

COORDINATION_DAY = 60  # Sweden adds this to the day for people who are not registered there
NORWAY_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
NORWAY_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# D-numbers add 40 to the day; H-numbers 40, and the tax agency's made-up people 80, to the month.
NORWAY_DAYS, NORWAY_MONTHS = (0, 40), (0, 40, 80)
DENMARK = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
FINLAND = "0123456789abcdefhjklmnprstuvwxy"


def is_swedish(written: str) -> bool:
    """Skatteverket's leaflets SKV 704 (personnummer) and SKV 707 (samordningsnummer).

    Luhn's check digit over the last ten digits, which begin with a date.
    """
    digits = re.sub(r"\D", "", written)[-10:]
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= COORDINATION_DAY if day > COORDINATION_DAY else 0
    return is_day_of_some_century(year, month, day) and passes_luhn(digits)


def is_norwegian(written: str) -> bool:
    """Skatteetaten's description of the fødselsnummer: a date and two check digits modulo 11."""
    digits = re.sub(r"\D", "", written)
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    has_date = any(
        is_day_of_some_century(year, month - more_months, day - more_days)
        for more_days in NORWAY_DAYS
        for more_months in NORWAY_MONTHS
    )
    return (
        has_date
        and weighed(digits[:10], NORWAY_FIRST) % 11 == 0
        and weighed(digits, NORWAY_SECOND) % 11 == 0
    )


def is_danish_date(written: str) -> bool:
    """CPR-kontoret, "Personnummeret i CPR": since 2007 the date is all that every number keeps."""
    digits = re.sub(r"\D", "", written)
    return is_day_of_some_century(int(digits[4:6]), int(digits[2:4]), int(digits[:2]))


def is_surely_danish(written: str) -> bool:
    """The same source: numbers given before 2007 pass a check modulo 11."""
    digits = re.sub(r"\D", "", written)
    return not written.isdigit() and weighed(digits, DENMARK) % 11 == 0


def is_finnish(written: str) -> bool:
    """Digital and Population Data Services Agency, "The personal identity code".

    The last sign is the remainder of the nine digits divided by 31.
    """
    digits = written[:6] + written[7:10]
    day, month, year = int(written[:2]), int(written[2:4]), int(written[4:6])
    return (
        any(is_day(century + year, month, day) for century in (1800, 1900, 2000))
        and FINLAND[int(digits) % 31] == written[10]
    )


KINDS = (
    Kind(
        "Swedish personal number",
        number(rf"(?:19|20)?\d{{6}}\s?[+{DASH}]?\s?\d{{4}}"),
        is_swedish,
        words("personnummer|samordningsnummer|pnr|coordination number"),
        sure=always,
    ),
    Kind(
        "Norwegian identity number",
        number(rf"\d{{6}}[\s{DASH}]?\d{{5}}"),
        is_norwegian,
        words("fodselsnummer|personnummer|d-nummer"),
        sure=always,
    ),
    Kind(
        "Danish CPR number",
        number(rf"\d{{6}}\s?[{DASH}]?\s?\d{{4}}"),
        is_danish_date,
        words("cpr(?:[ -]?(?:nr|nummer|number|no))?|personnummer"),
        sure=is_surely_danish,
    ),
    Kind(
        "Finnish personal identity code",
        number(r"\d{6}[+a-fu-y-]\d{3}[0-9a-fhj-npr-y]"),
        is_finnish,
        words("henkilotunnus|hetu"),
        sure=always,
    ),
)
