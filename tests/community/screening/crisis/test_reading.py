"""A text cut into sentences, with the way back."""

from community.screening.crisis.reading import WORDS_MAX, sentences
from community.screening.folded import Folded


def read(text):
    return [sentence.text for sentence in sentences(Folded.of(text))]


def test_sentences_end_at_stops_and_lines_but_not_at_a_pause():
    assert read(
        "I am so very tired of this today. It is...well, it is what it always was\nYes"
    ) == [
        "i am so very tired of this today",
        "it is well it is what it always was",
        "yes",
    ]


def test_two_short_sentences_are_also_read_together():
    assert read("I am done. Goodbye.") == ["i am done", "i am done goodbye", "goodbye"]


def test_a_word_written_in_two_is_read_as_one():
    assert read("no body loves my self") == ["nobody loves myself"]


def test_a_text_without_stops_is_read_in_parts_that_overlap():
    parts = read(" ".join(f"word{n}" for n in range(WORDS_MAX * 2)))
    assert [part.split()[0] for part in parts] == ["word0", "word48", "word96"]
    assert parts[0].split()[-12:] == parts[1].split()[:12]


def test_places_lead_back_to_what_was_typed():
    text = "Well, I DON\u2019T wanna  w\u200bake up."
    folded = Folded.of(text)
    (sentence,) = sentences(folded)
    start = sentence.text.index("do not")
    first, past = sentence.span(start, len(sentence.text), folded)
    assert text[first:past] == "DON\u2019T wanna  w\u200bake up"


def test_an_empty_text_has_no_sentences():
    assert read(" ...\n!? ") == []
