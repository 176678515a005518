"""Which words a sentence must have before a wording is worth looking for in it.

Searching every sentence for every wording takes a thousand times as long as looking its words
up in a table. The table is made from the patterns themselves, and the suite checks with texts
made from the patterns that it leaves nothing out.
"""

import re

# Words that stand in many sentences: of two words that a pattern asks for, the other is taken.
FREQUENT = frozenset(
    """
    a about after again all am an and any are as at away back be because been before being but by
    can could day days did do does done down end even every feel find for from get getting give
    go going gonna good got had has have having he her here him his how i if in into is it just
    keep know last life like little long lot make makes many me might more most much must my need
    needs never next no not nothing now of off often on once one only or our out over pain people
    please put really say says see she should so some still stop take taken taking tell than that
    the their them then there these they thing things think thinking this those through time to
    today too took try trying two under up us used very want wanted wants was way we well went
    were what when where which while who why will with work would years you your
    """.split()
)
# Words that stand in nearly every sentence: taken only where there is nothing else.
EVERYWHERE = frozenset("i me my to the a it is be not and of in for that was so this have".split())
COST_OF_A_FREQUENT_WORD = 1_000  # any number of rare words is better
COST_OF_A_WORD_EVERYWHERE = 1_000_000
LETTERS = re.compile(r"[a-z]+\??")
OPTIONAL = re.compile(r"[?*]|\{0,\d+\}")
WHOLE_BEFORE = re.compile(r"(?:^| |\)[?*]?|\})$")  # what may stand before a whole word
WHOLE_AFTER = re.compile(r" |$|\(\?:(?: |\$)|\(\?[=!]")  # and what after it
QUANTIFIER = re.compile(r"[?*+]|\{\d+,\d+\}")


def telling_words(pattern: str) -> frozenset[str] | None:
    """Return words of which every match of a pattern has at least one; None if there are none.

    >>> sorted(telling_words("(?:i |we )?(?:want|need) to (?:die|vanish)"))
    ['die', 'vanish']
    """
    found = [_of_sequence(alternative) for alternative in _alternatives(pattern)]
    if any(words is None for words in found):
        return None
    return frozenset().union(*(words for words in found if words))


def _of_sequence(sequence: str) -> frozenset[str] | None:
    """Return the rarest of the words, or groups of words, that the sequence cannot do without."""
    choices = [frozenset(words) for words in _needed(sequence)]
    return min(choices, key=_cost, default=None)


def _cost(words: frozenset[str]) -> int:
    everywhere, frequent = len(words & EVERYWHERE), len(words & FREQUENT)
    return everywhere * COST_OF_A_WORD_EVERYWHERE + frequent * COST_OF_A_FREQUENT_WORD + len(words)


def _needed(sequence: str) -> list[frozenset[str]]:
    needed: list[frozenset[str]] = []
    place = 0
    while place < len(sequence):
        if sequence[place] == "(":
            end = _closing(sequence, place) + 1
            if _stands_alone(sequence, place, end):
                words = telling_words(re.sub(r"^\(\?:", "", sequence[place : end - 1]))
                needed += [words] if words else []
        else:
            end = _end_of_plain_part(sequence, place)
            needed += _plain_words(sequence, place, end)
        quantifier = QUANTIFIER.match(sequence, end)
        place = quantifier.end() if quantifier else end
    return needed


def _stands_alone(sequence: str, start: int, end: int) -> bool:
    """A group that can be left out, looks around, or is a part of a word says nothing."""
    is_group = sequence.startswith("(?:", start)
    before, after = sequence[:start][-1:], sequence[end : end + 1]
    return is_group and not OPTIONAL.match(sequence, end) and not (before + after).isalpha()


def _plain_words(sequence: str, start: int, end: int) -> list[frozenset[str]]:
    words = []
    for match in LETTERS.finditer(sequence, start, end):
        before = sequence[: match.start()]
        if WHOLE_BEFORE.search(before) and WHOLE_AFTER.match(sequence, match.end()):
            word = match.group()
            words.append(frozenset({word[:-2], word[:-1]} if word.endswith("?") else {word}))
    return words


def _end_of_plain_part(sequence: str, place: int) -> int:
    while place < len(sequence) and sequence[place] != "(":
        place += 2 if sequence[place] == "\\" else 1
    return place


def _closing(text: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(text)):
        if text[place] == "\\":
            continue
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"A bracket is not closed: {text[opening:]}")


def _alternatives(pattern: str) -> list[str]:
    parts, depth, begin = [], 0, 0
    for place, letter in enumerate(pattern):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            parts.append(pattern[begin:place])
            begin = place + 1
    return [*parts, pattern[begin:]]
