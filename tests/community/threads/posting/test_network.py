"""What is kept of where a request comes from."""

from datetime import date

import pytest

from community.threads.posting.network import line_of, network_hash

DAY = date(2026, 3, 1)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "::1", "fe80::1", "", "nonsense"])
def test_an_address_that_says_nothing_gives_nothing(address: str) -> None:
    assert network_hash(address) == ""


def test_days_cannot_be_joined_and_the_address_does_not_stand_in_it() -> None:
    today, tomorrow = network_hash("8.8.4.4", DAY), network_hash("8.8.4.4", date(2026, 3, 2))
    assert today and tomorrow and today != tomorrow
    assert today != network_hash("8.8.4.5", DAY) and "8.8.4.4" not in today


def test_all_addresses_of_one_line_are_one() -> None:
    line = {network_hash(f"2a00:1450:4001:81a::{number:x}", DAY) for number in range(1, 20)}
    assert len(line) == 1
    assert network_hash("2a00:1450:4001:81b::1", DAY) not in line


def test_an_old_address_written_as_a_new_one_is_the_same() -> None:
    assert line_of("::ffff:8.8.4.4") == line_of("8.8.4.4") == "8.8.4.4"
    assert line_of("::ffff:10.0.0.1") == ""
