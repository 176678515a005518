"""Where the comments of a branch stand after it was moved."""

from hypothesis import given
from hypothesis import strategies as st

from community.threads.moving.plan import BranchRow, Planned, branch_of, plan
from community.threads.tree import DEPTH_MAX, OPEN_REPLIES, ancestors


def branch(parents: list[int | None], hidden: tuple[int, ...] = ()) -> list[BranchRow]:
    """Rows with the keys and numbers 1, 2, 3 …; `parents` are those of each."""
    return [
        BranchRow(pk, pk, parent, pk not in hidden) for pk, parent in enumerate(parents, start=1)
    ]


def by_key(planned: list[Planned]) -> dict[int, Planned]:
    return {each.pk: each for each in planned}


def test_a_branch_is_a_comment_and_all_that_answer_it() -> None:
    rows = branch([None, 1, 1, 2, 3, None, 4])
    assert [row.pk for row in branch_of(reversed(rows), 2)] == [2, 4, 7]
    assert [row.pk for row in branch_of(rows, 1)] == [1, 2, 3, 4, 5, 7]


def test_it_begins_at_the_top_with_new_numbers_in_the_old_order() -> None:
    rows = branch_of(branch([None, 1, 2, 2, 3]), 2)
    planned = by_key(plan(rows, 41))
    assert [each.place.number for each in planned.values()] == [41, 42, 43, 44]
    assert planned[2].place.path == "000041" and planned[2].place.depth == 0
    assert planned[5].place.path == "000041000042000044"
    assert {each.place.root_number for each in planned.values()} == {41}


def test_visible_replies_are_counted_and_gaps_without_any_are_nowhere() -> None:
    planned = by_key(plan(branch([None, 1, 2, 1], hidden=(2, 4)), 1))
    assert [planned[key].visible_below for key in (1, 2, 3, 4)] == [1, 1, 0, 0]
    assert [planned[key].is_placed for key in (1, 2, 3, 4)] == [True, True, True, False]


def test_what_comes_after_the_branch_was_full_is_folded_with_its_answers() -> None:
    many = OPEN_REPLIES + 2
    planned = by_key(plan(branch([None, *[1] * many, many + 1]), 1))
    folded = [key for key, each in planned.items() if each.is_folded]
    assert folded == [many, many + 1, many + 2]


def test_what_stood_beside_its_parent_at_the_depth_limit_stands_below_it_again() -> None:
    chain: list[int | None] = [None, *range(1, DEPTH_MAX + 5)]
    planned = plan(branch_of(branch(chain), 10), 1)
    assert [each.place.depth for each in planned] == list(range(len(planned)))


@given(st.lists(st.integers(0, 40), max_size=80), st.sets(st.integers(1, 80)))
def test_it_comes_out_as_if_posted_there_one_by_one(choices: list[int], hidden: set[int]) -> None:
    parents: list[int | None] = [None]
    parents += [min(choice, place) + 1 for place, choice in enumerate(choices)]
    rows = branch(parents, tuple(hidden))
    planned = plan(rows, 7)
    at = {each.place.path: each for each in planned}
    assert len(at) == len(rows)
    seen = 0
    for each, row in zip(planned, rows, strict=True):
        above = [at[path] for path in ancestors(each.place.path)]
        if above:
            assert each.is_folded == (above[-1].is_folded or seen >= OPEN_REPLIES)
            seen += row.is_visible
        below = [o for o in planned if o.place.path.startswith(each.place.path) and o is not each]
        assert each.visible_below == sum(o.is_visible for o in below)
