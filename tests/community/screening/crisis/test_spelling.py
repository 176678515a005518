"""Words as people in distress type them."""

import pytest

from community.screening.crisis.spelling import read_word


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("dont", "do not"),
        ("don't", "do not"),
        ("don\N{RIGHT SINGLE QUOTATION MARK}t", "do not"),
        ("wanna", "want to"),
        ("im", "i am"),
        ("everyone's", "everyone is"),
        ("sucidal", "suicidal"),
        ("suicidla", "suicidal"),
        ("suiicde", "suicide"),
        ("myslef", "myself"),
        ("toniht", "tonight"),
        ("d1e", "die"),
        ("k!ll", "kill"),
        ("su*cide", "suicide"),
        ("k**l", "kill"),
        ("diiiie", "die"),
        ("kms", "kill myself"),
    ],
)
def test_a_misspelt_or_masked_word_is_read(typed, read):
    assert " ".join(read_word(typed)) == read


@pytest.mark.parametrize(
    "word", ["subside", "himself", "sending", "bending", "tablet", "2024", "olive", "within", "dye"]
)
def test_another_word_stays_itself(word):
    assert read_word(word) == (word,)
