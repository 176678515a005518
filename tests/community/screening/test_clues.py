"""Kinds of words that count together."""

import pytest

from community.screening.clues import Clues
from community.screening.folded import Folded
from community.screening.records import Submission

STEPS = ("treatment_advice", "cure_claims", "selling", "recruiting")
FILE = """
# What is for sale.
goods: cbd oil, don't ask pills,
    # sachets
price: # euros, #mg
story: i bought

counts: goods + price - story, asked
"""


@pytest.fixture
def clues(tmp_path):
    (tmp_path / "own.clues").write_text(FILE, encoding="utf-8")
    return Clues("own", tmp_path)


def seen(clues, text):
    submission = Submission(text)
    places = clues.find(submission.plain_sentences, Folded.of(text))
    return [text[start:end] for start, end in places]


def test_kinds_count_together_in_either_order(clues):
    assert seen(clues, "Best CBD  oil, 12 euros.") == ["CBD  oil, 12 euros"]
    assert seen(clues, "12 euros for the CBD oil!") == ["12 euros for the CBD oil"]


def test_one_kind_alone_says_nothing(clues):
    assert seen(clues, "CBD oil is green. The oil.") == []


def test_neighbouring_sentences_are_read_together_and_others_are_not(clues):
    assert seen(clues, "I have CBD oil. It is 12 euros.") == ["CBD oil. It is 12 euros"]
    assert seen(clues, "I have CBD oil. Good day. It is 12 euros.") == []


def test_sentences_that_are_long_stand_for_themselves(clues):
    assert seen(clues, f"I have CBD oil {'and so on ' * 14}. It is 12 euros.") == []


def test_a_story_and_a_question_do_not_count(clues):
    assert seen(clues, "I bought CBD oil for 12 euros.") == []
    assert seen(clues, "CBD oil, 12 euros?") == []


def test_a_question_does_not_excuse_the_answer_after_it(clues):
    assert seen(clues, "Need CBD oil? 12 euros.") == ["CBD oil? 12 euros"]


def test_quotations_do_not_count(clues):
    assert seen(clues, 'He wrote "CBD oil, 12 euros" again.') == []
    assert seen(clues, "> CBD oil, 12 euros\nNo thank you") == []


def test_a_list_is_read_as_a_post_is(clues):
    assert seen(clues, "dont ask lyrica 75mg") == ["dont ask lyrica 75mg"]
    assert seen(clues, "20 sachets, 30 euros") == ["20 sachets, 30 euros"]


def test_a_kind_that_is_not_there_is_named(tmp_path):
    (tmp_path / "own.clues").write_text("a: b\ncounts: a + c - d\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not there: c, d"):
        Clues("own", tmp_path)


@pytest.mark.parametrize("step", STEPS)
def test_every_phrase_of_every_list_is_found_where_it_stands(step):
    clues = Clues(step)
    for phrase in clues.phrases:
        kinds = clues.kinds_in(("so", *phrase.words, "so"))
        assert phrase.kind in kinds, phrase


@pytest.mark.parametrize("step", STEPS)
def test_every_kind_is_used(step):
    clues = Clues(step)
    used = {kind for each in clues.together for kind in each.needed | each.without}
    assert {phrase.kind for phrase in clues.phrases} <= used
