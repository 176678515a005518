"""What a query finds: the same on every database.

Every expectation here is written out by hand, and the whole file runs on SQLite and on PostgreSQL.
"""

from datetime import UTC, datetime

import pytest

from articles.index.actions import remove_entries, write_entries
from articles.index.entries import Entry, Kind, day_of, joined
from articles.library.actions import create_article, find_topics, publish_article, withdraw_article
from articles.models import Article
from articles.search import matching, postgresql
from articles.search.matching import Topics, find
from articles.search.query import parse
from articles.search.ranking import rank

SAID = {
    1: ("Pain in the morning, brain fog at noon", "Slow Otter", "2024-12-31"),
    2: ("The brain likes fog as little as pain", "Quick Fox", "2025-01-01"),
    3: ("Slept well after a walk. Naïve hope", "Slow Fox", "2025-03-09"),
    4: ("Sleeping pills: 10 mg, 2e7 or q0e, said l'hôpital", "Otter", "2025-03-10"),
    5: ("Боль и 痛み", "Ж", "2026-02-01"),
    6: ("Pain pain pain and nothing else", "Slow Otter", ""),
}
ANY = Topics()


@pytest.fixture
def two(db: None) -> tuple[Article, Article]:
    """Two published articles; the first six entries stand below the first and the second in turn."""
    made = [
        publish_article(article=create_article(title=title, body_html="<p>Words.</p>"))
        for title in ("One", "Two")
    ]
    write_entries(
        Entry(
            kind=Kind.COMMENT,
            key=key,
            article=made[key % 2].pk,
            day=day_of(datetime.fromisoformat(when).replace(tzinfo=UTC) if when else None),
            tokens=joined(body=[words], author=[author]),
        )
        for key, (words, author, when) in SAID.items()
    )
    return made[0], made[1]


def keys(typed: str, topics: Topics = ANY, kind: Kind = Kind.COMMENT) -> list[int]:
    return [found.key for found in find(parse(typed), kind, topics)]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pain", [2, 1, 6]),
        ("PAINS", [2, 1, 6]),
        ("pain brain", [2, 1]),
        ('"brain fog"', [1]),
        ('"fog brain"', []),
        ("sleep", [4]),
        ("slept", [3]),
        ("naive", [3]),
        ("lhopital", [4]),
        ("pain -brain", [6]),
        ('pain -"brain fog"', [2, 6]),
        ("pain -brain -nothing", []),
        ("10 mg", [4]),
        ('"10 mg"', [4]),
        ("2e7", [4]),
        ("боль", [5]),
        ("痛み", [5]),
        ("み痛", []),
        ("author:otter", [4, 1, 6]),
        ('author:"slow otter"', [1, 6]),
        ('author:"otter slow"', []),
        ("author:slow -author:fox", [1, 6]),
        ("author:fox pain", [2]),
        ("otter", []),
        ("after:2025", [5, 4, 3, 2]),
        ("before:2025", [1]),
        ("pain after:2025", [2]),
        ("after:2025-03-09 before:2025-03-10", [3]),
        ("after:2025-03 before:2025-04", [4, 3]),
        ("after:2026 before:2025", []),
        ("-pain", []),
        ("after:2024 -pain", [5, 4, 3]),
        ("AND", [6]),
        ("OR -nothing", [4]),
        ('pain" OR "1"="1', []),
        (": pain:", [2, 1, 6]),
        ("rank MATCH bm25(1)", []),
        ("'; DROP TABLE articles_searchentry; --", []),
        ("pain & ! | <-> brain", [2, 1]),
    ],
)
def test_it_finds(typed: str, wanted: list[int]) -> None:
    assert keys(typed) == wanted


@pytest.mark.usefixtures("two")
def test_a_mark_of_ours_typed_by_somebody_is_harmless() -> None:
    assert keys("q0e") == [4]
    assert keys("q0z") == keys("q0aotter") == []


def test_kinds_are_apart(two: tuple[Article, Article]) -> None:
    assert keys("words", kind=Kind.ARTICLE) == [two[1].pk, two[0].pk]
    assert keys("words") == []


def test_a_withdrawn_article_hides_what_stands_below_it(two: tuple[Article, Article]) -> None:
    withdraw_article(article=two[1], note="It was wrong.")
    assert keys("pain") == [2, 6]
    assert keys("words", kind=Kind.ARTICLE) == [two[0].pk]


def test_topics_narrow_and_shut_out(two: tuple[Article, Article]) -> None:
    first, second = (topic.pk for topic in find_topics(["Sleep", "Work"]))
    two[0].topics.set([first])
    two[1].topics.set([first, second])
    assert keys("pain topic:x", Topics(one_of=((first,),))) == [2, 1, 6]
    assert keys("pain topic:x", Topics(one_of=((second,),))) == [1]
    assert keys("topic:x topic:y", Topics(one_of=((first,), (second, 999)))) == [5, 3, 1]
    assert keys("pain topic:x", Topics(one_of=((first,),), none_of=(second,))) == [2, 6]
    assert keys("pain topic:x", Topics(one_of=((),))) == []


def test_what_is_written_again_is_there_once_and_what_is_removed_is_gone(
    two: tuple[Article, Article],
) -> None:
    entry = Entry(Kind.COMMENT, 1, two[0].pk, day_of(None), joined(body=["Thyme"]))
    write_entries([entry])
    write_entries([entry])
    assert keys("thyme") == [1] and keys("morning") == []
    remove_entries(Kind.COMMENT, [1, 2, 777])
    assert keys("thyme") == [] and keys("pain") == [6]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_the_newest_are_taken_where_there_are_too_many(most: int) -> None:
    found = find(parse("pain"), Kind.COMMENT, Topics(), most)
    assert [each.key for each in found] == [2, 1, 6][:most]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("walk", [0, 10**9])
def test_both_ways_of_postgresql_find_the_same(walk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "WALK", walk)
    assert keys("pain") == [2, 1, 6]
    assert keys("pain -brain after:2020") == []
    assert [each.key for each in find(parse("pain"), Kind.COMMENT, Topics(), 2)] == [2, 1]


@pytest.mark.usefixtures("two")
def test_the_order_by_worth_is_the_same_everywhere() -> None:
    query = parse("pain")
    found = rank(find(query, Kind.COMMENT, Topics()), query.wanted, {})
    assert [each.key for each in found] == [6, 2, 1]


def test_behind_a_thousand_the_count_says_more_than(two: tuple[Article, Article]) -> None:
    day, words = day_of(datetime(2025, 5, 1, tzinfo=UTC)), joined(body=["Marjoram"])
    write_entries(Entry(Kind.COMMENT, 100 + n, two[0].pk, day, words) for n in range(1_005))
    found = find(parse("marjoram"), Kind.COMMENT, Topics())
    assert len(found) == matching.COUNTED_MAX + 1
    assert found[0].key == 100 + 1_004
