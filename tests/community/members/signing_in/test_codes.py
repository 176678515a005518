"""Codes by mail: their form, their limits."""

import re

import pytest

from community.members.signing_in.codes import (
    RESENDS,
    SECONDS,
    TRIES,
    SentCode,
    new_code,
    same_code,
)


def sent(code: str = "1234-5678") -> SentCode:
    return SentCode(address="alice@example.org", code=code, sent_at=1000.0)


def test_a_code_is_two_groups_of_four_digits() -> None:
    assert re.fullmatch(r"\d{4}-\d{4}", new_code())


def test_two_codes_differ() -> None:
    assert len({new_code() for _ in range(50)}) > 45


@pytest.mark.parametrize(
    "typed", ["1234-5678", "12345678", " 1234 5678 ", "1234–5678", "１２３４５６７８"]
)
def test_every_way_to_type_the_code_is_fine(typed: str) -> None:
    assert same_code(typed, "1234-5678")


@pytest.mark.parametrize("typed", ["", "-", "1234-5679", "1234-56780", "abcd"])
def test_another_code_is_not_the_same(typed: str) -> None:
    assert not same_code(typed, "1234-5678")


def test_an_empty_code_matches_nothing() -> None:
    assert not same_code("", "")


def test_a_code_is_good_until_its_time_is_over() -> None:
    assert sent().is_good(1000.0 + SECONDS)
    assert not sent().is_good(1001.0 + SECONDS)


def test_wrong_tries_are_counted_until_none_is_left() -> None:
    code = sent()
    for left in range(TRIES - 1, -1, -1):
        assert not code.enter("0000-0000")
        assert code.tries_left == left
    assert not code.is_good(1000.0)


def test_the_right_code_is_no_try() -> None:
    code = sent()
    assert code.enter("12345678")
    assert code.tries_left == TRIES


def test_a_new_code_keeps_the_tries_and_begins_its_time_anew() -> None:
    code = sent()
    code.enter("0000-0000")
    code.renew(5000.0)
    assert code.code != "1234-5678"
    assert code.tries_left == TRIES - 1
    assert code.is_good(5000.0 + SECONDS)


def test_new_codes_are_sent_a_few_times_only() -> None:
    code = sent()
    for _ in range(RESENDS):
        assert code.may_resend
        code.renew(1000.0)
    assert not code.may_resend


def test_a_code_comes_back_from_the_session_as_it_was() -> None:
    code = sent()
    assert SentCode(**code.as_json()) == code
