"""Phone numbers of many countries, without taking doses, dates and study numbers for them."""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import (
    blanked,
    is_grouped,
    is_measured,
    is_numbered,
)
from community.screening.folded import Folded, Span
from community.screening.help_lines import is_help_line

# ITU-T E.164 allows 15 digits; fewer than 7 are a short number of a service, not of a person.
DIGITS_MAX = 15
DIGITS_MIN = 7

DIGIT = re.compile(r"\d")
LETTER_O = re.compile(r"(?<!\w)(?=(?:o*\d){2})[\do]{4,}(?!\w)")  # "O77OO 9OO123"
DASH = "\u2010\u2011\u2012\u2013\u2014-"
SEPARATOR = rf"(?:\s?[{DASH}]\s?|\s?[/\\|_\u00b7\u2022]\s?|\.\s?|\s{{1,2}})"
CANDIDATE = re.compile(
    rf"(?<![\w.,/#$\u20ac\u00a3+{DASH}])(?<!\d:) (?:\+\s?|\(\s?\+?)? \d"
    rf"(?: (?:{SEPARATOR}|\s?\(\s?|\s?\)\s?[{DASH}]?\s?)? \d ){{6,17}}"
    r"(?: (?=x\d{1,5}\b) | (?![\w%]|[.,:]\d) )",
    re.VERBOSE,
)

# Words that say a number is for calling. The nearer to the number, the surer.
CUE = re.compile(
    r"\b(?:phone|telephone|tel|mobile|mob|cell|cellphone|landline|call|calling|ring|ringing|dial|"
    r"whats\s?app|text\s(?:me|us|her|him)|sms|fax|viber|telegram|signal|facetime|i\s?message|"
    r"tele(?:f|ph)on\w*|tlf|tfn|mobil\w?|movil|celular|cellulare|handy|gsm|puhelin|puh|portable|simi|"
    r"fijo|fisso|festnetz|vaste\slijn|(?:mi|mein|meine|mon|mitt|mit|min|mijn|moj)\s(?:numero|nummer|nr|numer)|"
    r"(?:my|her|his|our|your|contact|home|work|the)\s(?:number|nr|no)|number\sis|reach\s(?:me|us|our|my))"
    r"\b\.?[^.!?\n]{0,36}$"
)
CUE_BEHIND = re.compile(
    r"[\s,(=-]{0,3}(?:(?:is|was|on|that is|this is|for|er|ar|ist|est|es|to)\s)?"
    r"(?:my|our|her|his|the|a|your|mein|meine|mon|mi|il mio|mijn|moj)?\s?"
    r"(?:[a-z]{2,12}\s){0,2}"
    r"(?:number|nummer(?:et)?|numero|numer|nr|mobile|cell|phone|landline|whats\s?app|telegram|signal|viber|tel)\b(?!\s(?:of|in)\s\d)"
)
CUE_REACH = 50  # characters

# Spelt digits: "oh seven seven double zero nine ...".
DIGIT_WORD = r"(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|\d)"
SPELT = re.compile(
    rf"(?<!\w)(?:plus\s)?(?:(?:double|triple)\s)?{DIGIT_WORD}"
    rf"(?:[\s,{DASH}]{{1,2}}(?:(?:double|triple)\s)?{DIGIT_WORD}){{6,16}}(?!\w)"
)
# "07700 nine hundred 123", "07700-900-one-two-three".
MIXED = re.compile(
    rf"(?<![\w.,]) (?:\+?\d{{3,5}}|0\d) (?: [\s,{DASH}]{{1,2}} (?: {DIGIT_WORD} | hundred | double | \d{{2,4}}) \b ){{2,10}}",
    re.VERBOSE,
)
# The same in other languages, which begins with their zero: "null eins sieben ...". The French say pairs.
FOREIGN_DIGITS = (
    "null|noll|nul|zero|cero|nolla|eins|ein|zwei|zwo|drei|vier|funf|sechs|sieben|acht|neun|ett|en|tva|to|tre|fyra|fire|"
    "fem|sex|seks|sju|syv|atta|atte|otte|nio|ni|een|twee|drie|vijf|zes|zeven|negen|uno|una|dos|due|tres|cuatro|"
    "quattro|cinco|cinque|seis|sei|siete|sette|ocho|otto|nueve|nove|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|"
    "dziewiec|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|"
    "trente|quarante|cinquante|soixante|septante|huitante|nonante|et"
)
FOREIGN = re.compile(
    rf"(?<!\w)(?:null|noll|nul|zero|cero|nolla)(?:[\s,{DASH}]{{1,2}}(?:{FOREIGN_DIGITS})){{5,20}}(?!\w)"
)
# "3 1 2 - 5 5 5 - 0 1 0 2", "area code 312, then 555".
IN_THREES = re.compile(
    rf"\d(?:\s\d){{2}}\s?[{DASH}]\s?\d(?:\s\d){{2}}\s?[{DASH}]\s?\d(?:\s\d){{3}}"
)
AREA_CODE = re.compile(
    rf"(?<!\w)area\scode\s\(?\d{{3}}\)?[\s,{DASH}]{{1,3}}(?:(?:then|and)\s)?(?:\d{{3}}|{DIGIT_WORD}\s{DIGIT_WORD})(?!\w)"
)
DIGITS_BEFORE_A_WORD = 2
COUNTING = re.compile(r"two[\s,]+three[\s,]+four[\s,]+five")
WORDS_OF_A_MIXED_NUMBER = 3
WORDS_OF_A_SPELT_NUMBER = 4  # "1 2 3 4 5 6 seven" is counting


