"""Names in a text: people, institutes, journals, places, test drugs, proteins. Pure.

Known by their capitals, by capitals with digits ("IL-6"), or, for medicines in small letters,
by the common stems of their international names (WHO, "The use of stems in the selection of
International Nonproprietary Names", 2018).
"""

import re
from dataclasses import dataclass

from common.text import fold

WEIGHT_OF_SEVERAL_WORDS, WEIGHT_OF_MEDICINE, WEIGHT_OF_ONE_WORD = 1.0, 0.8, 0.6

_CAPITAL = r"[A-Z\u00c0-\u00de][\w\u2019'/-]*"
_JOINERS = r"(?:of the|of|for the|for|de la|de|del|van der|van|von|di|&)"
_RUN = re.compile(rf"\b{_CAPITAL}(?:(?: {_JOINERS})? {_CAPITAL})*")
_JOINED = re.compile(r" (?:of the|of|for the|for) ")
_CODE = re.compile(r"(?=\w*[A-Z])(?=[\w-]*[\dA-Z]$|\w*[A-Z]{2})[\w-]{2,}")
_BEGINNING = re.compile(
    r"(?:^|[.!?:\u2026]|\n)[\s\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb(\u2013\u2014-]*$"
)
_MEDICINE = re.compile(
    r"\b[a-z]{3,}(?:mab|tinib|gepant|triptan|oxetine|gabalin|prazole|statin|sartan|olol|pril"
    r"|cycline|cillin|xaban|gliptin|glutide|trexone|azepam|caine|profen|coxib|setron|vir|lukast"
    r"|oxacin|mycin|conazole|parib|ciclib|faxine|triptyline|amide|ipran|bital|nersen)\b"
)
# What an "of" or "for" belongs to: "Journal of Pain", but "Will Harrow of Kelder University".
_HOUSES = frozenset(
    """
    academy agency annals archives association board bulletin bureau center centre clinic college
    committee council department division faculty foundation fund hospital infirmary institut
    institute institutet journal laboratory letters ministry office proceedings review reviews
    school society trust unit universitet university
    """.split()
)
_TITLES = frozenset("dr prof professor mr mrs ms miss sir dame doctor study".split())
_NOT_NAMES = frozenset(
    """
    a about after all also although among an and another any anybody anyone are as asked at
    because before both but by each even every everybody few for four five from half he her here
    his how however i if in instead is it its just many men more most much my nearly neither no
    nobody none nor not nothing now of on once one only or other others our out over patients
    people researchers scientists several she since six so some somebody still such that the
    their them then there these they this those three to today two under until using we what when
    where whether which while who why with without women yes yet you your
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text, and how much it says that two texts share it."""

    text: str
    weight: float


def names(text: str) -> dict[str, Name]:
    """Every name once, by what it is compared by. Surnames of people stand for them as well."""
    found: dict[str, Name] = {}
    for match in _RUN.finditer(text):
        begins = bool(_BEGINNING.search(text, max(0, match.start() - 8), match.start()))
        for part in _JOINED.split(match[0]) if not _is_house(match[0]) else [match[0]]:
            for name in _read_run(part, begins):
                found.setdefault(fold(name.text), name)
            begins = False
    for match in _MEDICINE.finditer(text):
        found.setdefault(match[0], Name(match[0], WEIGHT_OF_MEDICINE))
    return found


def _is_house(run: str) -> bool:
    """Whether the words before the first "of" name something that an "of" belongs to."""
    return fold(_JOINED.split(run)[0].split(" ")[-1]) in _HOUSES


def _read_run(run: str, begins_sentence: bool) -> list[Name]:
    """A run of capitalised words: one name, and the surname if it is that of a person."""
    parts = run.removesuffix("\u2019s").removesuffix("'s").split(" ")
    while parts and (fold(parts[0]) in _NOT_NAMES | _TITLES or parts[0].islower()):
        parts, begins_sentence = parts[1:], False
    while parts and fold(parts[-1]) in _NOT_NAMES:
        parts = parts[:-1]
    if not parts or sum(map(len, parts)) < 3 or re.match("I['\u2019]", parts[0]):
        return []
    text = " ".join(parts)
    if len(parts) == 1:
        is_word = begins_sentence and not _CODE.fullmatch(text)
        return [] if is_word else [Name(text, WEIGHT_OF_ONE_WORD)]
    whole = [Name(text, WEIGHT_OF_SEVERAL_WORDS)]
    is_person = len(parts) <= 3 and fold(parts[-1]) not in _HOUSES
    return whole + ([Name(parts[-1], WEIGHT_OF_ONE_WORD)] if is_person else [])


def shared(first: dict[str, Name], second: dict[str, Name]) -> dict[str, Name]:
    """The names in both, without those that are part of a longer shared one."""
    both = first.keys() & second.keys()
    whole = {part for key in both for part in _parts(key)}
    return {key: name for key, name in first.items() if key in both - whole}


def _parts(key: str) -> set[str]:
    words = key.split(" ")
    return set(words) if len(words) > 1 else set()
