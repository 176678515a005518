"""Reasons in plain words."""

import pytest

from community.moderation.queue.labels import LABELS, WORDS_SHOWN, Badge, badges, explained
from community.screening.reasons import Code, explain


def reason(code: str, *words: str, detail: str = "") -> dict:
    return {"code": code, "words": list(words), "spans": [], "detail": detail}


@pytest.mark.parametrize("code", list(Code))
def test_every_reason_of_screening_has_a_label(code: Code) -> None:
    assert LABELS[code] and len(LABELS[code]) < 30


def test_only_a_crisis_stands_out() -> None:
    found = badges([reason("crisis"), reason("phone")], is_guest=False)
    assert found == [Badge("Crisis words", needs_care=True), Badge("Phone number")]


def test_a_guest_is_called_a_guest_and_a_new_member_new() -> None:
    assert badges([reason("new-author")], is_guest=True) == [Badge("Guest")]
    assert badges([reason("new-author")], is_guest=False) == [Badge("New here")]


def test_a_reason_of_an_older_version_still_reads_well() -> None:
    (found,) = explained([{"code": "odd-letters"}], is_guest=False)
    assert found.badge == Badge("Odd letters")
    assert found.explanation == explain("odd-letters").moderator


def test_an_explanation_has_the_words_and_the_facts() -> None:
    (found,) = explained([reason("phone", "030 1234567", detail="once")], is_guest=False)
    assert (found.words, found.more, found.detail) == (("030 1234567",), 0, "once")
    assert found.explanation == explain(Code.PHONE).moderator


def test_of_many_words_the_first_are_listed() -> None:
    words = [f"word {n}" for n in range(WORDS_SHOWN + 3)]
    (found,) = explained([reason("links", *words)], is_guest=False)
    assert (found.words, found.more) == (tuple(words[:WORDS_SHOWN]), 3)
