"""The notation of the wordings, and that no wording is left out of the search."""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from community.screening.crisis import wording
from community.screening.crisis.telling import telling_words
from community.screening.crisis.wording import expanded, load
from community.screening.rules.crisis import FILES, WORDINGS

NO_LOOK_AROUND = re.compile(r"\(\?<?[!=][^()]*\)")


def loaded(tmp_path, monkeypatch, text):
    monkeypatch.setattr(wording, "FOLDER", tmp_path)
    (tmp_path / "own.txt").write_text(text, encoding="utf-8")
    return load("own")


def test_a_file_of_wordings_is_read(tmp_path, monkeypatch):
    (one, two) = loaded(
        tmp_path,
        monkeypatch,
        """
# About nothing.
things = cake|
    tea

wording (own):
  + want <2> {things}
  - of course|
    please

wording (negation inside):
  + not hungry
""",
    )
    assert one.own
    assert one.negatable
    assert one.seen.search("i want a nice tea")
    assert not one.seen.search("i want teacups")
    assert one.harmless.search("tea please")
    assert not two.negatable
    assert two.harmless is None


def test_words_between_do_not_turn_the_meaning_round():
    pattern = re.compile(expanded("i <3> jump", {}))
    assert pattern.search("i want to jump")
    assert not pattern.search("i will not jump")


def test_a_line_that_is_not_in_the_notation_is_named(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match="own.txt: this line is not understood: what is this"):
        loaded(tmp_path, monkeypatch, "what is this\n")


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_wordings_whose_groups_are_all_defined(name):
    for each in load(name):
        assert "{" not in re.sub(r"\{\d+,?\d*\}", "", each.pattern + each.unless)


def test_the_rarest_words_that_a_pattern_needs_are_telling():
    assert telling_words(expanded("(i |we )?want to (die|be dead)", {})) == {"die", "dead"}
    assert telling_words(expanded("fantasi[sz]e about {what}", {"what": "(it|pills?)"})) == {
        "about"
    }
    assert telling_words(r"(?:.*)") is None


@pytest.mark.parametrize("place", range(len(WORDINGS)))
def test_no_sentence_that_a_wording_matches_lacks_its_telling_words(place):
    each = WORDINGS[place]
    simple = each.pattern.replace(r"(?:(?!not |never |no longer )\S+ )", "(?:w )")
    simple = simple.replace(r"\S+", "w").replace(r"\w+", "xx").replace(r"\w*", "")

    @settings(
        max_examples=6,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.from_regex(NO_LOOK_AROUND.sub("", simple), fullmatch=True))
    def sentence_has_a_telling_word(sentence):
        assert each.telling is None or not each.telling.isdisjoint(sentence.split())

    sentence_has_a_telling_word()
