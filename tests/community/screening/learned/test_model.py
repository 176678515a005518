"""What is counted, kept and stored."""

import json

import pytest

from community.screening.folded import Folded
from community.screening.learned import model as models
from community.screening.learned.features import LETTERS_MAX, features
from community.screening.learned.model import (
    LENGTH_READ,
    OF_EACH_KIND_MIN,
    SEEN_MIN,
    TEXTS_MIN,
    Model,
    from_json,
    learn,
)
from community.screening.learned.scoring import SIGNS_MAX, chi_squared, joined, score
from community.screening.records import Context, Submission
from community.screening.rules import spam_score
from community.screening.rules.spam_score import SIGNS_SHOWN


def names(text: str) -> set[str]:
    return set(features(Folded.of(text)))


def taught(spam: str, wanted: str, times: int = 60) -> Model:
    return learn([(spam, True)] * times + [(wanted, False)] * times)


def test_words_pairs_and_traits_are_counted() -> None:
    found = names("Buy 20 pills at https://x.example for $5!!")
    assert {"buy", "buy <number>", "pills", "<link>", "<price>", "<!>"} <= found


def test_disguised_words_teach_what_they_hide() -> None:
    assert "viagra" in names("v1agra") and "viagra" in names("vi\u200bagra")
    assert "pills" in names("pіlls")  # a Cyrillic i


def test_a_very_long_word_is_cut() -> None:
    assert "x" * LETTERS_MAX in names("x" * 500)


def test_places_lead_back_to_what_was_written() -> None:
    text = "Hello. V1AGRA here"
    (span,) = features(Folded.of(text))["viagra"]
    assert text[slice(*span)] == "V1AGRA"


def test_a_word_of_one_text_alone_is_not_kept() -> None:
    model = learn([("cheap pills", True)] * SEEN_MIN + [("my own secret", False)])
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


def test_it_is_silent_until_there_is_enough_of_both() -> None:
    few = TEXTS_MIN - OF_EACH_KIND_MIN
    texts = [("buy pills", True)] * OF_EACH_KIND_MIN
    assert learn([*texts[1:], *[("I slept", False)] * (few + 1)]).is_silent
    assert learn([*texts, *[("I slept", False)] * (few - 1)]).is_silent
    assert not learn([*texts, *[("I slept", False)] * few]).is_silent
    assert Model().is_silent


def test_a_text_of_unknown_words_is_undecided() -> None:
    model = taught("buy pills", "I slept badly")
    assert score(model, Folded.of("zebra crossing")).value == 0.5
    assert joined([]) == 0.5


def test_both_kinds_of_words_together_are_undecided() -> None:
    model = taught("buy pills", "slept badly")
    assert 0.3 < score(model, Folded.of("buy pills slept badly")).value < 0.7


def test_a_long_story_is_judged_by_its_most_telling_words() -> None:
    many = " ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(SIGNS_MAX + 20))
    assert len(score(taught(many, "tea"), Folded.of(many)).signs) == SIGNS_MAX


def test_chi_squared_is_that_of_the_tables() -> None:
    for value, freedom, chance in ((5.991, 2, 0.05), (18.307, 10, 0.05), (37.566, 20, 0.01)):
        assert chi_squared(value, freedom) == pytest.approx(chance, abs=2e-4)


def test_the_reason_shows_the_words_that_weighed_most_and_from_how_many_it_learned() -> None:
    advert = "Buy cheap pills online now, great offer, free shipping, order today"
    model = taught(advert, "I slept badly and my hands hurt")
    (reason,) = spam_score.check(Submission(advert), Context(spam_model=model))
    assert "learned from 120 decisions" in reason.detail
    assert 0 < len(reason.words) <= SIGNS_SHOWN
    assert all(word in advert for word in reason.words)


def test_without_a_model_or_with_a_silent_one_nothing_is_held() -> None:
    advert = "Buy cheap pills"
    assert spam_score.check(Submission(advert), Context()) == ()
    silent = learn([(advert, True)] * 5)
    assert spam_score.check(Submission(advert), Context(spam_model=silent)) == ()


def test_the_stored_form_is_small() -> None:
    model = taught("buy pills", "I slept badly")
    assert len(model.as_json()) < 400 and set(json.loads(model.as_json())) == {
        "spam", "wanted", "counts",
    }  # fmt: skip
