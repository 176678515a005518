"""What decisions teach, on texts that were not among them. With `-s` figures are printed.

Texts from templates resemble each other more than advertisers do. So most is measured on texts
that were written one by one, of which the held out half is for measuring only.
"""

import random
from collections.abc import Callable

import pytest

from community.screening.folded import Folded
from community.screening.learned.model import Model, learn
from community.screening.learned.scoring import score
from community.screening.rules.spam_score import HELD_FROM
from tests.screened_phrases import phrases, share_seen
from tests.spam_texts import lessons, spam_texts, templates, wanted_texts, written

DECISIONS = 1_000
FALSE_ALARMS_MAX = 0.03
HARD_FALSE_ALARMS_MAX = 0.1  # of honest posts about prices, shops, links, cures and studies alone
FAMILIES = sorted(templates())
POSTS = written("advertising_tuned")
HELD_OUT = written("advertising_held_out")
KINDS = sorted({line.partition(" | ")[0] for line in phrases("spam/advertising_tuned")})
HARD = written("wanted_held_out") + phrases("spam/hard_wanted")


def is_held(model: Model) -> Callable[[str], bool]:
    return lambda text: score(model, Folded.of(text)).value >= HELD_FROM


def community(chance: random.Random) -> list[str]:
    """Honest posts that nothing was learned from: one of eight is a hard one."""
    return HARD + wanted_texts("held_out", 7 * len(HARD), chance)


def check_false_alarms(name: str, model: Model, chance: random.Random) -> None:
    assert share_seen(f"{name}, honest", community(chance), is_held(model)) <= FALSE_ALARMS_MAX
    assert share_seen(f"{name}, hard ones", HARD, is_held(model)) <= HARD_FALSE_ALARMS_MAX


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("share", "recall"), [(0.05, 0.65), (0.2, 0.75), (0.5, 0.75)])
def test_after_a_thousand_decisions_new_advertising_is_seen(
    share: float, recall: float, seed: int
) -> None:
    chance = random.Random(seed)
    model = learn(lessons(FAMILIES, DECISIONS, share, chance, POSTS))
    name = f"1,000 decisions, {share:.0%} advertising"
    assert share_seen(f"{name}, written anew", HELD_OUT, is_held(model)) >= recall
    check_false_alarms(name, model, chance)


@pytest.mark.parametrize("share", [0.1, 0.3])
def test_fewer_decisions_see_less_and_hold_hardly_more(share: float) -> None:
    chance = random.Random(1)
    model = learn(lessons(FAMILIES, 300, share, chance, POSTS))
    name = f"300 decisions, {share:.0%} advertising"
    assert not model.is_silent
    assert share_seen(f"{name}, written anew", HELD_OUT, is_held(model)) >= 0.6
    check_false_alarms(name, model, chance)


def test_a_hundred_decisions_are_too_few_to_say_anything() -> None:
    chance = random.Random(1)
    assert learn(lessons(FAMILIES, 100, 0.3, chance, POSTS)).is_silent


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5])
def test_advertising_from_templates_teaches_to_see_other_writers(share: float) -> None:
    chance = random.Random(1)
    model = learn(lessons(FAMILIES, DECISIONS, share, chance))
    name = f"templates alone, {share:.0%} advertising"
    same = spam_texts(FAMILIES, 300, chance)
    assert share_seen(f"{name}, same templates", same, is_held(model)) >= 0.95
    assert share_seen(f"{name}, written anew", HELD_OUT + POSTS, is_held(model)) >= 0.6
    check_false_alarms(name, model, chance)


@pytest.mark.parametrize("seed", range(5))
def test_most_is_seen_of_kinds_that_nobody_rejected_yet(seed: int) -> None:
    chance = random.Random(seed)
    kinds, families = chance.sample(KINDS, len(KINDS)), chance.sample(FAMILIES, len(FAMILIES))
    posts = written("advertising_tuned", kinds[:10])
    model = learn(lessons(families[:8], DECISIONS, 0.3, chance, posts))
    filled, anew = (
        spam_texts(families[8:], 300, chance),
        written("advertising_held_out", kinds[10:]),
    )
    names = ", ".join(families[8:])
    assert share_seen(f"unseen templates {names}", filled, is_held(model)) >= 0.85
    names = ", ".join(kinds[10:])
    assert share_seen(f"unseen kinds {names}", anew, is_held(model)) >= 0.45
    check_false_alarms("unseen kinds", model, chance)


@pytest.mark.parametrize("seed", range(3))
def test_a_few_wrong_decisions_do_not_spoil_it(seed: int) -> None:
    chance = random.Random(seed)
    texts = lessons(FAMILIES, DECISIONS, 0.2, chance, POSTS)
    model = learn((text, is_spam ^ (chance.random() < 0.03)) for text, is_spam in texts)
    seen = share_seen("3 % wrong decisions, written anew", HELD_OUT, is_held(model))
    assert seen >= 0.75
    check_false_alarms("3 % wrong decisions", model, chance)
