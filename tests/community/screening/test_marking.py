"""Words that screening saw, marked in the text as it was typed."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from common.text import normalise
from community.screening.marking import Piece, marked_paragraphs
from community.screening.pipeline import screen
from community.screening.records import MARKED_PLACES_MAX, Context, Submission, Term

# What markup and marks are made of, and what could be taken for it.
NASTY = st.text(alphabet="<>&\"'/ab =\n\t;#x1\u202e\u0301é😀", max_size=60)
SPANS = st.lists(st.lists(st.integers(-5, 70), min_size=2, max_size=2), max_size=6)


def seen(*words: str, spans: list[list[int]] | None = None) -> list[dict]:
    return [{"code": "phone", "words": list(words), "spans": spans or []}]


def marks(body: str, reasons: list[dict]) -> list[str]:
    return [p.text for line in marked_paragraphs(body, reasons) for p in line if p.is_marked]


def text_of(body: str, reasons: list[dict]) -> str:
    return "".join(piece.text for line in marked_paragraphs(body, reasons) for piece in line)


def test_the_word_at_its_place_is_marked() -> None:
    found = marked_paragraphs("Call 123, not 123", seen("123", spans=[[5, 8]]))
    assert found == [[Piece("Call "), Piece("123", True), Piece(", not 123")]]


def test_a_text_without_reasons_has_no_marks() -> None:
    assert marked_paragraphs("Words", []) == [[Piece("Words")]]


def test_blank_lines_part_paragraphs_and_single_ones_do_not() -> None:
    found = marked_paragraphs("One\ntwo\n\nthree\n \n\nfour\n\n", [])
    assert found == [[Piece("One\ntwo")], [Piece("three")], [Piece("four")]]


def test_a_mark_across_paragraphs_goes_on_in_the_next() -> None:
    assert marks("ab\n\ncd", seen("b\n\nc", spans=[[1, 5]])) == ["b", "c"]


def test_marks_that_overlap_become_one() -> None:
    reasons = seen("abc", spans=[[0, 3]]) + seen("bcd", spans=[[1, 4]])
    assert marks("abcde", reasons) == ["abcd"]


@pytest.mark.parametrize(
    "spans", [[[0, 4]], [[5, 99]], [[-3, 2]], [[8, 5]], [[5]], [["5", "8"]], [[None, 3]]]
)
def test_a_place_that_does_not_fit_gives_way_to_the_words(spans: list) -> None:
    assert marks("Call 123 or 123", seen("123", spans=spans)) == ["123", "123"]


def test_a_word_that_is_gone_is_not_marked() -> None:
    assert marks("Call me", seen("123", spans=[[5, 8]])) == []


def test_a_word_of_the_name_marks_nothing_in_the_text() -> None:
    assert marks("Call 123", seen("123")) == []


def test_blanks_are_not_words_to_look_for() -> None:
    assert marks("a b", seen(" ", "", spans=[[9, 10]])) == []


def test_only_so_many_places_of_a_word_are_marked() -> None:
    assert len(marks("123 " * 500, seen("123", spans=[[1, 2]]))) == MARKED_PLACES_MAX


def test_what_screening_stores_is_what_is_marked() -> None:
    body = normalise("Ring 030 1234567.\r\n\r\nI do not want to go on living, says my diét plan")
    context = Context(blocked_terms=(Term("diet plan"),))
    verdict = screen(Submission(text=body), context).as_json()
    found = marks(body, verdict["reasons"])
    assert "030 1234567" in found and "diét plan" in found
    assert any(mark.startswith("do not want to go on") for mark in found)


@given(NASTY, SPANS, NASTY)
def test_no_letter_is_lost_or_doubled(body: str, spans: list, word: str) -> None:
    reasons = seen(word, *[body[max(a, 0) : b] for a, b in spans], spans=spans)
    assert "".join(text_of(body, reasons).split()) == "".join(body.split())


@given(NASTY, SPANS, NASTY)
def test_the_page_holds_nothing_but_text_and_marks(body: str, spans: list, word: str) -> None:
    reasons = seen(word, *[body[max(a, 0) : b] for a, b in spans], spans=spans)
    context = {"paragraphs": marked_paragraphs(body, reasons)}
    page = LexborHTMLParser(render_to_string("community/moderation/marked.html", context))
    assert page.body is not None
    inside = [node for node in page.body.traverse() if node.tag != "body"]
    assert {node.tag for node in inside} <= {"p", "mark", "br"}
    assert all(node.attributes == {} for node in inside if node.tag != "p")
    shown = page.body.text(strip=False)
    assert "".join(shown.split()) == "".join(body.split())
