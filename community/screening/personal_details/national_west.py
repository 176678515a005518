"""National numbers of the Netherlands, Belgium, Germany, France and Switzerland."""

import re
from collections import Counter

from community.screening.personal_details.check_digits import (
    digit_sum,
    is_day_of_some_century,
    passes_mod_11_10,
    weighed,
)
from community.screening.personal_details.kinds import (
    DASH,
    Kind,
    always,
    bare,
    never,
    number,
    words,
)

BSN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
PENSION = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
SWISS = (1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1)
CORSICA = {"2a": "19", "2b": "18"}
# A month above 12 marks somebody whose day of birth or sex was not known (the bis number).
BELGIAN_MONTHS = (0, 20, 40)


def is_bsn(written: str) -> bool:
    """Rijksdienst voor Identiteitsgegevens: the "elfproef" of the burgerservicenummer."""
    digits = bare(written).zfill(9)
    return weighed(digits, BSN) % 11 == 0 and len(set(digits)) > 1


def is_belgian(written: str) -> bool:
    """Royal decree of 3 April 1984 on the number of the Rijksregister: 97 less the remainder.

    For people born since 2000 a 2 is put before the nine digits.
    """
    digits = bare(written)
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    check = 97 - int(digits[9:])
    return any(is_day_of_some_century(year, month - more, day) for more in BELGIAN_MONTHS) and (
        int(digits[:9]) % 97 == check or int("2" + digits[:9]) % 97 == check
    )


def is_german_tax(written: str) -> bool:
    """Bundeszentralamt für Steuern, "Steuerliche Identifikationsnummer"; ISO/IEC 7064 MOD 11,10.

    Of the first ten digits one or two others are missing: one stands there twice or three times.
    """
    digits = bare(written)
    most = sorted(Counter(digits[:10]).values(), reverse=True)[:2]
    return digits[0] != "0" and most in ([2, 1], [3, 1]) and passes_mod_11_10(digits)


def is_german_insured(written: str) -> bool:
    """GKV-Spitzenverband, Krankenversichertennummer (section 290 SGB V): digit sums modulo 10."""
    digits = f"{ord(written[0]) - ord('a') + 1:02}{written[1:]}"
    total = sum(digit_sum(int(d) * (1 + i % 2)) for i, d in enumerate(digits[:-1]))
    return total % 10 == int(digits[-1])


def is_german_pension(written: str) -> bool:
    """Versicherungsnummer of the Rentenversicherung (VKVV, section 2): digit sums modulo 10."""
    sign = bare(written)
    digits = f"{sign[:8]}{ord(sign[8]) - ord('a') + 1:02}{sign[9:11]}"
    total = sum(digit_sum(int(d) * w) for d, w in zip(digits, PENSION, strict=True))
    return total % 10 == int(sign[11])


def is_french(written: str) -> bool:
    """INSEE, "Numéro d'inscription au répertoire": 97 less the remainder, Corsica as 19 and 18."""
    sign = bare(written)
    digits = sign[:5] + CORSICA.get(sign[5:7], sign[5:7]) + sign[7:]
    return 97 - int(digits[:13]) % 97 == int(digits[13:])


def is_swiss(written: str) -> bool:
    """Zentrale Ausgleichsstelle, the AHV number: the check digit of EAN-13 after the prefix 756."""
    return weighed(bare(written), SWISS) % 10 == 0


KINDS = (
    Kind(
        "Dutch citizen service number",
        number(r"\d{8,9}|\d{4}\.\d{2}\.\d{3}|\d{3}\s\d{3}\s\d{3}"),
        is_bsn,
        words("bsn(?:-nummer)?|burgerservicenummer|sofi-?nummer|citizen service number"),
        sure=never,
    ),
    Kind(
        "Belgian national number",
        number(rf"\d{{2}}[.\s]?\d{{2}}[.\s]?\d{{2}}[\s{DASH}]?\d{{3}}[.\s{DASH}]?\d{{2}}"),
        is_belgian,
        words("rijksregister(?:nummer)?|numero national|registre national|niss|insz"),
        sure=always,
    ),
    Kind(
        "German tax number",
        number(r"\d{2}\s?\d{3}\s?\d{3}\s?\d{3}"),
        is_german_tax,
        words(
            r"steuer[\s-]?(?:id|nummer|identifikationsnummer|identnummer)(?: id)?|idnr|"
            r"tax[\s-](?:id|identification)(?: number| no)?|tin"
        ),
        sure=never,
    ),
    Kind(
        "German health insurance number",
        number(r"[a-z]\d{9}"),
        is_german_insured,
        words("(?:kranken)?versichertennummer|kvnr|krankenkasse|gesundheitskarte|insurance"),
        # Beginning so are the headings of medical libraries, which pass the check by chance.
        sure=lambda written: not re.match("[cd]000", written),
    ),
    Kind(
        "German pension insurance number",
        number(r"\d{2}\s?\d{6}\s?[a-z]\s?\d{3}"),
        is_german_pension,
        words("(?:sozial|renten)?versicherungsnummer|svnr|rvnr"),
        sure=always,
    ),
    Kind(
        "French social security number",
        number(
            r"[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[ab])\s?\d{3}\s?\d{3}\s?\d{2}"
            r"|[12]\s\d\d\s\d\d\s\d\d\s\d{3}\s\d{3}\s\d\d"
        ),
        is_french,
        words("securite sociale|numero de secu|nir"),
        sure=always,
    ),
    Kind(
        "Swiss AHV number",
        number(r"756[.\s]?\d{4}[.\s]?\d{4}[.\s]?\d{2}"),
        is_swiss,
        words("ahv(?:-nummer)?|avs"),
        sure=always,
    ),
)
