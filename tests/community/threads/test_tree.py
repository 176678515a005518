"""The order of a thread."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.threads import tree
from community.threads.tree import Row, ancestors, branch_end, merged, nest, newest_first, place


def rows(*paths: str) -> list[Row]:
    """Rows from short paths such as "1.3": one digit a step."""
    return [Row("".join(f"{int(n):06d}" for n in path.split(".")), f"[{path}]") for path in paths]


def test_the_examples_in_the_docstrings_are_true() -> None:
    assert doctest.testmod(tree).failed == 0


def test_a_reply_stands_below_its_parent() -> None:
    parent = place(7)
    reply = place(9, parent.path)
    assert reply.path.startswith(parent.path)
    assert (reply.depth, reply.root_number) == (1, 7)


def test_beyond_the_depth_limit_a_reply_stands_beside_the_comment_it_answers() -> None:
    path = ""
    for number in range(1, tree.DEPTH_MAX + 20):
        spot = place(number, path)
        path = spot.path
        assert len(path) <= tree.PATH_MAX
    assert spot.depth == tree.DEPTH_MAX


@given(st.lists(st.integers(0, 30), max_size=60))
def test_sorting_by_path_is_reading_order(choices: list[int]) -> None:
    """Against a tree that is walked: parents first, siblings by number."""
    paths: list[str] = []
    children: dict[str, list[str]] = {}
    for number, choice in enumerate(choices, 1):
        parent = paths[choice] if choice < len(paths) else ""
        path = place(number, parent).path
        paths.append(path)
        children.setdefault(parent, []).append(path)

    def walk(path: str) -> list[str]:
        return [p for child in children.get(path, []) for p in (child, *walk(child))]

    assert sorted(paths) == walk("")


@given(st.integers(1, tree.NUMBER_MAX), st.integers(1, tree.NUMBER_MAX))
def test_a_branch_is_one_range_of_paths(root: int, other: int) -> None:
    path = place(root).path
    reply = place(other, path).path
    assert path <= reply < branch_end(path)
    if other != root:
        assert not path <= place(other).path < branch_end(path)


def test_ancestors_are_named_root_first() -> None:
    assert ancestors("000001000002000003") == ["000001", "000001000002"]


def test_a_page_ends_with_a_whole_branch() -> None:
    page, following = tree.whole_branches(rows("1", "1.2", "1.3", "4", "4.5", "6"), 2)
    assert [row.html for row in page] == ["[1]", "[1.2]", "[1.3]"]
    assert following is not None and following.html == "[4]"


def test_the_last_page_has_nothing_after_it() -> None:
    page, following = tree.whole_branches(rows("1", "1.2"), 50)
    assert len(page) == 2 and following is None


def test_newest_first_turns_branches_round_but_not_their_replies() -> None:
    backwards = rows("4.5", "4", "1.3", "1.2", "1")
    assert [row.html for row in newest_first(backwards)] == [
        "[4]", "[4.5]", "[1]", "[1.2]", "[1.3]"
    ]  # fmt: skip


def test_html_nests_as_the_thread_does() -> None:
    html = nest(rows("1", "1.2", "1.2.3", "4"))
    opening = '<details class="replies" open><summary>0 replies</summary><ol>'
    assert html == (
        f"<li>[1]{opening}<li>[1.2]{opening}<li>[1.2.3]</li></ol></details></li></ol></details>"
        "</li><li>[4]</li>"
    )


def test_more_replies_are_offered_at_the_end_of_their_branch() -> None:
    html = nest(rows("1", "1.2", "3"), {"000001": "<li>more</li>"})
    assert "<li>[1.2]</li><li>more</li></ol></details></li><li>[3]</li>" in html


def test_more_replies_are_offered_where_none_is_open() -> None:
    html = nest(rows("1"), {"000001": "<li>more</li>"})
    assert html.count("<li>more</li></ol></details></li>") == 1


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), max_size=20))
def test_every_tag_that_opens_closes(shapes: list[list[int]]) -> None:
    paths = sorted({"".join(f"{n:06d}" for n in shape) for shape in shapes})
    html = nest([Row(path, "x") for path in paths])
    for tag in ("li", "ol", "details"):
        assert html.count(f"<{tag}") == html.count(f"</{tag}>")
    assert html.count("<li>") == len(paths)


def test_ones_own_waiting_reply_stands_in_its_branch() -> None:
    page, elsewhere = merged(rows("4", "4.5", "1", "1.2"), rows("1.3", "9"))
    assert [row.html for row in page] == ["[4]", "[4.5]", "[1]", "[1.2]", "[1.3]"]
    assert [row.html for row in elsewhere] == ["[9]"]


def test_ones_own_words_take_the_place_of_their_gap() -> None:
    page, _ = merged([*rows("1"), Row("000001000002", "gap"), *rows("1.3")], rows("1.2"))
    assert [row.html for row in page] == ["[1]", "[1.2]", "[1.3]"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 reply"), (2, "2 replies"), (1204, "1,204 replies")]
)
def test_numbers_have_their_noun(number: int, words: str) -> None:
    assert tree.counted(number, "reply", "replies") == words
