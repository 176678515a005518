"""What a thousand decisions teach, on texts that were not among them. With `-s` figures are printed."""

import random

import pytest

from community.screening.folded import Folded
from community.screening.learned.model import Model, learn
from community.screening.learned.scoring import score
from community.screening.rules.spam_score import HELD_FROM
from tests.screened_phrases import phrases, share_seen
from tests.spam_texts import lessons, spam_texts, templates, wanted_texts

DECISIONS = 1_000
RECALL_MIN = 0.9  # of the kinds of advertising that moderators have seen
RECALL_UNSEEN_MIN = 0.4  # of whole families that they have not
FALSE_ALARMS_MAX = 0.01
FAMILIES = sorted(templates())


def is_held(model: Model):
    return lambda text: score(model, Folded.of(text)).value >= HELD_FROM


@pytest.mark.parametrize("share", [0.2, 0.5])
def test_advertising_of_a_known_kind_is_seen_and_honest_posts_are_not(share: float) -> None:
    chance = random.Random(1)
    model = learn(lessons(FAMILIES, DECISIONS, share, chance))
    spam, wanted = spam_texts(FAMILIES, 300, chance), wanted_texts("held_out", 500, chance)
    assert share_seen(f"spam, {share:.0%} of decisions", spam, is_held(model)) >= RECALL_MIN
    assert share_seen("wanted", wanted, is_held(model)) <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("seed", range(4))
def test_something_is_seen_of_kinds_that_nobody_rejected_yet(seed: int) -> None:
    chance = random.Random(seed)
    families = chance.sample(FAMILIES, len(FAMILIES))
    model = learn(lessons(families[:8], DECISIONS, 0.3, chance))
    unseen = spam_texts(families[8:], 300, chance)
    name = f"unseen families {', '.join(families[8:])}"
    assert share_seen(name, unseen, is_held(model)) >= RECALL_UNSEEN_MIN
    wanted = wanted_texts("held_out", 500, chance)
    assert share_seen("wanted", wanted, is_held(model)) <= FALSE_ALARMS_MAX


def test_patients_may_speak_of_money_shops_and_cures() -> None:
    model = learn(lessons(FAMILIES, DECISIONS, 0.3, random.Random(2)))
    assert share_seen("hard wanted", phrases("spam/hard_wanted"), is_held(model)) == 0


def test_a_few_wrong_decisions_do_not_spoil_it() -> None:
    chance = random.Random(3)
    texts = lessons(FAMILIES, DECISIONS, 0.3, chance)
    model = learn((text, is_spam ^ (chance.random() < 0.03)) for text, is_spam in texts)
    assert share_seen("spam", spam_texts(FAMILIES, 300, chance), is_held(model)) >= RECALL_MIN
    wanted = wanted_texts("held_out", 500, chance)
    assert share_seen("wanted", wanted, is_held(model)) <= FALSE_ALARMS_MAX
