"""What advertising looks like before moderators of this community have rejected much of it. Pure.

Learned from own-written texts of this project, which no one here posted, and shipped as counts. It
never speaks alone: below a number of decisions the score is silent. Then it is counted like so many
more decisions, and weighs less with each one that is taken.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from community.screening.learned.model import Model, counted, from_json, read

FILE = Path(__file__).with_name("first_lessons.json")
# The words of these texts are nobody's secret, so those of a single one count as well.
SEEN_MIN = 1

# Of each hand that wrote such texts: the files of advertising, and of what is wanted.
FILES = {
    "first": (
        ("spam/advertising_tuned", "spam/advertising_held_out"),
        ("spam/wanted_tuned", "spam/wanted_held_out", "spam/hard_wanted")
        + ("ordinary_tuned", "ordinary_held_out"),
    ),
    "second": (("advertising/second_advertising",), ("advertising/second_wanted",)),
}


@cache
def first_lessons() -> Model:
    """What is shipped."""
    return from_json(FILE.read_text(encoding="utf-8"))


def learn_first(folder: Path, hands: Iterable[str] = tuple(FILES)) -> Model:
    """Learn from the texts of these hands, in files of a folder."""
    return counted(read(text for hand in hands for text in texts_of(folder, hand)), SEEN_MIN)


def texts_of(folder: Path, hand: str) -> Iterator[tuple[str, bool]]:
    """Each text of a hand, with whether it is advertising. A kind before a bar is left out."""
    advertising, wanted = FILES[hand]
    for names, is_spam in ((advertising, True), (wanted, False)):
        for name in names:
            for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
                yield line.rpartition(" | ")[2], is_spam
