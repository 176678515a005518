"""What an author changed."""

import time

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from common.text.changes import COMPARED_MAX, Change, changes

WORDS = st.text(alphabet="ab .\n<&é", max_size=80)


def read(parts: list[Change], without: str) -> str:
    return "".join(part.text for part in parts if part.kind != without)


def test_a_new_word_is_added() -> None:
    assert changes("It hurts.", "It really hurts.") == [
        Change("It "),
        Change("really ", "added"),
        Change("hurts."),
    ]


def test_another_word_stands_in_place_of_the_old_and_the_blank_stays() -> None:
    assert changes("My doctor said", "My nurse said") == [
        Change("My "),
        Change("doctor", "removed"),
        Change("nurse", "added"),
        Change(" said"),
    ]


def test_the_same_text_has_no_changes() -> None:
    assert changes("Words", "Words") == [Change("Words")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "Words", [Change("Words", "added")]),
        ("Words", "", [Change("Words", "removed")]),
        ("", "", []),
    ],
)
def test_an_empty_text_has_words_on_one_side_only(old: str, new: str, expected: list) -> None:
    assert changes(old, new) == expected


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_changes(old: str, new: str) -> None:
    found = changes(old, new)
    assert read(found, without="added") == old
    assert read(found, without="removed") == new


@given(WORDS, WORDS)
def test_the_page_holds_nothing_but_text_and_changes(old: str, new: str) -> None:
    html = render_to_string("community/moderation/changed.html", {"changes": changes(old, new)})
    body = LexborHTMLParser(html).body
    assert body is not None
    assert {node.tag for node in body.traverse()} <= {"body", "p", "ins", "del", "br"}


def test_a_change_in_a_long_text_is_still_found_word_by_word() -> None:
    long = " ".join(f"word{n}" for n in range(5 * COMPARED_MAX))
    found = changes(long, long.replace("word2500 ", "another "))
    assert [part.text for part in found if part.kind != "same"] == ["word2500", "another"]


def test_texts_with_too_many_differences_are_compared_by_sentences() -> None:
    old = "".join(f"a{n} b{n} c{n}. " for n in range(COMPARED_MAX // 2))
    new = old.replace("a0 ", "x0 ").replace("b250 ", "y ").replace("c499", "z499")
    gone = [part.text for part in changes(old, new) if part.kind == "removed"]
    assert gone == ["a0 b0 c0.", "a250 b250 c250.", "a499 b499 c499."]


def test_texts_made_to_be_slow_are_given_as_a_whole() -> None:
    old = "".join(f"{chr(0x3000 + n % 300)}. " for n in range(5_000))
    new = "".join(f"{chr(0x3000 + n * 3 % 300)}. " for n in range(5_000))
    began = time.process_time()
    found = changes(old, new)
    assert time.process_time() - began < 10  # a minute and more without the limit
    assert read(found, without="removed") == new
