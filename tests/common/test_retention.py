"""The table of what is kept how long."""

import pytest

from common.retention import PARTS, RULES, Rule, days_in_words


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_default_within_its_bounds_and_says_what_and_why(rule: Rule) -> None:
    assert 1 <= rule.least <= rule.days <= rule.most
    assert rule.since.startswith("after ") and rule.why.endswith(".") and len(rule.what) > 10


def test_every_rule_stands_once() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) == sum(len(part) for _, part in PARTS)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (2, "2 days"),
        (59, "59 days"),
        (90, "90 days (about 3 months)"),
        (183, "183 days (about 6 months)"),
        (365, "365 days (about a year)"),
        (400, "400 days (about 13 months)"),
        (1095, "1095 days (about 3 years)"),
    ],
)
def test_days_are_said_as_people_say_them(days: int, words: str) -> None:
    assert days_in_words(days) == words
