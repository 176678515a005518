"""How long things are kept can be set, within bounds."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from common.retention import RULES, Rule
from config import env
from config.checks import environment_can_be_used


@pytest.fixture(autouse=True)
def _problems_of_its_own(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(env, "problems", [])
    yield


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_can_be_set_from_its_least_to_its_most(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(rule.setting, raising=False)
    assert env.days(rule) == rule.days
    for days in (rule.least, rule.most):
        monkeypatch.setenv(rule.setting, str(days))
        assert env.days(rule) == days
    assert env.problems == []


@pytest.mark.parametrize("wrong", ["-1", "0", "99999", "a week", "1.5", "nan", "inf"])
def test_a_value_that_will_not_do_leaves_the_default_and_is_reported(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = RULES[0]
    monkeypatch.setenv(rule.setting, wrong)
    assert env.days(rule) == rule.days
    (error,) = environment_can_be_used()
    assert (error.id, rule.setting in error.msg) == ("config.E008", True)
    assert f"from {rule.least} to {rule.most}" in str(error.hint)


def test_every_rule_is_a_setting() -> None:
    assert {rule.setting: getattr(settings, rule.setting) for rule in RULES} == {
        rule.setting: rule.days for rule in RULES
    }
    assert settings.KEEP_SESSIONS_DAYS * 86400 == settings.SESSION_COOKIE_AGE
