"""When two texts are taken for reports of one study."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.stories.comparing import PROPOSED, Document, Spread, compare, read_traits
from articles.stories.comparing.documents import key_of

DAY = datetime(2031, 3, 1, tzinfo=UTC)
FIRST = (
    "At the Lindmark Institute, 1,049 participants wore a sensor for a week. "
    "“We had expected less and found a great deal more,” says Marit Oskarsdotter."
)
SECOND = (
    "Marit Oskarsdotter fitted 1,049 people with a sensor. She had, she says, “expected less "
    "and found a great deal more”. The Lindmark Institute paid."
)


def score(first: str, second: str, spread: Spread = Spread(), apart: int = 1) -> float:  # noqa: B008
    pair = Document("", "", first, DAY), Document("", "", second, DAY + timedelta(days=apart))
    return compare(*map(read_traits, pair), spread)[0]


def test_two_reports_of_one_study_are_recognised_in_either_order() -> None:
    assert score(FIRST, SECOND) > PROPOSED
    assert score(FIRST, SECOND) == score(SECOND, FIRST)


def test_the_signs_say_in_plain_words_what_both_have() -> None:
    pair = [read_traits(Document("", "", text, DAY)) for text in (FIRST, SECOND)]
    assert compare(*pair, Spread())[1] == [
        "19% of the shorter text stands in both, word for word",
        "Both quote “expected less and found a great deal more”",
        "Both name Lindmark Institute and Marit Oskarsdotter",
        "Both say 1,049 participants",
        "Both were published on the same day",
    ]


def test_texts_that_have_nothing_in_common_get_nothing() -> None:
    assert score("A cat sat on a mat.", "Snow fell all night over the town.") == 0


def test_after_half_a_year_names_and_numbers_no_longer_count() -> None:
    assert score(FIRST, SECOND, apart=121) == 0


@pytest.mark.parametrize("same", ["doi: 10.5555/tender.2031.0417", FIRST + " It was cold. " * 3])
def test_a_doi_or_the_same_text_counts_whenever_it_was_printed(same: str) -> None:
    assert score(f"{FIRST} {same}", f"{SECOND} {same}", apart=400) > PROPOSED


def test_an_unknown_date_may_be_any() -> None:
    pair = Document("", "", FIRST), Document("", "", SECOND, DAY)
    found, signs = compare(*map(read_traits, pair), Spread())
    assert found > PROPOSED
    assert not any("published" in sign for sign in signs)


def test_what_many_articles_have_says_little() -> None:
    names = "lindmark institute", "marit oskarsdotter"
    counts = {key_of("name", name): 800 for name in names} | {key_of("number", "1049"): 800}
    first = FIRST.replace("expected", "hoped for").replace("found a great deal", "got rather")
    assert score(first, SECOND) > PROPOSED > score(first, SECOND, Spread(1000, counts))


def test_one_institute_with_two_studies_is_not_enough() -> None:
    first = (
        "In Annals of Tender Medicine, Marit Oskarsdotter writes on sleep at Lindmark Institute."
    )
    second = (
        "Food matters, says the Lindmark Institute: Marit Oskarsdotter, Annals of Tender Medicine."
    )
    assert score(first, second) < PROPOSED


def test_different_numbers_of_people_speak_against_and_are_said() -> None:
    first, second = FIRST.replace("1,049", "96"), SECOND.replace("1,049 people", "412 women")
    assert score(first, second) < score(FIRST.replace("1,049 participants", "They"), SECOND)
    pair = [read_traits(Document("", "", text)) for text in (first, second)]
    assert "But one says 96 participants and the other 412 women" in compare(*pair, Spread())[1]


def test_patients_and_healthy_people_together_are_no_other_number() -> None:
    pair = "213 women with pain and 198 women without", "411 women"
    signs = compare(*(read_traits(Document("", "", text)) for text in pair), Spread())[1]
    assert signs == []
