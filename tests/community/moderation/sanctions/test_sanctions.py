"""What is decided about people and threads, and what it does to a post."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision, Sanction
from community.moderation.sanctions.actions import (
    GAP,
    end_what_is_over,
    lift_sanctions,
    sanction_member,
)
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.restraints import NotAllowed as NotNow
from community.threads.restraints import Warned
from tests.moderation_pages import page, text

Say = Callable[..., Comment]
Kind = Sanction.Kind
DAY = timedelta(days=1)


def decide(member: Member, moderator: Member, kind: str, **more: object) -> Sanction:
    given = {"ground": "attack", "words": "Please stop.", **more}
    return sanction_member(member=member, moderator=moderator, kind=kind, **given)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def post(client: Client, thread: Thread, **sent: str):
    return client.post(f"/articles/{thread.article.slug}/comments/", sent)


def kept(response) -> str:
    return LexborHTMLParser(response.content.decode()).css_first("textarea").text().strip()


# -- people ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "says"), [(Kind.PAUSE, "You cannot write here until"), (Kind.BAN, "no longer write")]
)
def test_who_may_not_write_keeps_the_words_and_is_told_why(
    thread: Thread, alice: Member, mo: Member, kind: str, says: str
) -> None:
    until = timezone.now() + DAY if kind == Kind.PAUSE else None
    decide(alice, mo, kind, until=until)
    response = post(signed_in(alice), thread, comment="My words")
    assert says in response.content.decode() and kept(response) == "My words"
    assert not Comment.objects.exists()
    tell_waiting_events()
    (message,) = mail.outbox
    assert message.to == [alice.email] and "Please stop." in message.body
    assert "/account/decisions/" in message.body and "attacks a person" in message.body


def test_a_pause_ends_by_itself(say: Say, alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.PAUSE, until=timezone.now() + DAY)
    alice.refresh_from_db()
    with pytest.raises(NotNow):
        say("Words", alice)
    with time_machine.travel(timezone.now() + DAY + timedelta(seconds=1)):
        assert say("Words", alice).is_visible


def test_who_is_paused_may_take_back_and_not_rewrite(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    decide(alice, mo, Kind.PAUSE, until=timezone.now() + DAY)
    alice.refresh_from_db()
    with pytest.raises(NotNow):
        edit_comment(comment=comment, author=alice, text="Other words")
    withdraw_comment(comment=comment, author=alice)


def test_a_warning_is_confirmed_with_the_next_post(
    thread: Thread, alice: Member, mo: Member
) -> None:
    sanction = decide(alice, mo, Kind.WARN)
    client = signed_in(alice)
    assert "A moderator decided something" in text(client, "/account/")
    assert "Please stop." in text(client, "/account/decisions/")
    response = post(client, thread, comment="My words")
    assert kept(response) == "My words" and not Comment.objects.exists()
    found = LexborHTMLParser(response.content.decode())
    assert found.css_first("button[name=confirm]")
    post(client, thread, comment="My words", confirm="1")
    assert Comment.objects.get().is_visible
    tell_waiting_events()
    sanction.refresh_from_db()
    assert sanction.acknowledged_at is not None
    alice.refresh_from_db()
    assert not alice.is_warned


def test_a_second_warning_has_to_be_read_again(say: Say, alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.WARN)
    Sanction.objects.update(acknowledged_at=timezone.now())
    decide(alice, mo, Kind.WARN)
    alice.refresh_from_db()
    with pytest.raises(Warned):
        say("Words", alice)


def test_who_is_read_first_waits_although_trusted(say: Say, alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.READ_FIRST)
    alice.refresh_from_db()
    comment = say("Words", alice)
    assert comment.state == "pending"
    assert [reason["code"] for reason in comment.reasons] == ["pre-moderated"]


def test_a_slowed_person_waits_everywhere(say: Say, alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.SLOW)
    alice.refresh_from_db()
    say("First words", alice)
    with pytest.raises(NotNow, match="slowed down for a while"):
        say("More words", alice)
    with time_machine.travel(timezone.now() + GAP + timedelta(seconds=1)):
        assert say("More words", alice).is_visible


def test_lifting_ends_all_and_the_person_is_told(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    decide(alice, mo, Kind.BAN)
    decide(alice, mo, Kind.SLOW)
    lift_sanctions(member=alice, moderator=mia, words="Welcome back.")
    alice.refresh_from_db()
    assert say("Words", alice).is_visible
    tell_waiting_events()
    assert "as before" in mail.outbox[-1].subject
    with pytest.raises(NotAllowed, match="Nothing holds"):
        lift_sanctions(member=alice, moderator=mia, words="")


def test_a_ban_reversed_by_appeal_is_over(say: Say, alice: Member, mo: Member, mia: Member) -> None:
    sanction = decide(alice, mo, Kind.BAN)
    appeal = lodge_appeal(decision=sanction.decision, author=alice, words="Please.")
    reverse_decision(appeal=appeal, moderator=mia, words="You are right.")
    alice.refresh_from_db()
    assert not alice.is_banned and say("Words", alice).is_visible
    sanction.refresh_from_db()
    assert sanction.lifted_by and sanction.lifted_by.kind == "appeal_reversed"


def test_what_ended_by_itself_is_taken_off_the_member(alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.READ_FIRST, until=timezone.now() + DAY)
    assert end_what_is_over() == 0
    with time_machine.travel(timezone.now() + DAY + timedelta(seconds=1)):
        assert end_what_is_over() == 1 and end_what_is_over() == 0
    alice.refresh_from_db()
    assert not alice.is_read_first


@pytest.mark.parametrize(
    "changes",
    [{"ground": ""}, {"words": " "}, {"kind": "nonsense"}, {"kind": Kind.PAUSE},
     {"kind": Kind.PAUSE, "until": timezone.now() - DAY}],
)  # fmt: skip
def test_nothing_is_decided_without_a_reason_and_an_end(
    alice: Member, mo: Member, changes: dict
) -> None:
    given = {"kind": Kind.BAN, "ground": "attack", "words": "Words", **changes}
    with pytest.raises(NotAllowed):
        sanction_member(member=alice, moderator=mo, **given)
    assert not Decision.objects.exists()


def test_nobody_judges_themselves_or_the_team(mo: Member, mia: Member, alice: Member) -> None:
    for member, moderator in ((mo, mo), (mia, mo), (mo, alice)):
        with pytest.raises(NotAllowed):
            decide(member, moderator, Kind.BAN)


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_the_second_is_told_who_was_first(
    alice: Member, mo: Member, mia: Member
) -> None:
    def ban(moderator: Member) -> str:
        try:
            decide(alice, moderator, Kind.BAN)
        except NotAllowed as trouble:
            return str(trouble)
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(ban, (mo, mia)))
    assert "decided this already: banned." in said[0] and said[1] == "decided"
    assert Sanction.objects.count() == 1


def test_the_page_of_a_person_decides_and_lifts(alice: Member, mo: Member) -> None:
    client = signed_in(mo)
    where = f"/moderation/people/{alice.pk}/"
    sent = {"do": "sanction", "kind": "pause", "ground": "attack", "words": "Please stop."}
    answer = client.post(where, {**sent, "days": ""})
    assert answer.status_code == 422 and "when the pause ends" in answer.content.decode()
    client.post(where, {**sent, "days": "3"})
    shown = text(client, where)
    assert "Holds now: paused until" in shown and "Please stop." in shown
    again = client.post(where, {**sent, "days": "3"})
    assert "Mo decided this already" in again.content.decode()
    client.post(where, {"do": "lift", "words": ""})
    assert "Lifted by Mo" in text(client, where)


def test_the_case_leads_to_the_person_and_the_thread(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    found = page(signed_in(mo), f"/moderation/comments/{comment.pk}/")
    assert found.css_first(f"a[href='/moderation/people/{nadia.pk}/']")
    assert found.css_first(f"a[href='/moderation/threads/{comment.thread_id}/']")
