"""Words cut to pieces, and articles to parts: without the weights."""

import pytest

from articles.ask.encoder.parts import PART_WORDS, PARTS_MAX, cut
from articles.ask.encoder.wordpiece import WORD_MAX, pieces, split_words
from articles.ask.passages import read_sentences

KNOWN = {
    piece: number
    for number, piece in enumerate(
        "[UNK] [CLS] [SEP] pain pain ##less ##kill ##er killer , un ##a".split()
    )
}


def cut_words(text: str) -> list[str]:
    names = {number: piece for piece, number in KNOWN.items()}
    return [names[number] for number in pieces(text, KNOWN, 100)][1:-1]


def test_the_longest_piece_comes_first() -> None:
    assert cut_words("Painkiller, painless") == ["pain", "##kill", "##er", ",", "pain", "##less"]


def test_a_word_of_which_some_is_not_known_is_one_unknown() -> None:
    assert cut_words("painful pain") == ["[UNK]", "pain"]


def test_accents_and_capitals_do_not_count() -> None:
    assert cut_words("P\N{LATIN SMALL LETTER A WITH GRAVE}IN") == ["pain"]


def test_what_is_longer_than_any_word_is_not_looked_through() -> None:
    assert cut_words("a" * (WORD_MAX + 1)) == ["[UNK]"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3.5% (n=12)", ["3", ".", "5", "%", "(", "n", "=", "12", ")"]),
        ("a\u200bb\x00c\td", ["abc", "d"]),
        ("\u4e2d\u6587x", ["\u4e2d", "\u6587", "x"]),
        ("  \n ", []),
    ],
)
def test_signs_are_words_and_what_cannot_be_seen_is_none(text: str, words: list[str]) -> None:
    assert list(split_words(text)) == words


def test_a_text_is_read_up_to_so_many_pieces_with_both_ends() -> None:
    found = pieces("pain " * 50, KNOWN, 10)
    assert len(found) == 10
    assert (found[0], found[-1]) == (KNOWN["[CLS]"], KNOWN["[SEP]"])


def test_parts_are_whole_sentences_and_no_word_is_left_out() -> None:
    html = "<p>" + "Warm water eased the stiffness of some people. " * 40 + "</p>"
    sentences = read_sentences(html)
    parts = cut(sentences)
    assert " ".join(parts) == " ".join(sentence.text for sentence in sentences)
    assert all(len(part.split()) <= PART_WORDS for part in parts)
    assert len(parts) == 3


def test_a_sentence_longer_than_a_part_is_one_and_a_long_article_is_read_from_its_beginning() -> (
    None
):
    long = "word " * (PART_WORDS + 5)
    assert cut(read_sentences(f"<p>{long}.</p>"))[0].startswith("word word")
    assert len(cut(read_sentences(f"<p>{long}.</p>" * (PARTS_MAX + 5)))) == PARTS_MAX
    assert cut([]) == []
