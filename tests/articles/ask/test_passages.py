"""Sentences of an article, passages by name, and marking them in its HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ask.passages import (
    find_passage,
    mark_passage,
    passage_of,
    read_sentences,
    sentence_spans,
)
from common.html import html_to_text

BODY = (
    "<p>Dr. Ames gave 2.5 mg vs. 5 mg. It <em>helped</em> &amp; did no harm.</p>"
    "<h2>Results</h2><ul><li>Of 40 people, 12 slept better.</li></ul>"
    "<table><tr><td>A cell says nothing by itself here.</td></tr></table><p>One<br>two.</p>"
)


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One thing. Another thing.", ["One thing.", "Another thing."]),
        ("It was Dr. Ames, e.g. on 3 May. She left.", ["It was Dr. Ames, e.g. on 3 May.", "She left."]),
        ("“Is it?” She smiled.", ["“Is it?”", "She smiled."]),
        ("It cost 3.50 in all", ["It cost 3.50 in all"]),
        ("痛い。眠い。", ["痛い。", "眠い。"]),
        ("  ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert said(text) == sentences


def test_every_sentence_knows_its_section_and_tables_are_left_out() -> None:
    found = read_sentences(BODY)
    assert [(each.heading, each.text) for each in found] == [
        ("", "Dr. Ames gave 2.5 mg vs. 5 mg."),
        ("", "It helped & did no harm."),
        ("Results", "Of 40 people, 12 slept better."),
        ("Results", "One two."),
    ]


def test_a_passage_is_found_by_its_name_while_the_article_says_so() -> None:
    passage = passage_of(read_sentences(BODY), 0, 1)
    assert find_passage(BODY, passage.key) == passage
    assert find_passage(BODY.replace("no harm", "much harm"), passage.key) is None


@pytest.mark.parametrize(
    "key", ["", "1", "0-0-", "0-99-abcdef12", "1-0-abcdef12", "x-y-z", "0-2-00000000", "9" * 30]
)
def test_a_name_of_nothing_finds_nothing(key: str) -> None:
    assert find_passage(BODY, key) is None


def test_marks_stand_around_text_only() -> None:
    passage = passage_of(read_sentences(BODY), 1, 1)
    marked = mark_passage(BODY, passage)
    assert (
        '<mark id="passage">It </mark><em><mark>helped</mark></em><mark> &amp; did no harm.</mark>'
        in marked
    )
    assert marked.count("id=") == 1


@given(st.lists(st.text(alphabet="Ab .?!&<>\n", max_size=40), max_size=6))
def test_marking_changes_no_word(parts: list[str]) -> None:
    body = "".join(
        f"<p>{part.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>"
        for part in parts
    )
    for sentence in read_sentences(body):
        passage = passage_of(read_sentences(body), sentence.number, sentence.number)
        marked = mark_passage(body, passage)
        assert html_to_text(marked) == html_to_text(body)
        assert "<mark" in marked


@pytest.mark.parametrize("run", ["!", ".", '."', "?)", ".\u201d"])
def test_a_million_stops_in_a_row_take_no_longer_than_other_text(run: str) -> None:
    """Grown with the square of its length, it would not come back within any test's patience."""
    assert len(said(run * 500_000 + "x Then it goes on.")) == 1
