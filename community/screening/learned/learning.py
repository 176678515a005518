"""Learning from decisions, and finding from where posts are to be held. Pure.

A value that fits one community holds too much in another. So it is found by trying: learn from four
fifths of the decisions, look at the wanted texts of the last fifth, and hold from where hardly any of
those would wait (cross-validation; Manning, Raghavan and Schütze, 2008, chapter 13).
"""

import math
from collections.abc import Collection, Iterable
from dataclasses import replace

from community.screening.learned.first_lessons import first_lessons
from community.screening.learned.model import Lesson, Model, counted, read
from community.screening.learned.scoring import value_of

PARTS = 5
FALSE_ALARMS = 0.01  # of wanted texts; new ones are a little stranger than those tried on
# Below the first, posts that nothing is known about would be held; above the second, none at all.
HELD_FROM_MIN, HELD_FROM_MAX = 0.8, 0.99


def learn(texts: Iterable[tuple[str, bool]], first: Model | None = None) -> Model:
    """Learn from texts, each with whether it was advertising; `first` stands for what is shipped."""
    lessons = read(texts)
    model = counted(lessons)
    return model if model.is_silent else replace(model, held_from=held_from(lessons, first))


def held_from(lessons: Collection[Lesson], first: Model | None = None) -> float:
    """The lowest value at which no more than `FALSE_ALARMS` of the wanted texts would be held."""
    known = first_lessons() if first is None else first
    values: list[float] = []
    for part in range(PARTS):
        rest = [lesson for place, lesson in enumerate(lessons) if place % PARTS != part]
        tried = [lesson for place, lesson in enumerate(lessons) if place % PARTS == part]
        model = counted(rest)
        values += [value_of(model, known, found) for found, is_spam in tried if not is_spam]
    values.sort(reverse=True)
    highest_let_through = values[math.floor(FALSE_ALARMS * len(values))]
    return round(min(max(highest_let_through + 0.001, HELD_FROM_MIN), HELD_FROM_MAX), 3)
