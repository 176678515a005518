"""What a question asks for."""

import pytest

from articles.ask.caution import needs_a_person
from articles.ask.wording import QUESTION_MAX, TERMS_MAX, others_for, read_question, spelled


def test_only_telling_words_are_looked_for() -> None:
    assert read_question("Does warm water really help people with fibromyalgia?").terms == (
        "warm",
        "water",
        "fibromyalgia",
    )


def test_a_question_of_small_words_asks_for_nothing() -> None:
    assert read_question("What is it?").terms == ()


def test_a_question_longer_than_the_limit_is_read_up_to_it() -> None:
    asked = read_question("heat " * 200)
    assert len(asked.text) <= QUESTION_MAX
    assert asked.is_cut


def test_so_many_words_are_looked_for_and_no_more() -> None:
    words = " ".join(f"word{letter}{other}" for letter in "abcdef" for other in "abcdef")
    assert len(read_question(words).terms) == TERMS_MAX


def test_other_words_for_the_same_thing_are_known() -> None:
    assert "pediatr" in others_for("kid")
    assert others_for("xylophon") == frozenset()


@pytest.mark.parametrize(
    ("one", "other"), [("anaemia", "anemia"), ("tumour", "tumor"), ("oedema", "edema")]
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    "question",
    [
        "Can I stop taking duloxetine?",
        "How much pregabalin should I take at night?",
        "What dose of naltrexone is usual?",
        "Is it safe to mix tramadol with wine?",
        "How do I come off opioids?",
        "Do I have fibromyalgia?",
        "Could my tingling be a sign of cancer?",
        "What do my blood tests mean?",
        "Should I see a neurologist?",
    ],
)
def test_a_question_for_somebody_who_treats_one_is_known(question: str) -> None:
    assert needs_a_person(question)


@pytest.mark.parametrize(
    "question",
    [
        "Does warm water help with stiffness?",
        "Who did the study on sleep?",
        "How many people took part?",
        "What helps pupils to stay in class?",
        "Why does blue light hurt?",
    ],
)
def test_a_question_about_the_archive_needs_no_such_line(question: str) -> None:
    assert not needs_a_person(question)
