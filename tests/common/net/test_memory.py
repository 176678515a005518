"""What is remembered of sites, for how long, and how much of it."""

import pytest

from common.net.memory import (
    MAX_PAUSES_KEPT,
    MAX_ROBOTS_AGE_SECONDS,
    MAX_ROBOTS_KEPT,
    Memory,
)
from common.net.robots import Robots

CLOSED = Robots(((False, "/"),))


@pytest.fixture
def clock():
    return [1000.0]


@pytest.fixture
def memory(clock):
    return Memory(clock=lambda: clock[0])


def test_max_robots_age_seconds_is_kept_to(memory, clock):
    memory.keep_robots("http://a.example", CLOSED)
    clock[0] += MAX_ROBOTS_AGE_SECONDS - 1
    assert memory.robots_of("http://a.example") == CLOSED
    clock[0] += 1
    assert memory.robots_of("http://a.example") is None
    assert memory.robots_of("http://b.example") is None


def test_max_robots_kept_forgets_the_oldest(memory):
    large = Robots(((False, "/".ljust(MAX_ROBOTS_KEPT // 3, "x")),))
    for name in "abc":
        memory.keep_robots(name, large)
    memory.keep_robots("b", large)
    assert [bool(memory.robots_of(name)) for name in "abc"] == [False, True, True]
    memory.keep_robots("d", Robots(((False, "x" * MAX_ROBOTS_KEPT),)))
    assert [memory.robots_of(name) for name in "abcd"] == [None] * 4
    memory.keep_robots("e", large)
    assert memory.robots_of("e") == large


def test_a_pause_ends(memory, clock):
    assert memory.pause_of("a.example") == 0
    memory.keep_pause("a.example", 60)
    assert memory.pause_of("a.example") == 60
    clock[0] += 60
    assert memory.pause_of("a.example") == 0


def test_max_pauses_kept_forgets_the_oldest(memory):
    for number in range(MAX_PAUSES_KEPT + 1):
        memory.keep_pause(str(number), 60)
    assert memory.pause_of("0") == 0
    assert memory.pause_of("1") == 60
    assert memory.pause_of(str(MAX_PAUSES_KEPT)) == 60
