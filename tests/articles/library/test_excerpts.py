"""The beginning of a text, never the whole of it."""

from articles.library.excerpts import WORDS_MAX, excerpt_of
from common.text import word_count

LONG = "".join(f"<p>{'Warm water helps some of us. ' * 8}Number {n}.</p>" for n in range(10))


def test_whole_paragraphs_as_far_as_they_fit() -> None:
    found = excerpt_of(LONG)
    assert found.startswith("<p>Warm water") and found.count("<p>") == found.count("</p>")
    assert word_count(found.replace("<p>", " ").replace("</p>", " ")) <= WORDS_MAX
    assert "Number 0." in found and "Number 9." not in found


def test_a_short_text_is_never_given_whole() -> None:
    found = excerpt_of("<p>One sentence here. Another sentence there.</p>")
    assert found == "<p>One sentence here.</p>"


def test_a_text_of_one_endless_sentence_is_cut_behind_a_word() -> None:
    found = excerpt_of(f"<p>{'and on ' * 400}</p>")
    assert found.endswith(" …</p>") and word_count(found) <= WORDS_MAX + 2


def test_links_go_where_a_paragraph_is_cut() -> None:
    found = excerpt_of('<p><a href="https://example.org/">One</a> two. Three four five six.</p>')
    assert found == "<p>One two.</p>"


def test_nothing_gives_nothing() -> None:
    assert excerpt_of("") == ""
