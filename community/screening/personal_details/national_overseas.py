"""National numbers of the United States, Canada, Australia and India."""

import re

from community.screening.contact_details.cards import passes_luhn
from community.screening.personal_details.check_digits import passes_verhoeff, weighed
from community.screening.personal_details.kinds import DASH, Kind, bare, never, number, words

SOCIAL_SECURITY = re.compile(rf"(?!000|666|9)\d{{3}}[{DASH}](?!00)\d{{2}}[{DASH}](?!0000)\d{{4}}")
MEDICARE = (1, 3, 7, 9, 1, 3, 7, 9)
TAX_FILE = {8: (10, 7, 8, 4, 6, 3, 5, 1), 9: (1, 4, 3, 7, 5, 8, 6, 9, 10)}


def is_surely_social_security(written: str) -> bool:
    """Social Security Administration, POMS RM 10201.035: areas, groups and serials never given.

    There is no check digit. Beside a cue also the tax numbers count, which begin with 9.
    """
    return SOCIAL_SECURITY.fullmatch(written) is not None


def is_medicare(written: str) -> bool:
    """Services Australia, "Medicare card number": the ninth digit is a weighed sum modulo 10."""
    digits = bare(written)
    return weighed(digits[:8], MEDICARE) % 10 == int(digits[8])


def is_tax_file(written: str) -> bool:
    """Australian Taxation Office, the algorithm of the tax file number: modulo 11."""
    digits = bare(written)
    return weighed(digits, TAX_FILE[len(digits)]) % 11 == 0 and len(set(digits)) > 1


def is_social_insurance(written: str) -> bool:
    """Employment and Social Development Canada: Luhn's check digit over nine digits."""
    digits = bare(written)
    return passes_luhn(digits) and len(set(digits)) > 1


def is_aadhaar(written: str) -> bool:
    """Unique Identification Authority of India: twelve digits with Verhoeff's check digit."""
    return passes_verhoeff(bare(written))


KINDS = (
    Kind(
        "US social security number",
        number(rf"\d{{3}}[\s{DASH}]?\d{{2}}[\s{DASH}]?\d{{4}}"),
        lambda written: len(set(bare(written))) > 1,
        words("ssn|social security|(?:my|his|her) social|itin"),
        sure=is_surely_social_security,
    ),
    Kind(
        "Canadian social insurance number",
        number(rf"\d{{3}}[\s{DASH}]?\d{{3}}[\s{DASH}]?\d{{3}}"),
        is_social_insurance,
        words("sin(?: number| no| card)?|social insurance|assurance sociale"),
        sure=never,
    ),
    Kind(
        "Australian Medicare number",
        number(rf"[2-6]\d{{3}}[\s{DASH}]?\d{{5}}[\s{DASH}]?\d(?:[\s/{DASH}]?\d)?"),
        is_medicare,
        words("medicare"),
        sure=never,
    ),
    Kind(
        "Australian tax file number",
        number(rf"\d{{3}}[\s{DASH}]?\d{{3}}[\s{DASH}]?\d{{2,3}}"),
        is_tax_file,
        words("tfn|tax file"),
        sure=never,
    ),
    Kind(
        "Indian Aadhaar number",
        number(rf"[2-9]\d{{3}}[\s{DASH}]?\d{{4}}[\s{DASH}]?\d{{4}}"),
        is_aadhaar,
        words("aadhaar|aadhar|adhar|uid(?:ai)?"),
        sure=never,
    ),
)
