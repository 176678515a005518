"""Whether two articles are about the same study, and what shows it. Pure.

Each kind of trait gives points, up to a most of its own: names alone never reach the threshold,
because one institute publishes many studies. The points are set on own-written pairs; what that
gave is in docs/stories.md.
"""

from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from articles.stories.comparing import naming, numbers, passages, quotations
from articles.stories.comparing.spread import Spread
from articles.stories.comparing.traits import Traits
from articles.stories.comparing.wording import Shared, in_words

# News of one study come within weeks; a print issue or a second wave of reports may take months.
WINDOW = timedelta(days=120)
# Texts that share this much are the same report, whenever they were printed.
SHARE_OF_THE_SAME = 0.25

POINTS_OF_DOI = 5.0
POINTS_OF_PASSAGES, POINTS_FOR_ALL = 5.0, 20.0  # a quarter of the text in common gives the most
RUNS_IN_COMMON = 8  # fewer are a definition that everybody copies
POINTS_OF_QUOTATIONS, POINTS_OF_A_WORD = 5.0, 0.35
POINTS_OF_NAMES = 2.5
POINTS_OF_NUMBERS = 4.0
OTHER_PEOPLE = -1.5  # both count who took part, and no count is the same
ENOUGH = 2.75  # points at which it is as likely as not
PROPOSED = 0.5  # the score of so many points


def compare(first: Traits, second: Traits, spread: Spread) -> tuple[float, list[str]]:
    """How likely both are about the same study, from 0 to 1, and the signs in plain words."""
    shared = find_shared(first, second)
    if not (are_near_in_time(first, second) or shared.dois or shared.share >= SHARE_OF_THE_SAME):
        return 0.0, []
    points = max(0.0, count_points(shared, spread))
    return 1 - 2 ** (-points / ENOUGH), in_words(shared)


def are_near_in_time(first: Traits, second: Traits) -> bool:
    """Whether both may be news of the same day or season; an unknown date may be any."""
    if first.dated_at is None or second.dated_at is None:
        return True
    return abs(first.dated_at - second.dated_at) <= WINDOW


def find_shared(first: Traits, second: Traits) -> Shared:
    """What both have."""
    return Shared(
        dois=sorted(first.dois & second.dois),
        runs=first.passages & second.passages,
        share=passages.share(first.passages, second.passages),
        quotations=quotations.shared(first.quotations, second.quotations),
        names=naming.shared(first.names, second.names),
        numbers=numbers.shared(first.numbers, second.numbers),
        overlap=numbers.overlap(first.numbers, second.numbers),
        others=other_people(first, second),
        first_at=first.dated_at,
        second_at=second.dated_at,
    )


def other_people(first: Traits, second: Traits) -> tuple[str, str] | None:
    """How many took part according to each, where no count is the same."""
    one, two = people_in(first), people_in(second)
    if not one or not two:
        return None
    if one.keys() & second.numbers.keys() or two.keys() & first.numbers.keys():
        return None
    if with_sums(one) & with_sums(two):
        return None
    return largest(one), largest(two)


def people_in(traits: Traits) -> dict[str, numbers.Number]:
    """The numbers of people in a text."""
    return {key: each for key, each in traits.numbers.items() if each.counts_people}


def with_sums(counts: Iterable[str]) -> set[float]:
    """The counts, and the sum of any two: "213 with and 198 without" are 411."""
    values = {float(count) for count in counts}
    return values | {one + other for one, other in combinations(values, 2)}


def largest(counts: dict[str, numbers.Number]) -> str:
    """The words of the count that says most."""
    return max(counts.values(), key=lambda each: each.weight).text


def count_points(shared: Shared, spread: Spread) -> float:
    """The points for everything both have."""
    named = sum(name.weight * spread.rarity("name", key) for key, name in shared.names.items())
    numbered = sum(
        number.weight * spread.rarity("number", key) for key, number in shared.numbers.items()
    )
    quoted = sum(POINTS_OF_A_WORD * len(each.words) for each in shared.quotations)
    return (
        points_of_dois(shared, spread)
        + points_of_passages(shared, spread)
        + min(POINTS_OF_QUOTATIONS, quoted)
        + min(POINTS_OF_NAMES, named)
        + min(POINTS_OF_NUMBERS, numbered * (1 + shared.overlap))
        + (OTHER_PEOPLE if shared.others else 0.0)
    )


def points_of_dois(shared: Shared, spread: Spread) -> float:
    """A number that many articles give belongs to a study they all cite."""
    return max((POINTS_OF_DOI * spread.rarity("doi", doi) for doi in shared.dois), default=0.0)


def points_of_passages(shared: Shared, spread: Spread) -> float:
    """Passages that few others have."""
    if len(shared.runs) < RUNS_IN_COMMON:
        return 0.0
    points = POINTS_FOR_ALL * shared.share * spread.rarity_of_passages(shared.runs)
    return min(POINTS_OF_PASSAGES, points)
