"""The same phrases teach the same weights, and what was learned can be written down and read."""

import pytest

from community.screening.worded.concepts import Concepts
from community.screening.worded.features import counted, features
from community.screening.worded.training import Example, features_of, learn
from community.screening.worded.weights import Weights, from_text
from tests.screened_phrases import phrases

CONCEPTS = Concepts("crisis")
EXAMPLES = [
    *(Example(f"I want to die {when}", is_danger=True) for when in ("now", "today", "tonight")),
    *(Example(f"I am dying to know {what}", is_danger=False) for what in ("it", "her", "why")),
]


def test_what_speaks_for_danger_weighs_more_than_what_speaks_against_it() -> None:
    weights = learn(EXAMPLES, CONCEPTS).of
    assert weights["want to"] > 0 > weights["know"]


def test_learning_twice_comes_to_the_same() -> None:
    assert learn(EXAMPLES, CONCEPTS) == learn(EXAMPLES, CONCEPTS)


def test_a_phrase_that_counts_less_teaches_less() -> None:
    half = [Example(each.text, each.is_danger, 1 if each.is_danger else 0.1) for each in EXAMPLES]
    assert learn(half, CONCEPTS).always > learn(EXAMPLES, CONCEPTS).always


def test_what_stood_in_one_phrase_is_not_learned() -> None:
    assert "tonight" in features_of(EXAMPLES[2].text, CONCEPTS)
    assert "tonight" not in learn(EXAMPLES, CONCEPTS).of


def test_kinds_near_each_other_count_in_their_order() -> None:
    names = [name for name, _, _ in features(("i", "want", "to", "die"), CONCEPTS)]
    assert "want to" in names and "<want> <die>" in names and "<die> <want>" not in names


def test_words_are_counted_without_endings_and_all_numbers_as_one() -> None:
    assert counted("tablets") == counted("tablet")
    assert counted("20") == counted("7") == "#"


def test_weights_come_back_as_they_were_written() -> None:
    weights = Weights(-1.25, "abc", {"#": 0.5, "# #": -0.25, "<me> <die>": 1.0, "to": 0.001})
    read = from_text(weights.as_text())
    assert (read.always, read.digest) == (weights.always, weights.digest)
    assert read.of == {"#": 0.5, "# #": -0.25, "<me> <die>": 1.0}


def test_learning_has_settled_so_that_the_order_of_the_phrases_changes_nothing() -> None:
    examples = [Example(text, is_danger=True) for text in phrases("high_risk_tuned")]
    examples += [Example(text, is_danger=False) for text in phrases("harmless_tuned")]
    weights, turned = learn(examples, CONCEPTS), learn(examples[::-1], CONCEPTS)
    assert turned.always == pytest.approx(weights.always, abs=0.01)
    assert turned.of == pytest.approx(weights.of, abs=0.01)