def find_phones(folded: Folded) -> list[Span]:
    """Return the places in the original of everything that reads as a phone number."""
    if not holds_enough_digits(folded.text):
        return []
    text = blanked(LETTER_O.sub(lambda match: match.group().replace("o", "0"), folded.text))
    return [
        folded.span(start, end)
        for start, end in (*_written(text), *_spelt(text), *_mixed(text), *_told(text))
    ]


def holds_enough_digits(text: str) -> bool:
    """Whether there are as many digits, or words for them, as a number needs. Most posts have fewer."""
    digits = len(DIGIT.findall(text))
    if digits >= DIGITS_MIN or SPELT.search(text) or FOREIGN.search(text):
        return True
    if "area code" in text and AREA_CODE.search(text):
        return True
    return digits >= DIGITS_BEFORE_A_WORD and any(
        pattern.search(text) for pattern in (MIXED, LETTER_O)
    )


def _written(text: str) -> Iterator[Span]:
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        start += text[start] == "(" and ")" not in match.group()  # "(070-123 45 67 after six)"
        before = text[max(0, start - CUE_REACH) : start]
        if _is_phone(text[start:end], before, text[end : end + CUE_REACH]):
            yield start, end


def _is_phone(number: str, before: str, after: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if not DIGITS_MIN <= len(digits) <= DIGITS_MAX or len(set(digits)) < 2:
        return False
    if is_help_line(number) or is_measured(after) or is_numbered(before):
        return False
    if CUE.search(before) or CUE_BEHIND.match(after):
        return True
    is_amount = is_grouped(number) and not NINE_DIGITS.fullmatch(_shape(number))
    return is_dialled(number, digits) and not is_amount


def is_dialled(number: str, digits: str) -> bool:
    """Say whether the number has a shape that only phone numbers have."""
    shape = _shape(number)
    if _mixes_dots(number):
        return False
    return (
        (number.lstrip("( ").startswith("+") and len(digits) >= 8)
        or (digits.startswith("00") and len(digits) >= 10 and digits[2] != "0")
        or bool(NATIONAL.fullmatch(digits) and not ONE_ZERO.match(number))
        or bool(ONE_BY_ONE.fullmatch(number) or IN_THREES.fullmatch(number))
        or bool(AREA_IN_BRACKETS.match(number) and len(digits) >= 8)
        or bool(SHAPES.fullmatch(shape))
    )


NATIONAL = re.compile(r"0[1-9]\d{7,10}")  # trunk zero, area, number: 9 to 12 digits
ONE_ZERO = re.compile(r"0\s?[.\s]")  # "0.75 0.80 0.85", a row of values
ONE_BY_ONE = re.compile(r"0(?:\s[1-9])(?:\s\d){8,10}")  # "0 7 7 0 0 9 0 0 1 2 3"
AREA_IN_BRACKETS = re.compile(r"\(\s?(?!(?:19|20)\d\d\s?\))\d{2,5}\s?\)")

# Nine digits in threes: Spain, Poland, Czechia, Portugal. Nobody counts that many of anything
# here without saying of what.
NINE_DIGITS = re.compile(r"[5-9]\d\d\s\d{3}\s\d{3}")
# Groups with one separator written as a space. North America, India, China, Spain, Italy, Russia,
# freephone in Australia and North America.
SHAPES = re.compile(
    r"""
      (?:1\s)?[2-9]\d\d\s\d{3}\s\d{4}
    | [2-9]\d{9} | 1[2-9]\d\d[2-9]\d{6}
    | (?:0\s)?[6-9]\d{4}\s\d{5}
    | 1[3-9]\d\s\d{4}\s\d{4} | 1[3-9]\d{9}
    | [679]\d\d\s\d\d\s\d\d\s\d\d
    | 3[1-9]\d\s\d{6,7}
    | [5-9]\d\d\s\d{3}\s\d{3} | [67]\d{8}
    | [78]\s9\d\d\s\d{3}\s\d\d\s\d\d
    | 1[38]00\s\d{3}\s\d{3}
    """,
    re.VERBOSE,
)


def _shape(number: str) -> str:
    """Write every separator as one space: "555-123.4567" has the shape "555 123 4567"."""
    return re.sub(r"[^\d]+", " ", number).strip()


def _mixes_dots(number: str) -> bool:
    """A dot beside other separators belongs to values or dates.

    Not after a country code, before three digits or more ("555-123.4567"), or in the Belgian
    "0470/12.34.56".
    """
    inner = re.sub(r"^\+\s?\d{1,3}\s?", "", number)
    if BELGIAN.fullmatch(number) or not DECIMALS.search(inner):
        return False
    return bool(re.search(rf"[\s/{DASH}]", inner.replace(". ", ".")))


DECIMALS = re.compile(r"\.\s?\d{1,2}(?!\d)")
BELGIAN = re.compile(r"0\d{1,3}\s?/\s?\d{2,3}(?:\.\d\d){2}")


def _spelt(text: str) -> Iterator[Span]:
    for match in SPELT.finditer(text):
        words = re.findall(r"[a-z]+", match.group())
        if len(words) >= WORDS_OF_A_SPELT_NUMBER and not COUNTING.search(match.group()):
            yield match.span()


def _mixed(text: str) -> Iterator[Span]:
    for match in MIXED.finditer(text):
        number = match.group()
        words = re.findall(r"[a-z]+", number)
        before = text[max(0, match.start() - CUE_REACH) : match.start()]
        is_begun = number.startswith(("0", "+0")) or CUE.search(before) is not None
        is_spelt = len(words) >= WORDS_OF_A_MIXED_NUMBER
        long_enough = len(DIGIT.findall(number)) + len(words) >= DIGITS_MIN
        if words and long_enough and (is_begun or is_spelt):
            yield match.span()


def _told(text: str) -> Iterator[Span]:
    for pattern in (FOREIGN, AREA_CODE):
        yield from (match.span() for match in pattern.finditer(text))
