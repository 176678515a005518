"""What is read out of a text, and by what the archive is searched."""

import time

from articles.stories.comparing import Document, read_traits
from articles.stories.comparing.documents import key_of
from articles.stories.comparing.passages import looked_up, runs, share
from articles.stories.comparing.traits import KEYS_MAX, LENGTH_COMPARED

HOSTILE = ("“" * 50_000, "A " * 50_000, "1," * 50_000, "a-" * 50_000, "10.1234/" * 9_000)


def keys(text: str) -> list[int]:
    return read_traits(Document("A Title In Capitals", "", text)).lookup_keys()


def test_a_text_is_searched_by_its_telling_names_and_numbers_and_its_doi() -> None:
    found = keys(
        "See 10.5555/Tender.7. The Lindmark Institute asked 1,049 people, 5 of them twice."
    )
    assert key_of("name", "lindmark institute") in found
    assert key_of("number", "1049") in found
    assert key_of("doi", "10.5555/tender.7") in found
    assert key_of("name", "title in capitals") not in found


def test_keys_fit_every_database_and_are_the_same_each_time() -> None:
    assert key_of("name", "nature") == 6062091781075393526
    assert all(0 <= key < 2**63 for key in keys("The Lindmark Institute asked 1,049 people."))


def test_a_text_has_a_bounded_number_of_keys() -> None:
    assert len(keys(" ".join(f"Name{n} and word{n}" for n in range(5_000)))) == KEYS_MAX


def test_only_the_beginning_of_a_book_is_compared() -> None:
    book = "word " * LENGTH_COMPARED + "The end is at Elsmark."
    assert "elsmark" not in read_traits(Document("", "", book)).names


def test_hostile_texts_are_read_in_a_moment() -> None:
    begun = time.process_time()
    for text in HOSTILE:
        keys(text)
    assert time.process_time() - begun < 10


def test_the_same_runs_are_looked_up_in_every_text() -> None:
    first, second = (runs([f"w{n}" for n in range(begin, 400)]) for begin in (0, 200))
    assert looked_up(first) & looked_up(second) == looked_up(second)
    assert 0 < len(looked_up(first)) < len(first) / 4


def test_a_share_is_that_of_the_shorter_text() -> None:
    words = [f"w{n}" for n in range(24)]
    assert share(runs(words), runs(words[:14])) == 1
    assert share(runs(words), runs([])) == 0
