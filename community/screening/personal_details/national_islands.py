"""National numbers of the United Kingdom and Ireland."""

import re

from community.screening.personal_details.check_digits import weighed
from community.screening.personal_details.kinds import DASH, Kind, bare, never, number, words

NHS = (10, 9, 8, 7, 6, 5, 4, 3, 2)
INSURANCE_PREFIX = re.compile(r"(?!bg|gb|nk|kn|tn|nt|zz)[abceghj-prstw-z][abceghj-nprstw-z]")
PPS = (8, 7, 6, 5, 4, 3, 2)
PPS_LETTERS = "wabcdefghijklmnopqrstuv"


def is_nhs(written: str) -> bool:
    """NHS Data Model and Dictionary, "NHS Number": a check digit modulo 11, never 10."""
    digits = bare(written)
    return (11 - weighed(digits[:9], NHS) % 11) % 11 == int(digits[9]) and len(set(digits)) > 1


def has_insurance_prefix(written: str) -> bool:
    """HMRC National Insurance Manual NIM39110: which two letters a number may begin with.

    There is no check digit, and the number of the forms ("QQ 12 34 56 C") cannot exist.
    """
    return INSURANCE_PREFIX.match(written) is not None


def is_pps(written: str) -> bool:
    """Ireland's Department of Social Protection: a check letter modulo 23, a second letter x 9."""
    sign = bare(written)
    total = weighed(sign[:7], PPS)
    if len(sign) == 9 and sign[8] != "w":
        total += 9 * (ord(sign[8]) - ord("a") + 1)
    return PPS_LETTERS[total % 23] == sign[7]


KINDS = (
    Kind(
        "NHS number",
        number(rf"\d{{3}}[\s{DASH}]?\d{{3}}[\s{DASH}]?\d{{4}}"),
        is_nhs,
        words("nhs|chi(?: number| no)?|health (?:and care )?(?:number|no)"),
        sure=never,
    ),
    Kind(
        "UK National Insurance number",
        number(r"[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]"),
        lambda written: True,
        words("national insurance|ni (?:number|no|nr)|nino"),
        sure=has_insurance_prefix,
    ),
    Kind(
        "Irish PPS number",
        number(r"\d{7}\s?[a-w][a-iw]?"),
        is_pps,
        words("ppsn?(?: number| no)?|personal public service"),
        sure=lambda written: " " not in written,
    ),
)
