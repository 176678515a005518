"""Numbers that patients write and that nobody dials: dates, doses, study and record codes."""

import re

ADDRESS_OR_CODE = re.compile(
    r"""
      (?: https?:// | www\. ) [^\s<>"']+                       # web address
    | [^\s@]{1,64}@[^\s@]{3,}                                   # e-mail address
    | \b10\.\d{4,9}/[^\s<>"']+                                  # DOI
    | \b\d{4}-\d{4}-\d{4}-\d{3}[\dx]\b                          # ORCID
    | \b97[89][- ]?(?:\d[- ]?){9}\d\b                           # ISBN-13
    | \b20\d\d-\d{6}-\d\d(?:-\d\d)?\b                           # EudraCT, EU CT
    | \b\d{2,7}-\d\d-\d\b                                       # CAS registry number
    """,
    re.VERBOSE,
)

DATE = re.compile(
    r"""
    (?<![\d/.+-])
    (?: \d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)
      | (?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}
      | (?:0?[1-9]|[12]\d|3[01])\s(?:0?[1-9]|1[0-2])\s(?:19|20)\d\d
      | (?:19|20)\d\d\s?[-\u2013]\s?(?:19|20)\d\d
      | (?:(?:19|20)\d\d,?\s){1,9}(?:19|20)\d\d
      | \d{1,2}[.:]\d\d\s?[-\u2013]\s?\d{1,2}[.:]\d\d )
    (?![\d/-]|\.\d)
    """,
    re.VERBOSE,
)

# What makes the number after it a reference, an amount or a record.
NUMBERED = re.compile(
    r"(?:\b(?:pmid|pmcid|pmc|nct|isrctn|eudract|issn|isbn|doi|icd(?:-?1[01])?|snomed(?:\sct)?|"
    r"atc|ndc|pzn|cas|orcid|loinc|omim|hgnc|rrid|grant|trial|study|protocol|registration|"
    r"registered|reference|ref|order|invoice|batch|lot|serial|model|item|article|abstract|"
    r"patent|version|tracking|parcel|claim|policy|ip|gtin|ean|barcode|code|id|prospero|crd|actrn|chictr|ctri|vat|case)"
    r"(?:\s(?:number|num|no|nr|id|code))?\s?[.:#]{0,2}\s?|[#$\u20ac\u00a3\u00a5]\s?|"
    r"\b(?:usd|eur|sek|gbp|nok|dkk|inr|rs)\.?\s?)$"
)

# What makes the number before it an amount. Money, people, doses, results.
UNIT = re.compile(
    r"\s{0,2}(?:%|\u00b0|mg|mcg|\u00b5g|\u03bcg|ug|g|kg|ng|pg|ml|cl|dl|l|mm|cm|m|km|iu|ie|ui|u|units?|"
    r"mmol|\u00b5mol|umol|pmol|nmol|kcal|cal|calories|kj|bpm|mmhg|steps?|patients?|people|persons|"
    r"participants?|women|men|adults|children|cases|deaths|swedes|americans|visitors|members|"
    r"times|x|tablets?|pills|capsules|drops|doses|hours?|hrs?|minutes?|mins?|seconds?|days?|"
    r"weeks?|months?|years?|yrs?|dollars?|euros?|pounds|kronor|kroner|kr|rupees|usd|eur|sek|gbp|"
    r"million|billion|cells?|copies|words|points|lbs?|pounds|stone|miles|bytes|[km]b|hz)\b"
    r"|\s{0,2}[$\u20ac\u00a3]"
)
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?P<mark>[\s.,'])\d{3}(?:(?P=mark)\d{3})*")


def blanked(text: str) -> str:
    """Return the text with addresses, codes and dates replaced by letters, as long as before."""
    for pattern in (ADDRESS_OR_CODE, DATE):
        text = pattern.sub(lambda match: "x" * len(match.group()), text)
    return text


def is_numbered(before: str) -> bool:
    """Say whether the words before a number make it a reference, a record or a price."""
    return bool(NUMBERED.search(before))


def is_measured(after: str) -> bool:
    """Say whether a unit, a currency or something counted stands behind a number."""
    return bool(UNIT.match(after))


def is_grouped(number: str) -> bool:
    """Say whether the groups are those of a large amount: "10 000 000"."""
    return bool(THOUSANDS.fullmatch(number.strip()))


# Rows of scores look like numbers told digit by digit.
SCORED = re.compile(
    r"\b(?:pain|scores?|scored|scale|levels?|diary|week|day|days|daily|sleep|mood|fatigue|rated|ratings?|"
    r"out\sof|schmerz\w*|smarta\w*|douleur\w*|dolor|count(?:ed|ing)?|schritte|tabs|tablets|reps|breath\w*)\b"
)


def is_scored(before: str, after: str) -> bool:
    """Say whether the words around a row of digits make it a row of scores."""
    return bool(SCORED.search(before) or SCORED.search(after[:30]))


ROWS_MIN = 4  # values from which on round ones are a schedule


def is_schedule(number: str) -> bool:
    """Say whether the groups are the round doses of a schedule: "10 20 30 40 30 20".

    "22 00 00 45" is none: no dose begins with a nought.
    """
    groups = re.findall(r"\d+", number)
    return len(groups) >= ROWS_MIN and all(
        len(group) <= 3 and group[0] != "0" and int(group) % 5 == 0 for group in groups
    )
