"""Words that somebody may have meant. Pure."""

from collections.abc import Iterable, Mapping

# Letters of a word from which on one slip, and two, are looked for. Nearly every shorter word is
# one slip away from another.
ONE_SLIP_MIN, TWO_SLIPS_MIN = 4, 7
GUESSES_MAX = 5  # that are tried out; the first that finds something is offered


def guesses(stem: str, known: Mapping[str, int]) -> list[str]:
    """Known words near to one that is not, the likeliest first.

    `known` says how many entries hold each: of two that are as near, the commoner is meant.
    """
    most = slips_allowed(stem)
    near = [
        (slips, -known[word], word)
        for word in candidates(stem, known, most)
        if (slips := distance(stem, word, most)) <= most
    ]
    return [word for _, _, word in sorted(near)[:GUESSES_MAX]]


def slips_allowed(stem: str) -> int:
    """How many slips are looked for in a word of that length."""
    return (len(stem) >= ONE_SLIP_MIN) + (len(stem) >= TWO_SLIPS_MIN)


def candidates(stem: str, known: Iterable[str], most: int) -> Iterable[str]:
    """Those that can be near: about as long, with nearly the same letters."""
    letters = set(stem)
    for word in known:
        is_as_long = abs(len(word) - len(stem)) <= most
        if is_as_long and word != stem and len(letters.symmetric_difference(word)) <= 2 * most:
            yield word


def distance(one: str, other: str, most: int) -> int:
    """Letters left out, added, changed, or swapped with their neighbour; `most` + 1 for more.

    The optimal string alignment distance (Damerau 1964, "A technique for computer detection and
    correction of spelling errors").
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
