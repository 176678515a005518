"""The signs in plain words, for the editor who decides. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.stories.comparing.naming import Name
from articles.stories.comparing.numbers import Number
from articles.stories.comparing.quotations import Quotation
from common.text import excerpt

QUOTATION_LENGTH = 140  # characters: two lines at the desk
QUOTATIONS_SHOWN = 3
NAMES_SHOWN = 5
NUMBERS_SHOWN = 5
SHARE_SHOWN = 0.05  # less is the usual sentence about what the illness is
WEIGHT_SHOWN = 0.2  # a number that says less would only puzzle


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common, and how many took part where they say different numbers."""

    dois: list[str]
    runs: frozenset[int]
    share: float
    quotations: list[Quotation]
    names: dict[str, Name]
    numbers: dict[str, Number]
    overlap: float
    others: tuple[str, str] | None
    first_at: datetime | None
    second_at: datetime | None


def in_words(shared: Shared) -> list[str]:
    """One line for each kind of sign, the strongest kinds first."""
    lines = [f"Both give the DOI {doi}" for doi in shared.dois]
    if shared.share >= SHARE_SHOWN:
        lines.append(f"{shared.share:.0%} of the shorter text stands in both, word for word")
    quoted = sorted(shared.quotations, key=lambda each: -len(each.words))[:QUOTATIONS_SHOWN]
    lines += [f"Both quote “{excerpt(each.text, QUOTATION_LENGTH)}”" for each in quoted]
    if named := weightiest(shared.names.values(), NAMES_SHOWN):
        lines.append(f"Both name {listed(named)}")
    if said := weightiest(shared.numbers.values(), NUMBERS_SHOWN):
        lines.append(f"Both say {listed(said)}")
    if shared.others:
        lines.append("But one says {} and the other {}".format(*shared.others))
    return [*lines, *days_apart(shared.first_at, shared.second_at)]


def weightiest(found: Iterable[Name | Number], shown: int) -> list[str]:
    """The words of those that say most, the first ones of several alike."""
    telling = [each for each in found if each.weight >= WEIGHT_SHOWN]
    return [each.text for each in sorted(telling, key=lambda each: -each.weight)[:shown]]


def listed(words: Sequence[str]) -> str:
    """
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def days_apart(first_at: datetime | None, second_at: datetime | None) -> list[str]:
    """How long lay between the two, if that is known."""
    if first_at is None or second_at is None:
        return []
    days = abs((first_at.date() - second_at.date()).days)
    words = {0: "on the same day", 1: "one day apart"}.get(days, f"{days} days apart")
    return [f"Both were published {words}" if days == 0 else f"They were published {words}"]
