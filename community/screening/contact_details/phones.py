"""Phone numbers of many countries, without taking doses, dates and study numbers for them."""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import (
    blanked,
    is_grouped,
    is_measured,
    is_numbered,
    is_schedule,
    is_scored,
)
from community.screening.contact_details.told_phones import find_told, is_counting, tells_digits
from community.screening.folded import Folded, Span
from community.screening.help_lines import is_help_line

# ITU-T E.164 allows 15 digits; fewer than 7 are a short number of a service, not of a person.
DIGITS_MAX = 15
DIGITS_MIN = 7
SHORT_MIN = 6  # of a village; only where somebody says to call it

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
MY = (
    r"(?:my|her|his|our|your|mon|ma|mi|mein\w?|mitt|min|mio|mia|moj|meu|mijn|contact|home|work|the)"
)
NUMBER = r"(?:number|nummer|numero|numer|nr|no)"
CALL = (
    r"call|calling|ring|ringing|dial|phone|telephone|text|whats\s?app|sms|viber|telegram|signal|"
    r"ruf(?:t|en)?|anrufen|schreibt?|ring(?:a|er|en)?|llam\w{2,8}|appel(?:ez|le|er)|chiam\w{2,6}|"
    r"za?dzwon\w{0,3}|dzwon\w{0,3}|bel|bellen|ligue?m?|soit\w{1,4}|join(?:dre|ignez)"
)
CUE = re.compile(
    r"(?:\b(?:phone|telephone|tel|mobile|mob|cell|cellphone|landline|call|calling|ring|ringing|dial|"
    r"whats\s?app|text\s(?:me|us|her|him)|sms|fax|viber|telegram|signal|facetime|i\s?message|"
    r"tele(?:f|ph)on\w*|tlf|tfn|mobil\w?|movil|celular|cellulare|handy|gsm|puhelin\w*|puh|portable|"
    r"simi|festnetz\w*|hemtelefon\w*|fijo|fixe|fisso|telemovel|komork\w{1,2}|stacjonarn\w|"
    r"vaste\s(?:lijn|nummer)|ruft?|rufen|anrufen|llam[ae]\w{0,5}|appele[zr]|chiama\w{0,4}|"
    r"za?dzwon\w{0,3}|bel\s(?:me|mij|maar|naar)|ligue?m?|soita|soittakaa|"
    rf"{MY}\s{NUMBER}|number\sis|numero\sde\s(?:mi|tel\w{{0,6}}|casa|movil)|(?:reach|get|find)\s(?:me|us|him|her)|give\s(?:me|us)\sa)"
    r"\b\.?[^.!?\n]{0,35}|\breach\s[^.!?\n]{1,40}\s(?:at|on)\s|[\u260e\u2706\U0001f4de\U0001f4f1]\s?:?\s?)$"
)
CUE_BEHIND = re.compile(
    r"[\s,(=-]{0,3}(?:(?:is|was|on|that is|this is|that's|thats|for|er|ar|ist|est|es|to|on)\s)?"
    r"(?:my|our|her|his|the|a|your|mon|mi|mein\w?|mitt|min|det|mio|meu|mijn|moj)?\s?"
    r"(?:[a-z]{2,12}\s){0,2}"
    r"(?:number|numero|nummer\w{0,2}|numer|nr|mobile|mobil\w{0,4}|cell|phone|landline|whats\s?app|"
    r"telegram|signal|viber|tel|tlf|telefon\w{0,4}|handy\w{0,6}|fijo|movil|portable|telemovel)"
    r"\b(?!\s(?:of|in)\s\d)"
    r"|[\s,(-]{1,3}(?:please\s)?(?:(?:call|ring|text|phone)\s(?:me|any|after|before|us)|llamame|sms)\b"
)
# A number of six digits needs the word right beside it.
SIX = re.compile(
    rf"(?<![\w.,/#$\u20ac\u00a3+{DASH}])(?<!\d:)(?:\d{{6}}|\d{{3}}[ {DASH}]\d{{3}}|\d\d[ {DASH}]\d\d[ {DASH}]\d\d"
    rf"|\d\d[ {DASH}]\d{{4}})(?![\w%/]|[.,:{DASH}]\d|\s\d)"
)
CUE_BESIDE = re.compile(
    rf"(?:\b(?:{CALL})(?:\s(?:me|us|him|her|mum|mom|mig|meg|mij|mich|gern|gerne|pa|an|maar|al|au|su|the\shouse|"
    rf"my\s\w{{2,10}})){{0,2}}(?:\s(?:on|at|under|unter))?|\b(?!the\s){MY}\s(?:\w{{2,10}}\s)?{NUMBER}(?:\s(?:is|er|ar|ist|est|es|to|e))?|"
    r"\b(?:landline|mobile|tel|tlf|tfn|fijo|fixe|fisso|handy|festnetz|puh)(?:\s(?:is|er|ar|ist|est|es))?|"
    r"reach\s(?:me|us)\s(?:on|at))\s?[:.]?\s?$"
)
DAY_MONTH_YEAR = re.compile(r"(?:0[1-9]|[12]\d|3[01])\s(?:0[1-9]|1[0-2])\s\d\d")
# Lines of services: 116 xxx all over Europe, 13 xx xx in Australia, several emergency numbers.
OF_A_SERVICE = re.compile(
    r"116\D?\d{3}|13\D?\d\d\D?\d\d|(?:\D?(?:999|112|911|111|101|988|000|119)){2}"
)
CUE_REACH = 60  # characters

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
DIGITS_BEFORE_A_WORD = 2
COUNTING = re.compile(r"two[\s,]+three[\s,]+four[\s,]+five")
WORDS_OF_A_MIXED_NUMBER = 3
WORDS_OF_A_SPELT_NUMBER = 4  # "1 2 3 4 5 6 seven" is counting


