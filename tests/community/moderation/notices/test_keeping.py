"""What is kept of notices, and until when."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.appeals.actions import object_to_answer
from community.moderation.models import Notice
from community.moderation.notices.actions import Given, decline_notice, receive_notice
from community.moderation.notices.references import notice_url
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import erase_comment
from community.threads.models import Comment
from tests.moderation_pages import text

Say = Callable[..., Comment]


@pytest.fixture
def declined(say: Say, alice: Member, bob: Member, mo: Member) -> Notice:
    """A notice that Bob sent and Mo declined."""
    comment = say("Doctor Smith takes bribes.", alice)
    given = Given(f"/comments/{comment.pk}/", "It is libel.", "Law", "Bob Secret", "b@x.example")
    notice = receive_notice(given=given, notifier=bob)
    decline_notice(notice=notice, moderator=mo, answer="It is an opinion.")
    notice.refresh_from_db()
    return notice


def after(time: timedelta) -> None:
    with time_machine.travel(timezone.now() + time):
        forget_what_is_over()


def test_a_notice_is_forgotten_half_a_year_after_the_answer(declined: Notice) -> None:
    after(kept_for("notices") - timedelta(hours=1))
    declined.refresh_from_db()
    assert declined.name == "Bob Secret" and declined.notifier
    after(kept_for("notices") + timedelta(hours=1))
    declined.refresh_from_db()
    kept = (declined.name, declined.email, declined.notifier, declined.explanation, declined.law)
    assert kept == ("", "", None, "", "") and declined.address == "" and declined.snapshot == ""
    assert declined.state == Notice.State.DECLINED
    shown = text(Client(), notice_url(declined))
    assert "was forgotten" in shown and "Secret" not in shown


def test_a_notice_without_a_name_is_forgotten_too(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    notice = receive_notice(given=Given(f"/comments/{comment.pk}/", "It is illegal."))
    decline_notice(notice=notice, moderator=mo, answer="No.")
    after(kept_for("notices") + timedelta(hours=1))
    notice.refresh_from_db()
    assert notice.snapshot == "" and notice.explanation == ""


def test_a_notice_that_waits_is_kept(say: Say, alice: Member) -> None:
    comment = say("Words", alice)
    notice = receive_notice(given=Given(f"/comments/{comment.pk}/", "It is illegal."))
    after(kept_for("notices") * 2)
    notice.refresh_from_db()
    assert notice.explanation == "It is illegal."


def test_while_an_appeal_waits_its_notice_waits_too(declined: Notice) -> None:
    object_to_answer(notice=declined, words="It is a fact that it says.")
    after(kept_for("notices") + timedelta(hours=1))
    declined.refresh_from_db()
    assert declined.explanation == "It is libel."


def test_what_its_author_erases_is_not_kept_with_a_notice(declined: Notice, alice: Member) -> None:
    assert declined.snapshot
    erase_comment(comment=declined.comment, author=alice)
    tell_waiting_events()
    declined.refresh_from_db()
    assert declined.snapshot == ""
