"""Which few of the near articles are shown."""

from datetime import UTC, datetime, timedelta

from articles.stories.comparing import Document
from articles.stories.relating import Index, Known, choose, nearest, read_terms
from articles.stories.relating.choosing import CHOSEN
from articles.stories.relating.index import alike

DAY = datetime(2031, 3, 1, tzinfo=UTC)
# Enough others that no word of the tests is in most of the archive.
FILLERS = [f"filler{n} padding{n} stuffing{n}" for n in range(40)]


def index_of(texts: list[str]) -> Index:
    index = Index()
    for key, text in enumerate([*texts, *FILLERS]):
        index.add(key, {word: 1.0 for word in text.split()})
    index.finish()
    return index


def chosen(texts: list[str], **changed: Known) -> list[int]:
    known = {key: Known(DAY) for key in range(len(texts) + len(FILLERS))}
    known |= {int(key[1:]): value for key, value in changed.items()}
    index = index_of(texts)
    return choose(0, nearest(0, index), index, known)


def test_the_nearest_comes_first_and_the_article_itself_never() -> None:
    assert chosen(["sleep pain lamp", "sleep lamp quilt", "pain tea cup"]) == [1, 2]


def test_what_shares_no_word_is_not_shown() -> None:
    assert chosen(["sleep pain", "tea cup", "choir song"]) == []


def test_no_more_are_chosen_than_are_shown() -> None:
    assert len(chosen(["sleep lamp", *(f"sleep extra{n}" for n in range(9))])) == CHOSEN


def test_one_of_two_near_copies_is_enough() -> None:
    copies = ["sleep tea cup song", "sleep tea cup song choir"]
    assert chosen(["sleep lamp pain", *copies, "lamp dog"]) in ([1, 3], [3, 1])


def test_a_near_copy_of_the_article_itself_is_not_to_be_read_next() -> None:
    assert chosen(["sleep lamp pain tea", "sleep lamp pain tea", "lamp dog"]) == [2]


def test_of_two_as_near_the_one_of_the_same_topic_comes_first() -> None:
    topic = frozenset({7})
    texts = ["sleep lamp", "sleep tea", "sleep cup"]
    assert chosen(texts, k0=Known(DAY, topic), k2=Known(DAY, topic)) == [2, 1]


def test_of_two_as_near_the_newer_one_comes_first() -> None:
    old = Known(DAY - timedelta(days=900))
    assert chosen(["sleep lamp", "sleep tea", "sleep cup"], k1=old) == [2, 1]


def test_age_does_not_bury_what_is_nearer() -> None:
    old = Known(DAY - timedelta(days=9000))
    assert chosen(["sleep lamp pain", "sleep lamp tea", "sleep cup dog"], k1=old) == [1, 2]


def test_its_own_story_is_left_out_and_of_another_one_is_enough() -> None:
    own, other = Known(DAY, story=1), Known(DAY, story=2)
    texts = ["sleep lamp pain", "sleep lamp tea", "sleep cup dog", "lamp song"]
    assert chosen(texts, k0=own, k1=own, k2=other, k3=other) in ([2], [3])


def test_forms_of_a_word_are_one_term_and_the_title_counts_more() -> None:
    terms = read_terms(Document("Sleeping", "", "They sleepwalked and sleepily hummed hummed."))
    assert next(iter(terms)) == "sleepi"
    assert "they" not in terms


def test_alike_is_between_nothing_and_the_same() -> None:
    index = index_of(["sleep lamp", "sleep lamp", "tea cup"])
    vectors = [index.vector(key) for key in range(3)]
    assert round(alike(vectors[0], vectors[1]), 4) == 1
    assert alike(vectors[0], vectors[2]) == 0
    assert index.nearest(999, 5) == []