def find_phones(folded: Folded) -> list[Span]:
    """Return the places in the original of everything that reads as a phone number."""
    if not holds_enough_digits(folded.text):
        return []
    text = blanked(LETTER_O.sub(lambda match: match.group().replace("o", "0"), folded.text))
    return [folded.span(start, end) for start, end in _all_places(text)]


def _all_places(text: str) -> Iterator[Span]:
    yield from _written(text)
    yield from _short(text)
    yield from _spelt(text)
    yield from _mixed(text)
    yield from find_told(text, CUE, CUE_BEHIND)


def holds_enough_digits(text: str) -> bool:
    """Whether there are as many digits, or words for them, as a number needs. Most posts have fewer."""
    digits = len(DIGIT.findall(text))
    if digits >= SHORT_MIN or SPELT.search(text):
        return True
    if digits >= DIGITS_BEFORE_A_WORD and (MIXED.search(text) or LETTER_O.search(text)):
        return True
    return tells_digits(text)


def _written(text: str) -> Iterator[Span]:
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        start += text[start] == "(" and ")" not in match.group()  # "(070-123 45 67 after six)"
        before = text[max(0, start - CUE_REACH) : start]
        if _is_phone(text[start:end], before, text[end : end + CUE_REACH]):
            yield start, end


def _short(text: str) -> Iterator[Span]:
    for match in SIX.finditer(text):
        number, (start, end) = match.group(), match.span()
        before = text[max(0, start - CUE_REACH) : start]
        is_date = DAY_MONTH_YEAR.fullmatch(_shape(number))
        if is_date or OF_A_SERVICE.fullmatch(number) or is_help_line(number):
            continue
        if CUE_BESIDE.search(before) and not is_measured(text[end : end + CUE_REACH]):
            yield start, end


