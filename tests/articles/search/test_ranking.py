"""In which order things are shown."""

from articles.index.entries import joined
from articles.search.query import parse
from articles.search.ranking import Found, rank


def entry(key: int, body: str, head: str = "") -> Found:
    return Found(key, 1, joined(head=[head], body=[body]))


def order(typed: str, *found: Found, **entries: int) -> list[int]:
    return [each.key for each in rank(found, parse(typed).wanted, entries)]


def test_a_word_in_the_title_counts_more_than_in_the_text() -> None:
    said = entry(1, "Pain and pain among many other words of a text", head="Sleep")
    titled = entry(2, "Many other words of a text about something", head="Pain")
    assert order("pain", said, titled) == [2, 1]


def test_said_more_often_counts_more_and_in_a_short_text_more_than_in_a_long_one() -> None:
    once, twice = entry(1, "Pain in all of it now"), entry(2, "Pain, but less pain today")
    long = entry(3, "Pain, but less pain today " + "and other things " * 40)
    assert order("pain", long, once, twice) == [2, 1, 3]


def test_the_rare_word_counts_more() -> None:
    common, rare = entry(1, "pain fog pain"), entry(2, "fog pain fog")
    assert order("pain fog", common, rare, q0e=1000, pain=900, fog=3) == [2, 1]
    assert order("pain fog", common, rare, q0e=1000, pain=3, fog=900) == [1, 2]


def test_of_equals_the_newest_comes_first_as_it_was_found() -> None:
    assert order("pain", entry(9, "pain"), entry(7, "pain"), entry(8, "pain")) == [9, 7, 8]


def test_a_phrase_counts_as_a_phrase() -> None:
    parts, whole = entry(1, "brain in the fog, fog, brain"), entry(2, "it is brain fog all day")
    assert order('"brain fog"', parts, whole) == [2, 1]


def test_without_words_the_order_stays() -> None:
    assert order("author:otter", entry(1, "a"), entry(2, "b")) == [1, 2]
    assert order("pain") == []
