"""What somebody typed, understood."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.days import EVERY_DAY, Days, read_days
from articles.search.query import QUERY_MAX, SMALL_WORDS, TERMS_MAX, Query, parse

TYPED = st.text(max_size=80) | st.text(
    "\"“”-:()*^ aborntopicuhefy2025'\0\N{THUMBS UP SIGN}", max_size=60
)


def words(query: Query) -> list[str]:
    return [" ".join(term.tokens) for term in query.wanted]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pain", ["pain"]),
        ("Chronic PAINS", ["chronic", "pain"]),
        ('"brain fog" mornings', ["brain fog", "morn"]),
        ("“brain fog”", ["brain fog"]),
        ('"brain fog', ["brain fog"]),
        ('brain"fog"', ["brain", "fog"]),
        ("well-being", ["well be"]),
        ("pain/sleep", ["pain sleep"]),
        ("what helps with the pain?", ["help", "pain"]),
        ("the who", ["the", "who"]),
        ('"the who" sleep', ["the who", "sleep"]),
        ("pain AND sleep OR rest", ["pain", "sleep", "rest"]),
        ("NOT NEAR(pain, 2)", ["near pain", "q0d2"]),
        ("tokens:pain * ^pain", ["token pain", "pain"]),
        ("topical author's", ["topic", "author"]),
        ("- pain", ["pain"]),
    ],
)
def test_words_and_phrases_are_looked_for(typed: str, wanted: list[str]) -> None:
    assert words(parse(typed)) == wanted


def test_what_a_hyphen_stands_before_must_not_be_there() -> None:
    query = parse('sleep -coffee -"sleeping pill" −tea well-known')
    assert words(query) == ["sleep", "well known"]
    assert [term.tokens for term in query.unwanted] == [("coffe",), ("sleep", "pill"), ("tea",)]


def test_a_field_narrows() -> None:
    query = parse('topic:sleep Topic: "chronic pain" -topic:work author:otter -author:"Slow Fox"')
    assert (query.topics, query.not_topics) == (("sleep", "chronic pain"), ("work",))
    assert [term.tokens for term in query.authors] == [("otter",)]
    assert [term.tokens for term in query.not_by] == [("slow", "fox")]
    assert not query.wanted and not query.is_empty


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("after:2025", date(2025, 1, 1), None),
        ("after:2025-03", date(2025, 3, 1), None),
        ("after:2025-3-9 before:2025-04", date(2025, 3, 9), date(2025, 3, 31)),
        ("before:2025/03/09", None, date(2025, 3, 8)),
        ("after:2024 after:2025 before:2027 before:2026", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_days_are_years_months_or_days(typed: str, first: date | None, last: date | None) -> None:
    assert parse(typed).days == Days(first, last)


@pytest.mark.parametrize(
    "value", ["tuesday", "2025-13", "2025-02-30", "0000", "20255", "٢٠٢٥", "", "2025-"]
)
def test_what_is_no_date_is_passed_over_and_said(value: str) -> None:
    assert read_days("after", value) is None
    if value:
        query = parse(f"pain after:{value}")
        assert query.passed_over == (f"after:{value}",)
        assert query.days == EVERY_DAY and words(query) == ["pain"]


def test_before_the_first_of_all_days_nothing_goes_wrong() -> None:
    assert read_days("before", "0001") is None


@pytest.mark.parametrize(
    "typed", ["", "   ", '""', "-", "-word", "👍🏽", "\0", "topic:", '"', "()*"]
)
def test_what_says_nothing_is_empty(typed: str) -> None:
    assert parse(typed).is_empty


def test_a_query_without_end_is_cut_and_says_so() -> None:
    query = parse("pain " * 2_000)
    assert len(query.text) <= QUERY_MAX and query.is_cut
    assert len(query.wanted) == TERMS_MAX
    assert not parse("x" * QUERY_MAX).is_cut
    assert parse("x" * (QUERY_MAX + 1)).is_cut


def test_of_very_many_words_the_first_are_looked_for() -> None:
    many = [f"wx{chr(97 + n)}" for n in range(TERMS_MAX + 1)]
    query = parse(" ".join(many))
    assert words(query) == many[:-1] and query.is_cut


def test_a_term_knows_where_it_stands() -> None:
    query = parse('  rest  "brain fog"  -x  author:“otter” ')
    marks = [query.text[term.start : term.end] for term in (*query.wanted, *query.authors)]
    assert marks == ["rest", "brain fog", "otter"]


def test_small_words_are_small() -> None:
    assert all(word.isalpha() and word == word.lower() for word in SMALL_WORDS)


@given(TYPED)
def test_nothing_typed_is_ever_a_mistake(typed: str) -> None:
    query = parse(typed)
    for term in (*query.wanted, *query.unwanted, *query.authors, *query.not_by):
        assert term.tokens and all(token.isascii() and token.isalnum() for token in term.tokens)
        assert 0 <= term.start < term.end <= len(query.text)
    assert parse(query.text).wanted == query.wanted
