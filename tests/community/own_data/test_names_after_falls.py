"""An erasure that falls in the midst decides about names as it did before."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from community.members.models import Member
from community.own_data import erasing, taking_back
from community.own_data.actions import ask_for_erasure, call_off
from community.own_data.erasing import carry_out_erasures
from community.own_data.models import Erasure
from community.threads.models import Comment, Thread
from tests.community.own_data.searching import found_anywhere, found_in_tables
from tests.community.own_data.test_erasing import NAME, OLD_NAME, erase, violet
from tests.community.own_data.test_names_everywhere import another, bodies, house, spoken_of

__all__ = ["house", "violet"]


STEPS = (
    "forget_page", "erase_or_disown", "forget_support_of", "erase_questions_with",
    "forget_words_to_moderators", "forget_downloads_of", "forget_in_sessions", "scrub_files",
    "empty_account", "make_downloads_anew", "scrub_storage",
)  # fmt: skip


def fall(*given: object, **named: object) -> None:
    raise RuntimeError("power cut")


def fallen(monkeypatch: pytest.MonkeyPatch, place: Any, step: str) -> None:
    """An erasure falls in a step."""
    with monkeypatch.context() as patched:
        patched.setattr(place, step, fall)
        assert carry_out_erasures() == 0


@pytest.mark.parametrize("how", ["words", "name"])
@pytest.mark.parametrize("step", STEPS)
def test_after_a_fall_in_any_step_the_same_is_decided(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member,
    monkeypatch: pytest.MonkeyPatch, step: str, how: str,
) -> None:  # fmt: skip
    another("Dr Mirabel leads the study.")
    people = [spoken_of(name, thread, bob, alice, mo) for name in ("Zephyrquill", "Mirabel")]
    for person in people:
        ask_for_erasure(member=person, how=how)
    Erasure.objects.update(due_at=timezone.now())
    fallen(monkeypatch, erasing, step)
    assert all(row.names or row.member.email.startswith("erased-") for row in waiting())
    assert carry_out_erasures() == 2
    assert found_anywhere("Zephyrquill") == []
    assert bodies().count("As mirabel said, rest.") == 1, "where she took no part"
    assert not [row for row in Erasure.objects.all() if row.names]


def waiting() -> list[Any]:
    return list(Erasure.objects.filter(state="waiting").select_related("member"))


@pytest.mark.parametrize("step", ["clean_copies", "clean_comment"])
def test_after_a_fall_in_the_midst_of_taking_names_out_the_same_is_decided(
    house: Path, thread: Thread, bob: Member, alice: Member, mo: Member,
    monkeypatch: pytest.MonkeyPatch, step: str,
) -> None:  # fmt: skip
    another("Dr Mirabel leads the study.")
    person = spoken_of("Mirabel", thread, bob, alice, mo)
    ask_for_erasure(member=person, how="words")
    Erasure.objects.update(due_at=timezone.now())
    before = {"Mirabel": "others"}
    if step == "clean_comment":
        real, done = taking_back.clean_comment, []

        def fall_at_the_third(*given: Any) -> int:
            done.append(given)
            return real(*given) if len(done) < 3 else fall()  # type: ignore[func-returns-value]

        with monkeypatch.context() as patched:
            patched.setattr(taking_back, step, fall_at_the_third)
            assert carry_out_erasures() == 0
    else:
        fallen(monkeypatch, taking_back, step)
    assert Erasure.objects.get().names == before
    assert carry_out_erasures() == 1
    assert Comment.objects.filter(body="As mirabel said, rest.").count() == 1


def test_an_erasure_that_was_called_off_when_it_had_begun_keeps_no_name(
    violet: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask_for_erasure(member=violet, how="words")
    Erasure.objects.update(due_at=timezone.now())
    fallen(monkeypatch, erasing, "scrub_files")
    assert call_off(erasure=first)
    erase(violet, "words")
    assert found_in_tables(NAME, OLD_NAME) == []
