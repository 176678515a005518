"""The rules are strict unless somebody writes down that they are not."""

import dataclasses

import pytest

from common.net import FetchRules


def test_by_default_nothing_private_is_allowed():
    rules = FetchRules()
    assert rules.ports == {80, 443}
    assert rules.allowed_addresses == frozenset()
    assert rules.robots
    assert not rules.allows("127.0.0.1")
    assert rules.allows("8.8.8.8")


def test_an_allowed_address_is_known_in_each_of_its_forms():
    rules = FetchRules(allowed_addresses=frozenset({"FD00:0:0::1"}))
    assert rules.allows("fd00::1")
    assert not rules.allows("fd00::2")
    assert not rules.allows("fd00::1%eth0")


def test_rules_do_not_change():
    with pytest.raises(dataclasses.FrozenInstanceError):
        FetchRules().robots = False


def test_we_say_who_we_are_and_where_to_find_us():
    assert FetchRules().user_agent == "CommonThread/1.0"
    rules = FetchRules(agent="Our-Board", version="2.1", site_address="https://a.example/x")
    assert rules.user_agent == "Our-Board/2.1 (+https://a.example/x)"


@pytest.mark.parametrize(
    "values",
    [
        {"agent": ""},
        {"agent": "Common Thread"},
        {"agent": "a\r\nCookie: b"},
        {"version": "1\n"},
        {"version": ""},
        {"site_address": "a.example"},
        {"site_address": "https://a.example/\r\nX: y"},
        {"site_address": "https://a.example/) (evil"},
    ],
)
def test_a_name_that_would_break_a_header_is_no_name(values):
    with pytest.raises(ValueError, match="letters|begins"):
        FetchRules(**values)
