"""Numbers under which a hospital, an insurance or an office keeps somebody's file.

Nothing in such a number tells what it is, so a word that names it must stand beside it:
"MRN 00784512", "my hospital number is K778123", "journalnummer 778123".
"""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import DATE, is_grouped, is_measured
from community.screening.folded import Folded, Span
from community.screening.personal_details.kinds import DASH

DIGITS_MIN = 5  # "case 3", "policy since 2019", "patient no. 12" name nobody

KEEPERS = (
    r"(?:medical|med|hospital|hosp|clinic|patient|patient's|chart|health|nhs|medicare|medicaid|insurance|"
    r"policy|member|membership|subscriber|claim|case|file|passport|(?:driving |driver'?s )?licen[cs]e|"
    r"national insurance|social security|social insurance|tax)"
)
THINGS = r"(?:record|rec|file|card|insurance|policy|chart|claim|case|member|identification)"
NUMBER = r"(?:number|numb|num|nbr|no|nr|id|#|ref|reference|identifier)"
CUES = (
    rf"(?:mrn|urn|ssn|bsn|tfn|ppsn|nino|kvnr|"
    rf"{KEEPERS}(?:\s{THINGS}){{0,2}}\s?{NUMBER}(?:\s{NUMBER})?|(?:patient|member)id|medicare card|"
    r"(?:insurance|health) policy|(?:reference|ref)\s?(?:number|num|no|nr|#)|me (?:a |the )?reference|"
    r"(?:journal|patient|patienten|forsakrings|arende|versicherungs|versicherten|fall|akten|"
    r"kranken(?:kassen|versicherten|versicherungs)|polis|police|dossier|sygesikrings)-?(?:nummer|nr)|"
    r"aktenzeichen|geschaftszeichen|"
    r"(?:numero|n[o\u00b0]) (?:de|d')\s?(?:dossier|patient|police|assure|mutuelle|securite sociale)|"
    r"numero de (?:historia(?: clinica)?|expediente|paciente|poliza|afiliacion|seguridad social)|"
    r"numero (?:tessera sanitaria|cartella clinica|di polizza))"
)
LEADS = rf"(?:\s?[:=#.]\s?|\s?(?<!\w)(?:is|was|ist|war|er|ar|es|est|it's)(?=\s)|\s?[{DASH}]\s|\s){{1,3}}"
# Pieces of digits, with up to three letters, and one sign between them ...
PIECE = r"[a-z]{0,3}\d[\da-z]{0,30}"
PIECES = rf"(?:[a-z]{{1,6}}[\s{DASH}])?{PIECE}(?:[\s./{DASH}](?:{PIECE}|[a-z](?=\s\d))){{0,5}}"
# ... or the register sign of a German court or office: "S 12 SB 345/19".
SIGN = r"(?:[a-z]\s)?\d{1,3}\s[a-z]{1,3}\s\d{1,5}/\d\d"
VALUE = rf"(?:{SIGN}|{PIECES})"
CUE_FIRST = re.compile(
    rf"(?<![\w-])(?:{CUES})(?:\s?\(\w{{1,10}}\))?(?![a-z]){LEADS}(?P<value>{VALUE})"
)
CUE_LAST = re.compile(
    rf"(?<![\w.,/{DASH}])(?P<value>{VALUE})(?:\s(?:is|was|=|as|for))?\s(?:my|his|her|our|the|a)\s"
    rf"(?:{CUES})(?!\w)"
)
# Five digits with little between them, or the end of a register sign, are in every number.
FIVE_DIGITS = re.compile(
    rf"\d(?:(?:[a-z]{{0,30}}(?:[\s./{DASH}][a-z]?)?[\s./{DASH}]?[a-z]{{0,3}}\d){{4}}"
    r"|\s[a-z]{1,3}\s\d{1,5}/\d\d)"
)
# A word that only follows a number: "hospital no 4451209 in 2020".
WORD = re.compile(r"(?:^|\s)[^\W\d_]*[^\W\d_A-Z][^\W\d_]*(?=\s|$)")
YEARS = re.compile(r"(?:19|20)\d\d\s?/\s?(?:19|20)\d\d")
AFTER = 20  # characters in which a unit stands


def may_hold_a_record_number(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds a record number."""
    return FIVE_DIGITS.search(text) is not None


def find_record_numbers(folded: Folded) -> list[Span]:
    """Return the places in the original of numbers that are said to be those of a file."""
    if not may_hold_a_record_number(folded.text):
        return []
    return [folded.span(start, end) for start, end in _numbers(folded)]


def _numbers(folded: Folded) -> Iterator[Span]:
    for pattern in (CUE_FIRST, CUE_LAST):
        for match in pattern.finditer(folded.text):
            start, end = _without_words(folded, *match.span("value"))
            if _is_of_a_file(folded.text[start:end], folded.text[end : end + AFTER]):
                yield start, end


def _without_words(folded: Folded, start: int, end: int) -> Span:
    """Letters that stand alone belong to a number only as capitals: "65 170839 J 003"."""
    first, past = folded.span(start, end)
    word = WORD.search(folded.original[first:past])
    return (start, start + word.start()) if word else (start, end)


def _is_of_a_file(value: str, after: str) -> bool:
    digits = re.sub(r"\D", "", value)
    return (
        len(digits) >= DIGITS_MIN
        and not DATE.fullmatch(value)
        and not YEARS.fullmatch(value)
        and not is_measured(after)
        and not (is_grouped(value) and "," in value)
    )
