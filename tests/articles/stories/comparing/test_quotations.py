"""Quotations are known again with other marks and small cuts."""

import pytest

from articles.stories.comparing.quotations import quotations, shared

WORDS = "we do not know yet who forgot to send the message"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "„{}“", "«{}»", "“{},”", "“{}"])
def test_marks_of_every_print_are_read(marks: str) -> None:
    assert [each.words for each in quotations(f"She says: {marks.format(WORDS)}")] == [
        tuple(WORDS.split())
    ]


@pytest.mark.parametrize(
    "other",
    [
        "“We do not know … who forgot to send the message.”",
        '"WE DO NOT KNOW YET WHO FORGOT TO SEND THE MESSAGE"',
        "“who forgot to send the message”",
        "“And so I say: we do not know yet who forgot to send the message, alas.”",
    ],
)
def test_small_cuts_and_changes_do_not_hide_a_quotation(other: str) -> None:
    assert len(shared(quotations(f"“{WORDS}”"), quotations(other))) == 1


@pytest.mark.parametrize("other", ["“If that is how it works in people too”", "“a difficult time”"])
def test_other_words_and_short_ones_are_no_quotation_in_common(other: str) -> None:
    assert shared(quotations("“That is how it should go”"), quotations(other)) == []


def test_who_speaks_between_two_quotations_is_not_quoted() -> None:
    text = '"Short," says one of the nurses who rang on Fridays, "and sweet."'
    assert quotations(text) == []
