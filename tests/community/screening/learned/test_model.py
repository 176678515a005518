"""What is counted, kept and stored."""

import json

import pytest

from community.screening.folded import Folded
from community.screening.learned import learning, scoring
from community.screening.learned import model as models
from community.screening.learned.learning import HELD_FROM_MIN, learn
from community.screening.learned.model import (
    FEATURES_MAX,
    LENGTH_READ,
    SEEN_MIN,
    SPAM_MIN,
    WANTED_MIN,
    Model,
    from_json,
    pruned,
)
from community.screening.learned.scoring import WEIGHT_MAX, joined, score, weight
from community.screening.records import Context, Submission
from community.screening.rules import spam_score
from community.screening.rules.spam_score import SIGNS_SHOWN

NOTHING = Model()


@pytest.fixture(autouse=True)
def nothing_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted here are the texts of the tests alone."""
    for module in (learning, scoring):
        monkeypatch.setattr(module, "first_lessons", lambda: NOTHING)


def taught(spam: str, wanted: str, times: int = WANTED_MIN) -> Model:
    return learn([(spam, True)] * times + [(wanted, False)] * times)


def test_a_word_of_one_text_or_two_is_not_kept() -> None:
    secret = [("my own secret", False)] * (SEEN_MIN - 1)
    model = learn([("cheap pills", True)] * SEEN_MIN + secret)
    assert "cheap" in model.counts and "secret" not in model.counts


def test_of_too_many_words_the_most_telling_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "FEATURES_MAX", 2)
    model = learn([("pills rare", True)] * 5 + [("rare tea", False)] * 4)
    assert len(model.counts) == 2 and "rare" not in model.counts


def test_only_the_beginning_of_a_very_long_text_teaches() -> None:
    text = "word " * (LENGTH_READ // 5) + "late"
    assert "late" not in learn([(text, True)] * 3).counts


def test_a_stored_model_is_the_same_again() -> None:
    model = taught("buy pills", "I slept badly")
    assert from_json(model.as_json()) == model


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"spam":1}'])
def test_what_is_no_model_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)


@pytest.mark.parametrize("spam", [SPAM_MIN - 1, SPAM_MIN])
@pytest.mark.parametrize("wanted", [WANTED_MIN - 1, WANTED_MIN])
def test_it_is_silent_until_there_is_enough_of_both(spam: int, wanted: int) -> None:
    model = learn([("buy pills", True)] * spam + [("I slept", False)] * wanted)
    assert model.is_silent == (spam < SPAM_MIN or wanted < WANTED_MIN)


def test_a_text_of_unknown_words_is_undecided() -> None:
    model = taught("buy pills", "I slept badly")
    assert score(model, Folded.of("zebra crossing")).value == 0.5
    assert joined([]) == 0.5


def test_both_kinds_of_words_together_are_undecided() -> None:
    model = taught("zebra crossing", "slept badly")
    assert 0.3 < score(model, Folded.of("zebra crossing slept badly")).value < 0.7


def test_a_word_that_is_as_common_in_both_kinds_says_nothing() -> None:
    model = Model(spam_texts=20, wanted_texts=400, counts={"tea": (2, 40), "pill": (20, 1)})
    assert weight(model, NOTHING, "tea") == pytest.approx(0) and weight(model, NOTHING, "pill") > 1


def test_a_rare_honest_word_is_no_sign_of_advertising() -> None:
    model = Model(spam_texts=20, wanted_texts=980, counts={"zebra": (0, 3)})
    assert weight(model, NOTHING, "zebra") < 0


def test_no_word_alone_is_a_certainty() -> None:
    model = Model(spam_texts=5_000, wanted_texts=5_000, counts={"pill": (5_000, 0)})
    assert weight(model, NOTHING, "pill") == WEIGHT_MAX


def test_the_reason_shows_the_words_that_weighed_most_and_from_how_many_it_learned() -> None:
    advert = "Buy cheap pills online now, great offer, free shipping, order today"
    model = taught(advert, "I slept badly and my hands hurt")
    (reason,) = spam_score.check(Submission(advert), Context(spam_model=model))
    assert "learned from 400 decisions" in reason.detail
    assert 0 < len(reason.words) <= SIGNS_SHOWN
    assert all(word in advert for word in reason.words)


def test_what_is_marked_is_what_was_written() -> None:
    model = taught("buy viagra half price", "I slept badly")
    signs = score(model, Folded.of("Hello. BUY V1ÁGRA, ha\u200blf price"), shown=20).signs
    assert {"V1ÁGRA", "ha\u200blf price"} <= {
        "Hello. BUY V1ÁGRA, ha\u200blf price"[slice(*sign.span)] for sign in signs
    }


def test_without_a_model_or_with_a_silent_one_nothing_is_held() -> None:
    advert = "Buy cheap pills"
    assert spam_score.check(Submission(advert), Context()) == ()
    silent = learn([(advert, True)] * 5)
    assert spam_score.check(Submission(advert), Context(spam_model=silent)) == ()


def test_the_stored_form_is_small() -> None:
    model = taught("buy pills", "I slept badly")
    assert len(model.as_json()) < 400 and set(json.loads(model.as_json())) == {
        "spam", "wanted", "held_from", "counts",
    }  # fmt: skip


def test_the_largest_model_is_stored_in_less_than_300_kilobytes() -> None:
    counts = {f"word{n:05} other": (120, 30) for n in range(FEATURES_MAX + 5_000)}
    model = pruned(Model(2_500, 2_500, counts))
    assert len(model.counts) == FEATURES_MAX and len(model.as_json().encode()) < 300_000


def test_of_too_many_words_those_stay_whose_shares_differ_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where advertising is rare: 9 of 10 say more than 60 of 600."""
    monkeypatch.setattr(models, "FEATURES_MAX", 1)
    model = Model(10, 600, {"pill": (9, 6), "tea": (0, 60)})
    assert list(pruned(model).counts) == ["pill"]


def test_what_is_shipped_counts_beside_what_was_decided() -> None:
    own = Model(spam_texts=100, wanted_texts=900, counts={"pill": (10, 10)})
    shipped = Model(spam_texts=100, wanted_texts=100, counts={"pill": (60, 0), "casino": (40, 0)})
    assert weight(own, shipped, "pill") > weight(own, NOTHING, "pill")
    casino = score(own, Folded.of("casino"), first=shipped)
    assert casino.value > 0.5 == score(own, Folded.of("casino"), first=NOTHING).value


def test_it_is_held_from_where_hardly_any_wanted_text_would_wait() -> None:
    """Honest talk of shops is like advertising here, so more is needed to be held."""
    spam = [(f"buy pills in my shop {n}", True) for n in range(50)]
    apart = [(f"slept badly again {n}", False) for n in range(300)]
    shops = [(f"buy pills in my shop, I said {n}", False) for n in range(20)]
    easy, hard = learn(spam + apart), learn(spam + shops + apart)
    assert easy.held_from == HELD_FROM_MIN < hard.held_from
