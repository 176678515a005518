"""Letters that a server puts off, or that find no server, are tried again after longer and longer pauses."""

import smtplib
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment
from community.notifications.follows.actions import choose_letters, follower_for
from community.notifications.team_alerts import alert_team
from community.notifications.telling import tell_waiting_events
from community.old_words.actions import send_proofs
from community.old_words.models import AddressProof
from community.outbox.pauses import FIRST_PAUSE, LONGEST_PAUSE
from community.own_data.actions import ask_for_erasure, send_erasure_letters
from community.own_data.downloading import LETTER_TRIED, ask_for_download, prepare_downloads
from community.own_data.erasing import RECEIPT_TRIED, carry_out_erasures
from community.own_data.models import Download, Erasure
from community.threads.actions import post_comment
from community.threads.models import Thread

GREYLISTED = smtplib.SMTPRecipientsRefused({"somebody": (451, b"4.7.1 Please try again later")})
AWAY = ConnectionRefusedError()
START = "2026-05-01T12:00:00Z"
STEP = timedelta(seconds=30)
# From one try to the next: twice as long each time.
GROWING = [30, 60, 120, 240, 480, 960, 1920, 3600]


@pytest.fixture
def clock() -> Any:
    with time_machine.travel(START, tick=False) as moved:
        yield moved


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def tries(work: Callable[[], int], clock: Any, during: timedelta, trouble: Exception) -> list[int]:
    """The seconds, counted from now, at which a worker that comes every few seconds tries a letter."""
    begin, times = timezone.now(), []

    def refuse(*given: Any, **named: Any) -> int:
        times.append(round((timezone.now() - begin).total_seconds()))
        raise trouble

    with mock.patch.object(EmailMultiAlternatives, "send", side_effect=refuse):
        while timezone.now() - begin < during:
            work()
            clock.shift(STEP)
    return times


def pauses(times: list[int]) -> list[int]:
    return [later - earlier for earlier, later in pairwise(times)]


def due_decision(thread: Thread, nadia: Member, mo: Member) -> Callable[[], int]:
    comment = post_comment(thread=thread, author=nadia, text="I rest.").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    return tell_waiting_events


def due_proof(thread: Thread, nadia: Member, mo: Member) -> Callable[[], int]:
    given = {"origin_hash": "x", "salt": "x", "asked_at": timezone.now()}
    AddressProof.objects.create(email="ada@elsewhere.example", **given)
    return send_proofs


def due_erasure_letter(thread: Thread, nadia: Member, mo: Member) -> Callable[[], int]:
    ask_for_erasure(member=nadia, how="words")
    return send_erasure_letters


def due_urgent(thread: Thread, nadia: Member, mo: Member) -> Callable[[], int]:
    choose_letters(follower=follower_for(mo), overdue="never")  # it waits long enough for that, too
    post_comment(thread=thread, author=nadia, text="I want to kill myself tonight.")
    return alert_team


@pytest.mark.parametrize("due", [due_decision, due_proof, due_erasure_letter, due_urgent])
@pytest.mark.parametrize("trouble", [GREYLISTED, AWAY], ids=["greylisted", "away"])
def test_a_letter_that_is_put_off_is_tried_after_longer_pauses(
    due: Any, trouble: Exception, clock: Any, thread: Thread, nadia: Member, mo: Member
) -> None:
    work = due(thread, nadia, mo)
    times = tries(work, clock, timedelta(seconds=sum(GROWING)) + STEP, trouble)
    assert times[0] == 0 and pauses(times) == GROWING
    assert GROWING[0] == FIRST_PAUSE.total_seconds() <= 60
    clock.shift(LONGEST_PAUSE)
    assert work() == 1 and len(mail.outbox) == 1


@pytest.mark.parametrize("due", [due_proof, due_erasure_letter])
def test_the_next_letter_begins_with_a_short_pause_again(
    due: Any, clock: Any, thread: Thread, nadia: Member, mo: Member
) -> None:
    work = due(thread, nadia, mo)
    tries(work, clock, timedelta(hours=1), GREYLISTED)
    clock.shift(LONGEST_PAUSE)
    assert work() == 1
    for model in (AddressProof, Erasure):
        model._default_manager.update(letter_due=True)
    assert pauses(tries(work, clock, timedelta(minutes=3), GREYLISTED)) == GROWING[:2]


def test_a_worker_that_is_started_anew_finds_the_pause_in_the_row(
    clock: Any, thread: Thread, nadia: Member, mo: Member
) -> None:
    ask_for_download(member=nadia)
    for due, model in ((due_proof, AddressProof), (due_erasure_letter, Erasure)):
        tries(due(thread, nadia, mo), clock, STEP, GREYLISTED)
        row = model._default_manager.get()
        assert (row.attempts, row.not_before) == (1, timezone.now() - STEP + FIRST_PAUSE)
    tries(prepare_downloads, clock, STEP, GREYLISTED)
    assert Download.objects.get().attempts == 1


def test_a_file_to_take_away_waits_for_its_letter_no_longer_than_it_may(
    clock: Any, nadia: Member
) -> None:
    ask_for_download(member=nadia)
    times = tries(prepare_downloads, clock, timedelta(hours=1), GREYLISTED)
    assert times == [0, 30, 90, 210, 450, LETTER_TRIED.total_seconds()]
    assert Download.objects.get().ready_at


def test_the_last_letter_of_an_erasure_begins_with_a_short_pause_whatever_the_one_before_waited_for(
    clock: Any, nadia: Member
) -> None:
    erasure = ask_for_erasure(member=nadia, how="words")
    assert erasure.due_at
    tries(send_erasure_letters, clock, timedelta(hours=1), GREYLISTED)
    soon = timezone.now() + timedelta(seconds=10)
    Erasure.objects.update(due_at=soon, not_before=soon + LONGEST_PAUSE)
    clock.shift(10)

    def work() -> int:
        return send_erasure_letters() + carry_out_erasures()

    times = tries(work, clock, RECEIPT_TRIED + STEP, GREYLISTED)
    assert times[:7] == [0, 30, 90, 210, 450, 930, 1890]
    assert Erasure.objects.get().state == Erasure.State.WAITING
    assert carry_out_erasures() == 1 and mail.outbox[-1].to == ["nadia@people.example"]
