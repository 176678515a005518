"""Blanking words of a text."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.moderation.decisions import blanking
from community.moderation.decisions.blanking import blank, sentences
from community.threads.editing.blanks import BLANK


def gone(text: str, *wordings: str) -> str:
    """The text with a short sign for every blank."""
    return blank(text, wordings).text.replace(BLANK, "[_]")


def test_the_examples_in_the_docstrings_are_true() -> None:
    assert doctest.testmod(blanking).failed == 0


@pytest.mark.parametrize(
    ("text", "wordings", "expected"),
    [
        ("Ring Ann, ring Ann.", ["Ann"], "Ring [_], ring [_]."),
        ("Annual pain of Ann", ["Ann"], "Annual pain of [_]"),
        ("Annual pain", ["Ann"], "[_]ual pain"),
        ("ann and Ann", ["Ann"], "ann and [_]"),
        ("Dr Ann Lee knows", ["Ann Lee", "Dr Ann"], "[_] knows"),
        ("Ann Lee knows", ["Ann", "Lee"], "[_] knows"),
        ("Ann, Lee", ["Ann", "Lee"], "[_], [_]"),
        ("Ann\nLee", ["Ann", "Lee"], "[_]\n[_]"),
        ("at ann@example.org now", ["ann@example.org"], "at [_] now"),
        ("12 Mill\nRoad, home", ["12 Mill Road"], "[_], home"),
        ("我叫王小明。你好", ["王小明"], "我叫[_]。你好"),
        ("Zoe\u0308 is Zo\u00eb", ["Zo\u00eb"], "Zoe\u0308 is [_]"),
        ("Wave 👋🏽 to me", ["👋"], "Wave [_] to me"),
        ("(call) *me* [now]", ["(call)", "*me*"], "[_] [now]"),
        ("  Ann  is here", ["  Ann "], "  [_]  is here"),
    ],
)
def test_words_are_blanked_where_they_stand(text: str, wordings: list[str], expected: str) -> None:
    assert gone(text, *wordings) == expected


def test_what_stands_nowhere_is_named() -> None:
    found = blank("Ring Ann.", ["Ann", "Lee", "Lee", " "])
    assert found.missing == ("Lee",) and found.words == 1


@pytest.mark.parametrize("text", ["Ann", "Ann!", " Ann Ann ", f"{BLANK} Ann"])
def test_whether_anything_is_left_to_read(text: str) -> None:
    assert blank(text, ["Ann"]).leaves_nothing
    assert not blank(text + " b", ["Ann"]).leaves_nothing


def test_a_blank_is_never_cut_by_another_one() -> None:
    text = blank("Ring Ann or a moderator", ["Ann"]).text
    again = blank(text, ["a", "moderator", "or"])
    assert again.text == f"Ring {BLANK} {BLANK}"
    assert blank(text, [f"Ring {BLANK} or"]).text == f"{BLANK} a moderator"


def test_words_are_counted_as_people_count_them() -> None:
    found = blank("Ring Ann Lee on 030 1234567.", ["Ann Lee", "030 1234567"])
    assert len(found.spans) == 2 and found.words >= 3


def test_blanks_of_the_page_are_set_apart() -> None:
    assert blank("Ring Ann", ["Ann"]).source == f"Ring <em>{BLANK}</em>"


def test_sentences_to_choose_from_hold_words_and_come_once() -> None:
    text = f"I rest. I rest. … Really?! {BLANK}.\nRing me"
    assert list(sentences(text)) == ["I rest.", "… Really?!", "Ring me"]


@given(st.text("ab é\u0301\n.", max_size=60), st.lists(st.text("ab é.", max_size=4), max_size=4))
def test_nothing_else_is_changed(text: str, wordings: list[str]) -> None:
    found = blank(text, wordings)
    rest = "".join(
        text[start:end]
        for start, end in zip(
            [0, *(end for _, end in found.spans)],
            [*(start for start, _ in found.spans), len(text)],
            strict=True,
        )
    )
    assert found.filled("") == rest
    assert all(a < b for a, b in found.spans)
    assert all(b <= c for (_, b), (c, _) in zip(found.spans, found.spans[1:], strict=False))
