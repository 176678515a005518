"""Numbers that a study is known by: who took part, shares, p-values. Pure.

A number says the more the more digits it has: "1,049 participants" is hardly ever chance, "12
weeks" nearly always is. The weights were set on the pairs that docs/stories.md describes.
"""

import re
from dataclasses import dataclass

from common.text import fold

_UNITS = dict(zip("one two three four five six seven eight nine".split(), range(1, 10)))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
    )
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10))
)
_SPELLED = re.compile(
    rf"\b(?:((?:a|one) hundred and )?({'|'.join(_TENS)})(?:[- ]({'|'.join(_UNITS)}))?|({'|'.join(_TEENS)}))\b",
    re.IGNORECASE,
)
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?"
_P_VALUE = re.compile(r"\bp\s*[=<\u2264]\s*(0?\.\d+)", re.IGNORECASE)
_FRACTION = re.compile(rf"\b({_DIGITS}) (?:out )?of (?:the |those |these )?({_DIGITS})\b")
_NUMBER = re.compile(
    rf"(?<![\w.,/-])({_DIGITS})(?![\w/]|-\d)"
    r"(?:\s?(%|per ?cent\b|mg\b|mcg\b|ml\b)|((?:[ -][a-z]+){0,3}))?",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:people|participants|patients|persons|women|men|volunteers|adults|children|pupils"
    r"|subjects|girls|boys|sufferers|teenagers|adolescents|controls|cases|respondents|members)\b"
)
_TIME = re.compile(r"^[ -](?:minute|hour|day|week|month|year)s?\b")
USUAL_P = (0.05, 0.01, 0.001, 0.0001)
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its words, how much it says, and whether it counts people who took part."""

    text: str
    weight: float
    counts_people: bool = False


def numbers(text: str) -> dict[str, Number]:
    """Every number that says something, by what it is compared by; of two the weightier."""
    text = _SPELLED.sub(_in_digits, text)
    found: dict[str, Number] = {}
    for match in _P_VALUE.finditer(text):
        weight = 0.05 if float(match[1]) in USUAL_P else 0.6
        _keep(found, f"p {float(match[1]):g}", Number(match[0], weight))
    for match in _FRACTION.finditer(text):
        part, whole = _value(match[1]), _value(match[2])
        if 9 < whole and part < whole:
            _keep(found, f"{part:g} of {whole:g}", Number(f"{match[1]} of {match[2]}", 1.5))
    for match in _NUMBER.finditer(_P_VALUE.sub(" ", text)):
        key, number = _read(match)
        _keep(found, key, number)
    return {key: number for key, number in found.items() if number.weight > 0}


def _in_digits(match: re.Match[str]) -> str:
    hundred, tens, unit, teen = (fold(group or "") for group in match.groups())
    value = _TEENS[teen] if teen else _TENS[tens] + _UNITS.get(unit, 0)
    return str(value + 100 * bool(hundred))


def _value(digits: str) -> float:
    return float(re.sub("[^0-9.]", "", digits))


def _keep(found: dict[str, Number], key: str, number: Number) -> None:
    if key not in found or found[key].weight < number.weight:
        found[key] = number


def _read(match: re.Match[str]) -> tuple[str, Number]:
    digits, unit, after = match[1], fold(match[2] or ""), match[3] or ""
    value, telling = _value(digits), telling_digits(digits)
    if unit in ("%", "per cent", "percent"):
        return f"{value:g}%", Number(f"{digits}%", (0.15, 0.4, 1.0)[min(telling, 3) - 1])
    if unit:
        return f"{value:g} {unit}", Number(f"{digits} {unit}", 0.3 if telling > 1 else 0.1)
    if people := _PEOPLE.search(after):
        words = digits + after[: people.end()]
        return f"{value:g}", Number(words, (0.1, 0.5, 1.0, 2.0)[min(telling, 4) - 1], value > 9)
    is_time = telling < 3 and _TIME.match(after)
    if is_time or (value in YEARS and "," not in digits):
        return f"{value:g}", Number(digits, 0.0)
    return f"{value:g}", Number(digits, (0.0, 0.2, 0.6, 1.5)[min(telling, 4) - 1])


def telling_digits(digits: str) -> int:
    """How many digits a number has without the noughts at its ends; at least 1.

    >>> [telling_digits(digits) for digits in ("1,049", "200,000", "0.5", "12.0")]
    [4, 1, 1, 2]
    """
    plain = re.sub("[^0-9.]", "", digits)
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return max(1, len(plain.replace(".", "").strip("0")))


def shared(first: dict[str, Number], second: dict[str, Number]) -> dict[str, Number]:
    """The numbers in both with the smaller of their weights, without parts of a shared fraction."""
    both = first.keys() & second.keys()
    parts = {part for key in both if " of " in key for part in key.split(" of ")}
    found = {}
    for key, number in first.items():
        if key in both - parts:
            weight = min(number.weight, second[key].weight)
            found[key] = Number(number.text, weight, number.counts_people)
    return found


def overlap(first: dict[str, Number], second: dict[str, Number]) -> float:
    """The share of the numbers of the text with fewer of them that stand in the other as well.

    One in common is chance, and long texts have small numbers in common; most of them is neither.
    """
    common = len(first.keys() & second.keys())
    return common / min(len(first), len(second)) if common > 1 else 0.0
