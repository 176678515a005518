"""Proofs made from a secret, without a database."""

import pytest
from django.utils.crypto import salted_hmac

from common.proofs import digest, is_proof, is_row_token, new_salt, proof, row_key, row_token


def test_links_made_before_this_module_was_there_still_open() -> None:
    assert digest("door", "17:salt", "key") == salted_hmac("door", "17:salt", "key").hexdigest()


def test_a_token_opens_its_row_under_its_key_and_under_an_earlier_one() -> None:
    token = row_token("door", 17, "salt", ["old"])
    assert is_row_token(token, "door", 17, "salt", ["old"])
    assert is_row_token(token, "door", 17, "salt", ["new", "old"])
    assert not is_row_token(token, "door", 17, "salt", ["new"])


@pytest.mark.parametrize(
    ("purpose", "key", "salt"), [("window", 17, "salt"), ("door", 18, "salt"), ("door", 17, "new")]
)
def test_a_token_opens_nothing_else(purpose: str, key: int, salt: str) -> None:
    token = row_token("door", 17, "salt", ["key"])
    assert not is_row_token(token, purpose, key, salt, ["key"])
    assert not is_row_token(token.replace("17-", f"{key}-"), purpose, key, salt, ["key"])


@pytest.mark.parametrize("given", ["", "17", "17-", "017", "x-1", "١٧-1", "17x-1", "9" * 19 + "-1"])
def test_what_is_no_token_proves_nothing(given: str) -> None:
    assert not is_row_token(given, "door", 17, "salt", ["key"])


def test_a_key_that_no_row_has_is_none() -> None:
    assert [row_key(each) for each in ("", "x-1", "١٧-1", "17x-1", "9" * 19 + "-1")] == [None] * 5


def test_a_token_in_other_digits_or_with_a_longer_number_is_not_true() -> None:
    token = row_token("door", 17, "salt", ["key"])
    assert not is_row_token("0" + token, "door", 17, "salt", ["key"])
    assert not is_row_token(token + "0", "door", 17, "salt", ["key"])
    assert not is_row_token(token.replace("-", "é"), "door", 17, "salt", ["key"])


def test_new_proofs_are_made_with_the_first_key() -> None:
    assert proof("door", "17", ["new", "old"]) == proof("door", "17", ["new"])
    assert not is_proof(proof("door", "17", ["new"]), "door", "17", ["old"])


def test_no_two_salts_are_alike() -> None:
    assert len({new_salt() for _ in range(100)}) == 100
