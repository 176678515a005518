"""The own-written lists of words."""

import pytest

from articles.ask.matching import LOOSELY, SAME_THING, Words, held, weigh
from articles.ask.thesaurus import LEVELS, SAME, read_list, read_same
from articles.ask.wording import read_question
from articles.index.tokens import tokens


def share(question: str, text: str) -> dict[str, float]:
    return held(read_question(question), Words(tokens(text)))


def test_a_phrase_stands_for_one_word() -> None:
    assert share("heart attack", "After myocardial infarction.")["attack"] == SAME_THING
    assert share("myocardial infarction", "After a heart attack.")["infarct"] == SAME_THING


def test_the_words_of_a_phrase_apart_are_no_phrase() -> None:
    assert share("infarction", "An attack of cramp; the heart was well.")["infarct"] == 0.0


def test_the_beginning_of_a_word_is_enough() -> None:
    assert share("kidney", "Glomeruli in nephrectomised people")["kidney"] == SAME_THING


def test_a_special_word_is_what_its_ending_says_and_not_the_other_way_round() -> None:
    assert share("beta blocker", "Propranolol was given.")["blocker"] == SAME_THING
    assert share("propranolol", "A beta blocker was given.")["propranolol"] == 0.0


def test_a_special_word_is_less_than_the_general_one_of_its_line() -> None:
    assert share("nephrotoxic", "They looked at the kidney.")["nephrotox"] == LOOSELY


@pytest.mark.parametrize("line", ["kidney renal nephr* kidney_trouble", "removal *ectomy"])
def test_a_line_can_be_read(line: str) -> None:
    assert read_same([line]).words


def test_every_line_of_the_list_says_something_once() -> None:
    lines = [line.split() for line in read_list("same")]
    assert all(len(line) > 1 for line in lines)
    assert [line for line in lines if len(set(line)) < len(line)] == []
    heads = [line[0] for line in lines]
    assert len(set(heads)) == len(heads), "one line for each thing"


def test_every_entry_of_the_list_can_be_found_in_a_text() -> None:
    entries = [entry for line in read_list("same") for entry in line.split()]
    assert [entry for entry in entries if not tokens(entry.strip("*").replace("_", " "))] == []
    assert all(len(entry) > 2 for entry in SAME.beginnings), "a shorter one begins anything"
    parts = [entry for entry in entries if "*" in entry]
    assert [entry for entry in parts if "_" in entry or "-" in entry] == [], (
        "only one word has parts"
    )


def test_what_is_common_in_medicine_tells_little_in_a_small_archive() -> None:
    weights = weigh(read_question("dysplasia treated with bezoar"), {}, 12)
    assert LEVELS["treat"] < LEVELS["dysplasia"]
    assert weights["bezoar"] > weights["dysplasia"]


def test_what_every_article_has_tells_nothing() -> None:
    asked = read_question("acupuncture for fibromyalgia")
    weights = weigh(asked, {"fibromyalgia": 50}, 50)
    assert weights["acupunctur"] > 10 * weights["fibromyalgia"]
