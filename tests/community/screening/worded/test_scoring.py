"""A score is a weighted sum over sentences that stand together, and says which words made it."""

from itertools import chain

import pytest

from community.screening.folded import Folded
from community.screening.records import Submission
from community.screening.worded.concepts import Concepts
from community.screening.worded.features import features
from community.screening.worded.lessons import SUBJECTS
from community.screening.worded.scoring import ALONE_LESS, LONG_LESS, Learned, learned
from community.screening.worded.weights import Weights
from tests.screened_phrases import phrases

CONCEPTS = Concepts("crisis")
CALM = "We had tea in the garden and talked about the weather."


def best(text: str, score: Learned) -> float:
    return score.most_alarming(Submission(text).sentences).score


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_quick_sum_is_the_sum_of_the_features(subject: str) -> None:
    score = learned(subject)
    texts = [*phrases("ordinary_tuned")[:40], *phrases("high_risk_tuned")[:40]]
    for sentence in chain.from_iterable(Submission(text).sentences for text in texts):
        names = [name for name, _, _ in features(sentence.words, score.concepts)]
        total = sum(score.weights.of.get(name, 0.0) for name in names)
        assert score._sum(sentence.words) == (pytest.approx(total), len(names))


def test_one_alarming_sentence_counts_the_same_wherever_it_stands_in_a_long_post() -> None:
    alarm = "I have swallowed all of my tablets."
    score = learned("crisis")
    short = best(f"{CALM} {alarm} {CALM}", score)
    for before, after in ((3, 3), (0, 8), (40, 1)):
        long = f"{CALM} " * before + alarm + f" {CALM}" * after
        assert short - LONG_LESS <= best(long, score) + 1e-9 <= short + ALONE_LESS


def test_many_harmless_sentences_do_not_add_up() -> None:
    score = learned("crisis")
    assert best(f"{CALM} " * 60, score) == pytest.approx(best(f"{CALM} " * 3, score) - LONG_LESS)


def test_the_words_that_weighed_most_are_marked_where_they_stand() -> None:
    score = Learned(CONCEPTS, Weights(of={"tablet": 5.0, "garden": -3.0, "<me>": 0.5}))
    text = "In the g\u00e1rden I counted the Tablets."
    folded = Folded.of(text)
    place = score.most_alarming(Submission(text).sentences)
    assert [text[start:end] for start, end in score.heaviest_words(place, folded)] == ["Tablets"]


def test_where_nothing_speaks_for_danger_nothing_is_marked() -> None:
    score = Learned(CONCEPTS, Weights(of={"garden": -3.0}))
    place = score.most_alarming(Submission(CALM).sentences)
    assert not list(score.heaviest_words(place, Folded.of(CALM)))


@pytest.mark.parametrize("text", ["", "...", "\u200b"])
def test_a_text_without_words_has_a_score_as_well(text: str) -> None:
    assert best(text, Learned(CONCEPTS, Weights(always=-1.0))) == -1.0
