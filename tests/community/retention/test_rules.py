"""Every rule: what it keeps is there until the last second, and gone a second later."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.keeping.limits import kept_for
from articles.models import Question
from common.retention import RULES
from community.members.models import Member
from community.retention.forgetting import forget_what_is_over
from community.retention.rules import BEFORE, ENDED
from community.threads.models import Comment, Thread
from tests.community.retention.cases import BEGIN, CASES, Scene, questions

SECOND = timedelta(seconds=1)


@pytest.fixture
def scene(
    thread: Thread, alice: Member, nadia: Member, mo: Member, mia: Member, tmp_path: Path,
    settings: Any, time_machine: Any,
) -> Scene:  # fmt: skip
    settings.DATA_DIR = tmp_path
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    time_machine.move_to(BEGIN, tick=False)
    return Scene(thread, alice, nadia, mo, mia, tmp_path)


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_what_a_rule_keeps_stays_until_its_last_second_and_is_gone_after_it(
    name: str, scene: Scene, time_machine: Any
) -> None:
    is_there = CASES[name](scene)
    assert is_there()
    time_machine.move_to(BEGIN + kept_for(name) - SECOND, tick=False)
    forget_what_is_over()
    assert is_there(), f"{name} is gone too early"
    time_machine.move_to(BEGIN + kept_for(name) + SECOND, tick=False)
    assert forget_what_is_over()[name] >= 1
    assert not is_there(), f"{name} is still there"


@pytest.mark.parametrize("name", sorted({*BEFORE} - {"returned_letters"}))
def test_a_setting_moves_the_end(name: str, scene: Scene, settings: Any, time_machine: Any) -> None:
    rule = next(rule for rule in RULES if rule.name == name)
    is_there = CASES[name](scene)
    setattr(settings, rule.setting, rule.most)
    time_machine.move_to(BEGIN + timedelta(days=rule.most) - SECOND, tick=False)
    forget_what_is_over()
    assert is_there()
    setattr(settings, rule.setting, rule.least)
    forget_what_is_over()
    assert not is_there()


def test_every_rule_has_its_work_and_its_test() -> None:
    names = {rule.name for rule in RULES}
    assert names == {*BEFORE, *ENDED} == set(CASES)
    assert not set(BEFORE) & set(ENDED) and len(names) == len(RULES)


def test_a_rule_that_fails_does_not_keep_the_others(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, time_machine: Any
) -> None:
    def fall(*, before: datetime) -> int:
        raise RuntimeError("disk full")

    is_there = questions(scene)
    monkeypatch.setitem(BEFORE, "network_marks", fall)
    time_machine.move_to(BEGIN + kept_for("questions") + SECOND, tick=False)
    assert forget_what_is_over()["network_marks"] == 0
    assert not is_there()


def test_many_things_go_a_few_at_a_time(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, time_machine: Any
) -> None:
    monkeypatch.setattr("articles.keeping.batches.BATCH", 2)
    for number in range(5):
        store_question(text=f"Question {number}", answer=answer(""))
        scene.say(scene.alice, f"The words of comment number {number}")
    Comment.objects.update(network_hash="abc")
    time_machine.move_to(BEGIN + kept_for("questions") + SECOND, tick=False)
    gone = forget_what_is_over()
    assert (gone["questions"], gone["network_marks"]) == (5, 5)
    assert not Question.objects.exists()
    assert not Comment.objects.exclude(network_hash="").exists()
