"""What a flag counts."""

import pytest

from community.moderation.flags.weighing import GUEST_WEIGHT, HIDES_FROM, heaviest, hides, weight


def test_somebody_new_counts_as_one_and_a_guest_for_less() -> None:
    assert weight(0, 0) == 1 > GUEST_WEIGHT


def test_who_was_right_often_counts_more_and_who_was_wrong_less() -> None:
    assert weight(9, 0) > weight(1, 0) > 1 > weight(0, 1) > weight(0, 9) > 0


@pytest.mark.parametrize(
    ("weights", "hidden"),
    [([1.0], False), ([1.8], False), ([1.0] * 2, False), ([1.0] * 3, True), ([1.8, 1.8], True),
     ([GUEST_WEIGHT] * 4, False), ([GUEST_WEIGHT] * 5, True), ([0.2] * 10, False)],
)  # fmt: skip
def test_one_angry_person_hides_nothing_and_several_do(weights: list[float], hidden: bool) -> None:
    assert hides(weights) is hidden
    assert not hides([2.0]) and HIDES_FROM > 2


def test_the_heaviest_reason_is_named() -> None:
    assert heaviest({"attack": 1.0, "selling": 2.0}) == "selling"
    assert heaviest({"selling": 1.0, "attack": 1.0}) == "attack"
