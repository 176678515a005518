"""The team hears of words of danger at once, and of what waits longer than promised."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.alerts.reading import APPEAL_TIME, NOTICE_TIME, URGENT_TIME, read_overdue
from community.moderation.decisions.actions import approve_comment, reject_comment
from community.moderation.models import AlertPause, Appeal, Notice, WaitAlert
from community.notifications import team_alerts
from community.notifications.follows.actions import choose_letters, follower_for, pause_letters
from community.notifications.follows.models import Follower
from community.notifications.handing import taken
from community.notifications.letters.returned import stop_mail
from community.notifications.team_alerts import PAUSE, alert_team
from community.outbox.pauses import FIRST_PAUSE
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from tests.community.notifications.test_handing import FULL, refusing

CRISIS = "I want to kill myself tonight."
Write = Callable[..., Comment]


@pytest.fixture
def write(thread: Thread, nadia: Member) -> Write:
    def post(text: str, **waited: float) -> Comment:
        comment = post_comment(thread=thread, author=nadia, text=text).comment
        since = timezone.now() - timedelta(**waited)
        Comment.objects.filter(pk=comment.pk).update(waiting_since=since)
        comment.refresh_from_db()
        return comment

    return post


@pytest.fixture(autouse=True)
def _nothing_taken() -> None:
    """What the server took in another test: comments have the same keys there."""
    taken.clear()


def after_pause() -> None:
    """The worker comes again when the first pause is over."""
    with time_machine.travel(timezone.now() + FIRST_PAUSE):
        alert_team()


def test_the_whole_team_is_told_of_words_of_danger_at_once(
    write: Write, mo: Member, mia: Member, stefan: Member, alice: Member
) -> None:
    comment = write(CRISIS)
    alert_team()
    assert {message.to[0] for message in mail.outbox} == {mo.email, mia.email, stefan.email}
    for message in mail.outbox:
        assert f"/moderation/comments/{comment.pk}/" in message.body
        assert "kill" not in message.body and "crisis" not in message.subject.casefold()


def test_nobody_is_told_twice_of_the_same_words(write: Write, mo: Member) -> None:
    write(CRISIS)
    alert_team()
    alert_team()
    assert len(mail.outbox) == 1


def test_a_mailbox_that_takes_no_mail_keeps_nobody_else_of_the_team_from_hearing(
    write: Write, mo: Member, mia: Member, stefan: Member
) -> None:
    write(CRISIS)
    with refusing(mo.email):
        alert_team()
    alert_team()
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted([mia.email, stefan.email])


def test_who_cannot_be_told_now_is_told_later_and_the_others_not_again(
    write: Write, mo: Member, mia: Member
) -> None:
    write(CRISIS)
    with refusing(mo.email, answer=FULL):
        assert alert_team() == 0
    after_pause()
    assert [letter.to[0] for letter in mail.outbox] == [mia.email, mo.email]


def test_words_of_danger_that_come_in_during_a_pause_are_tried_at_once_and_told_to_everybody(
    write: Write, mo: Member, mia: Member
) -> None:
    first = write(CRISIS)
    with refusing(mo.email, answer=FULL):
        assert alert_team() == alert_team() == 0
    assert AlertPause.objects.get().attempts == 1
    second = write("I am going to end my life.", minutes=20)  # it stands above the first
    assert alert_team() == 2
    for member in (mo, mia):
        letter = [each for each in mail.outbox if each.to == [member.email]][-1]
        assert all(f"/comments/{each.pk}/" in letter.body for each in (first, second))
    assert not AlertPause.objects.exists()


def test_other_words_that_wait_too_long_shorten_no_pause(write: Write, mo: Member) -> None:
    write("I slept badly.", days=2)
    with refusing(mo.email, answer=FULL):
        assert alert_team() == 0
    write("I slept badly again, and then not at all.", days=2)
    assert alert_team() == 0
    after_pause()
    assert len(mail.outbox) == 1 and not AlertPause.objects.exists()


@pytest.mark.parametrize("waited", [{}, {"days": 2}])
def test_told_again_after_a_fall_it_is_the_same_letter(
    write: Write, mo: Member, waited: dict[str, float]
) -> None:
    """As when the worker dies between sending and noting it down."""
    write(CRISIS if not waited else "I slept badly.", **waited)
    alert_team()
    WaitAlert.objects.all().delete()
    with time_machine.travel(timezone.now() + timedelta(seconds=10)):
        alert_team()
    first, second = (letter.extra_headers["Message-ID"] for letter in mail.outbox)
    assert first == second


def test_two_that_come_in_together_are_one_message(write: Write, mo: Member) -> None:
    write(CRISIS)
    write("I am going to end my life.")
    alert_team()
    (message,) = mail.outbox
    assert "2 comments wait" in message.body and message.body.count("/comments/") == 2


def test_new_words_of_danger_are_news_again(write: Write, mo: Member, nadia: Member) -> None:
    comment = write(CRISIS)
    alert_team()
    edit_comment(comment=comment, author=nadia, text=f"{CRISIS} I have the pills here.")
    alert_team()
    first, second = (letter.extra_headers["Message-ID"] for letter in mail.outbox)
    assert first != second  # or mail programs would take it for the one before


def test_ordinary_posts_alert_nobody(write: Write, mo: Member) -> None:
    write("I slept badly.")
    assert alert_team() == 0 and mail.outbox == []


def test_who_left_the_team_hears_nothing(write: Write, mo: Member) -> None:
    Member.objects.filter(pk=mo.pk).update(is_active=False)
    write(CRISIS)
    alert_team()
    assert mail.outbox == []


def test_a_wait_longer_than_promised_is_told_once_an_hour_at_most(write: Write, mo: Member) -> None:
    write("I slept badly.", days=2)
    alert_team()
    write("I slept well.", days=2)
    alert_team()
    (message,) = mail.outbox
    assert "1 comment waits longer than we promise" in message.body
    with time_machine.travel(timezone.now() + PAUSE + timedelta(minutes=1)):
        alert_team()
    assert "2 comments wait longer than we promise" in mail.outbox[1].body


def test_a_wait_within_the_promise_alerts_nobody(write: Write, mo: Member) -> None:
    write("I slept badly.", hours=23)
    assert alert_team() == 0


def test_words_of_danger_are_overdue_after_half_an_hour(write: Write, mo: Member) -> None:
    comment = write(CRISIS)
    alert_team()
    since = timezone.now() - URGENT_TIME - timedelta(seconds=1)
    Comment.objects.filter(pk=comment.pk).update(waiting_since=since)
    alert_team()
    assert "1 comment with words of danger waits for more than half an hour" in mail.outbox[1].body


def test_what_was_read_is_not_overdue(write: Write, mo: Member) -> None:
    comment = write("I slept badly.", days=2)
    approve_comment(comment=comment, moderator=mo, version=1)
    assert alert_team() == 0 and not read_overdue()


def test_notices_and_appeals_are_overdue_too(write: Write, mo: Member) -> None:
    comment = write("I slept badly.")
    decision = reject_comment(comment=comment, moderator=mo, version=1, ground="attack")
    now, second = timezone.now(), timedelta(seconds=1)
    given = {"explanation": "x", "address": "x", "salt": "x"}
    for age in (NOTICE_TIME + second, NOTICE_TIME - 60 * second):
        key = f"N-{age.total_seconds():.0f}"
        Notice.objects.create(reference=key, submission_key=key, received_at=now - age, **given)
    Appeal.objects.create(decision=decision, words="x", lodged_at=now - APPEAL_TIME - second)
    overdue = read_overdue()
    assert (overdue.notices, overdue.appeals, overdue.count) == (1, 1, 2)


def test_a_message_that_could_not_be_sent_is_sent_later(
    write: Write, mo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(CRISIS)

    def fails(*args: object, **kwargs: object) -> None:
        raise OSError("no mail server")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.message.EmailMessage.send", fails)
        assert alert_team() == 0
    assert not WaitAlert.objects.exists()
    after_pause()
    assert len(mail.outbox) == 1


def test_very_many_are_told_in_several_messages(
    write: Write, mo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team_alerts, "TOLD_MAX", 1)
    write(CRISIS)
    write("I am going to end my life.")
    alert_team()
    alert_team()
    assert len(mail.outbox) == 2


@pytest.mark.django_db(transaction=True)
def test_the_worker_tells_the_team_and_counts_the_promise(write: Write, mo: Member) -> None:
    write(CRISIS)
    call_command("run_worker", "--once")
    assert any("Please read this first" == message.subject for message in mail.outbox)


def test_who_paused_or_ended_it_hears_of_danger_and_not_of_waits(
    write: Write, mo: Member, mia: Member, stefan: Member
) -> None:
    pause_letters(follower=follower_for(mo))
    choose_letters(follower=follower_for(mia), overdue="never")
    write("I slept badly.", days=2)
    alert_team()
    (message,) = mail.outbox
    assert message.to == [stefan.email]
    assert "/pause/" in message.body and "/stop/overdue/" in str(message.extra_headers)
    mail.outbox.clear()
    write(CRISIS)
    assert alert_team() == 3
    message = mail.outbox[0]
    assert (
        "also to those who paused their letters" in message.body and "/pause/" not in message.body
    )
    assert "List-Unsubscribe" not in message.extra_headers
    assert "also to those who paused" in message.alternatives[0][0]


def test_nothing_goes_to_an_address_that_takes_no_letters(write: Write, mo: Member) -> None:
    stop_mail(follower=follower_for(mo), why=Follower.Stopped.RETURNED)
    write(CRISIS)
    assert alert_team() == 0 and mail.outbox == []


def test_only_the_team_is_asked_about_posts_that_wait(
    client: Client, mo: Member, alice: Member
) -> None:
    for member, is_asked in ((mo, True), (alice, False)):
        client.force_login(member)
        page = client.get("/account/news/settings/").content.decode()
        assert ("Posts that wait longer" in page) == is_asked
