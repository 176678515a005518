"""Comments are put behind their parents, however an export tells them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from articles.importing.exports.trees import Fate, Told, arrange
from articles.importing.records import ParsedComment


def told(number: str, parent: str | None = None, fate: Fate = "kept", words: str = "") -> Told:
    """One comment as an export tells it."""
    return Told(ParsedComment(external_id=number, parent_id=parent, body_html=words), fate)


def tree(*nodes: Told) -> list[tuple[str, str | None]]:
    """Who answers whom, in order."""
    return [(one.external_id, one.parent_id) for one in arrange(nodes).comments]


def test_parents_come_before_their_answers_and_siblings_stay_in_order() -> None:
    assert tree(told("4", "2"), told("3", "1"), told("1"), told("2", "1"), told("5")) == [
        ("1", None), ("3", "1"), ("2", "1"), ("4", "2"), ("5", None),
    ]  # fmt: skip


def test_an_answer_to_a_dropped_one_goes_to_the_nearest_kept_above() -> None:
    nodes = [told("1"), told("2", "1", "dropped"), told("3", "2", "dropped"), told("4", "3")]
    assert tree(*nodes) == [("1", None), ("4", "1")]
    assert tree(*nodes[1:]) == [("4", None)]


def test_an_emptied_one_keeps_its_place_while_somebody_answers_it() -> None:
    nodes = [told("1", None, "emptied"), told("2", "1", "emptied"), told("3", "2")]
    assert tree(*nodes) == [("1", None), ("2", "1"), ("3", "2")]
    assert (tree(*nodes[:2]), arrange(nodes[:2]).childless) == ([], 2)
    through = [told("1", None, "emptied"), told("2", "1", "dropped"), told("3", "2")]
    assert tree(*through) == [("1", None), ("3", "1")]


def test_circles_are_opened_at_their_first_comment() -> None:
    assert tree(told("1", "1")) == [("1", None)]
    assert tree(told("5", "2"), told("1", "3"), told("2", "1"), told("3", "2")) == [
        ("1", None), ("2", "1"), ("5", "2"), ("3", "2"),
    ]  # fmt: skip
    assert tree(told("1", "2", "dropped"), told("2", "1", "dropped"), told("3", "1")) == [
        ("3", None)
    ]


def test_what_is_told_twice_comes_once_and_ids_are_unique() -> None:
    nodes = [told("1"), told("1"), told("1", words="b"), told("1-2"), told("1", words="c")]
    found = arrange(nodes)
    assert [one.external_id for one in found.comments] == ["1", "1-2", "1-2-2", "1-3"]
    assert found.repeated == 1


def test_long_chains_and_circles_take_no_longer_than_others() -> None:
    for parent in (lambda n: n - 1, lambda n: (n + 1) % 50_000, lambda n: 7):
        nodes = [
            told(str(n), str(parent(n)), "dropped" if n % 3 else "kept") for n in range(50_000)
        ]
        began = time.process_time()
        assert len(arrange(nodes).comments) == 16_667
        assert time.process_time() - began < 3


@given(
    st.lists(
        st.tuples(
            st.integers(0, 12),
            st.none() | st.integers(0, 14),
            st.sampled_from(["kept", "kept", "emptied", "dropped"]),
        ),
        max_size=14,
    )
)
def test_every_kept_comment_comes_once_and_behind_its_parent(
    drawn: list[tuple[int, int | None, Fate]],
) -> None:
    nodes = [
        told(str(number), None if parent is None else str(parent), fate, words=str(place))
        for place, (number, parent, fate) in enumerate(drawn)
    ]
    found = arrange(nodes)
    seen: set[str | None] = {None}
    for comment in found.comments:
        assert comment.parent_id in seen and comment.external_id not in seen
        seen.add(comment.external_id)
    emptied = sum(fate == "emptied" for _, _, fate in drawn) - found.childless
    assert len(found.comments) == emptied + sum(fate == "kept" for _, _, fate in drawn)
