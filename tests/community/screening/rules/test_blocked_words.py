"""Words that staff want held, in all their forms and disguises."""

import pytest

from community.screening.records import Context, Outcome, Submission, Term
from community.screening.rules.blocked_words import check

TERMS = (Term("viagra"), Term("miracle cure"), Term("Snake-oil", Outcome.REFUSE))


def seen(text, name=""):
    reasons = check(Submission(text, name), Context(blocked_terms=TERMS))
    return [(str(reason.outcome), reason.words) for reason in reasons]


@pytest.mark.parametrize(
    "text",
    [
        "viagra",
        "VIAGRA",
        "v1agra",
        "v i a g r a",
        "v.i.a.g.r.a",
        "vi\N{CYRILLIC SMALL LETTER A}gra",
        "vi\N{ZERO WIDTH SPACE}agra",
        "viàgra",
        "viagras",
        "miracle cures",
        "Miracle-Cured",
        "a miracle\n curing",
    ],
)
def test_a_word_is_seen_in_its_forms_and_disguises(text):
    assert [outcome for outcome, _ in seen(text)] == ["hold"]


@pytest.mark.parametrize(
    "text", ["a cure", "a miracle", "miracle of a cure", "niagra", "oil of snake"]
)
def test_other_words_pass(text):
    assert seen(text) == []


def test_the_words_are_given_as_they_were_written():
    assert seen("Try V1AGRA today") == [("hold", ("V1AGRA",))]


def test_staff_may_choose_that_a_word_is_given_back():
    assert seen("Snake oils and viagra") == [
        ("refuse", ("Snake oils",)),
        ("hold", ("viagra",)),
    ]


def test_a_name_is_looked_at_too():
    assert seen("Hello", "Viagra Shop") == [("hold", ("Viagra",))]


def test_without_a_list_nothing_is_blocked():
    assert check(Submission("viagra"), Context()) == ()


def test_an_empty_term_blocks_nothing():
    assert check(Submission("a b c"), Context(blocked_terms=(Term(" - "),))) == ()
