"""What decisions teach, on texts that were not among them. With `-s` figures are printed.

Texts from templates resemble each other more than advertisers do, and texts of one writer more than
those of two. So two hands wrote texts one by one: what is shipped is learned from one of them, the
decisions are about a part of what the other wrote, and the rest of that is what is looked at.
"""

import random
from collections.abc import Callable
from statistics import mean

import pytest

from community.management.commands.learn_first_lessons import PHRASES
from community.screening.folded import Folded
from community.screening.learned.first_lessons import first_lessons, learn_first
from community.screening.learned.learning import learn
from community.screening.learned.model import Model
from community.screening.learned.scoring import score
from tests.screened_phrases import share_seen
from tests.spam_texts import (
    by_hand,
    first_of,
    lessons,
    spam_texts,
    templates,
    wanted_lessons,
    wanted_texts,
    written,
)

DRAWS = 4  # how a set is divided is chance; the figures are means
FALSE_ALARMS_MAX = 0.03
FAMILIES = sorted(templates())
POSTS = written("advertising_tuned") + written("advertising_held_out")


def is_held(model: Model, first: Model) -> Callable[[str], bool]:
    return lambda text: score(model, Folded.of(text), first=first).value >= model.held_from


def shares(
    name: str, hand: str, number: int, share: float, mistakes: float = 0
) -> tuple[float, float]:
    """The mean shares of new advertising and of new honest posts that are held.

    A half of what the hand wrote is left for looking at, or more.
    """
    first = first_of("first" if hand == "second" else "second")
    seen, false_alarms = [], []
    for draw in range(DRAWS):
        chance = random.Random(draw)
        spam, wanted = by_hand(hand, chance)
        told = min(round(number * share), len(spam) // 2)
        honest = wanted[: len(wanted) // 2] + wanted_lessons(number, chance)
        texts = [(text, True) for text in spam[:told]]
        texts += [(text, False) for text in honest[: number - told]]
        model = learn(((text, kind ^ (chance.random() < mistakes)) for text, kind in texts), first)
        held = is_held(model, first)
        seen.append(share_seen(f"{name}, new advertising", spam[told:], held))
        false_alarms.append(share_seen(f"{name}, honest", wanted[len(wanted) // 2 :], held))
    print(f"{name}: {mean(seen):.1%} seen, {mean(false_alarms):.1%} of honest posts held")
    return mean(seen), mean(false_alarms)


@pytest.mark.parametrize("hand", ["first", "second"])
@pytest.mark.parametrize("share", [0.05, 0.1])
def test_after_a_thousand_decisions_new_advertising_is_seen(share: float, hand: str) -> None:
    seen, false_alarms = shares(f"1,000 decisions, {share:.0%}, {hand} hand", hand, 1_000, share)
    assert seen >= 0.8 and false_alarms <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("hand", ["first", "second"])
def test_fewer_decisions_see_less_and_hold_hardly_more(hand: str) -> None:
    seen, false_alarms = shares(f"300 decisions, 20 %, {hand} hand", hand, 300, 0.2)
    assert seen >= 0.65 and false_alarms <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("hand", ["first", "second"])
def test_a_few_wrong_decisions_do_not_spoil_it(hand: str) -> None:
    seen, false_alarms = shares(f"3 % wrong, {hand} hand", hand, 1_000, 0.1, mistakes=0.03)
    assert seen >= 0.65 and false_alarms <= FALSE_ALARMS_MAX


def test_a_hundred_decisions_are_too_few_to_say_anything() -> None:
    chance = random.Random(1)
    assert learn(lessons(FAMILIES, 100, 0.3, chance, POSTS), first_of("second")).is_silent


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5])
def test_advertising_from_templates_teaches_to_see_other_writers(share: float) -> None:
    chance, first = random.Random(1), first_of("second")
    held = is_held(learn(lessons(FAMILIES, 1_000, share, chance), first), first)
    name = f"templates alone, {share:.0%} advertising"
    same = spam_texts(FAMILIES, 300, chance)
    assert share_seen(f"{name}, same templates", same, held) >= 0.95
    assert share_seen(f"{name}, written one by one", POSTS, held) >= 0.7
    honest = wanted_texts("held_out", 300, chance)
    assert share_seen(f"{name}, honest", honest, held) <= FALSE_ALARMS_MAX


def test_what_is_shipped_was_learned_from_these_texts() -> None:
    changed = "The texts were changed: run manage.py learn_first_lessons, and measure again."
    assert first_lessons() == learn_first(PHRASES), changed