def _is_phone(number: str, before: str, after: str) -> bool:
    digits = re.sub(r"\D", "", number)
    if not DIGITS_MIN <= len(digits) <= DIGITS_MAX or len(set(digits)) < 2:
        return False
    if is_help_line(number) or is_measured(after) or is_numbered(before) or is_schedule(number):
        return False
    if SINGLE.fullmatch(number) and len(digits) < DIGITS_OF_A_COUNTRY and is_scored(before, after):
        return False  # "phone calls: 3 3 4 2 0 1 0 this week"
    if CUE.search(before) or CUE_BEHIND.match(after):
        return True
    is_amount = is_grouped(number) and not NINE_DIGITS.fullmatch(_shape(number))
    if SINGLE.fullmatch(number):
        return _is_told_singly(number, digits, before, after)
    if NUMBERS_DRAWN.fullmatch(number):
        return False
    return is_dialled(number, digits) and not is_amount


def _is_told_singly(number: str, digits: str, before: str, after: str) -> bool:
    """Say whether single digits with a mark between all of them are a number and no row of scores."""
    if is_scored(before, after) or is_counting([int(digit) for digit in digits]):
        return False
    grouped = [len(re.findall(r"\d", group)) for group in re.split(rf"\s?[{DASH}]\s?", number)]
    is_grouped_so = 1 < len(grouped) < len(digits) - 2
    is_american = bool(re.fullmatch(r"[2-9]\d\d[2-9]\d{6}", digits)) and "0" in digits
    starts = number.startswith("+") or ONE_BY_ONE.fullmatch(number) is not None
    starts = starts or (NATIONAL.fullmatch(digits) is not None and len(set(digits)) > A_FEW_VALUES)
    return len(digits) >= DIGITS_OF_A_COUNTRY and (is_grouped_so or is_american or starts)


DIGITS_OF_A_COUNTRY = 9
NUMBERS_DRAWN = re.compile(r"\d\d(?:\s\d\d){5}")  # six pairs and no "+": a lottery
A_FEW_VALUES = 3  # of a row of tablets: "1-0-1-2"
SINGLE = re.compile(rf"\+?\d(?:\s?[\s{DASH}]\s?\d)+")


def is_dialled(number: str, digits: str) -> bool:
    """Say whether the number has a shape that only phone numbers have."""
    shape = _shape(number)
    if _mixes_dots(number):
        return False
    return (
        (number.lstrip("( ").startswith("+") and len(digits) >= 8)
        or (digits.startswith("00") and len(digits) >= 10 and digits[2] != "0")
        or bool(NATIONAL.fullmatch(digits) and not ONE_ZERO.match(number))
        or bool(ONE_BY_ONE.fullmatch(number))
        or bool(AREA_IN_BRACKETS.match(number) and len(digits) >= 8)
        or bool(SHAPES.fullmatch(shape))
    )


NATIONAL = re.compile(r"0[1-9]\d{7,10}")  # trunk zero, area, number: 9 to 12 digits
ONE_ZERO = re.compile(r"0\s?[.\s]")  # "0.75 0.80 0.85", a row of values
ONE_BY_ONE = re.compile(r"0[\s.][1-9](?:[\s.]\d){8,10}")  # "0 7 7 0 0 9 0 0 1 2 3"
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
    | \d\d\s9\d{4}\s\d{4}                                              # Brazil
    | 44\s7\d{3}\s?\d{6} | 44\s7\d{3}\s\d{3}\s\d{3} | 91\s[6-9]\d{4}\s?\d{5}     # without the "+"
    | 46\s7\d\s\d{3}\s\d\d\s\d\d | 353\s8\d\s\d{3}\s\d{4} | 49\s1[5-7]\d\s?\d{7,8}
    | 33\s[67](?:\s\d\d){4} | 31\s6\s\d{4}\s?\d{4} | 34\s6\d\d\s\d{3}\s\d{3} | 61\s4\d\d\s\d{3}\s\d{3}
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
        start, end = match.span()
        before, after = text[max(0, start - CUE_REACH) : start], text[end : end + CUE_REACH]
        is_long = len(re.findall(r"[a-z]+", match.group())) >= WORDS_OF_A_SPELT_NUMBER
        if is_long and not COUNTING.search(match.group()) and not is_scored(before, after):
            yield start, end


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
