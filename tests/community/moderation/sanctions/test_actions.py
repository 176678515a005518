"""What is decided about people, and when it ends."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision, Sanction
from community.moderation.sanctions.actions import (
    GAP,
    DecidedMeanwhile,
    lift_sanctions,
)
from community.moderation.sanctions.ends import END_MAX
from community.moderation.sanctions.noting import note_about
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.threads.models import Comment
from tests.sanctioning import DAY, codes, decide

Say = Callable[..., Comment]
Kind = Sanction.Kind


def later(time: timedelta) -> time_machine.travel:
    return time_machine.travel(timezone.now() + time + timedelta(seconds=1))


@pytest.mark.parametrize("kind", Kind.values)
def test_a_decision_its_sanction_and_what_happened_are_written_together(
    alice: Member, mo: Member, kind: str
) -> None:
    until = None if kind in (Kind.WARN, Kind.BAN) else timezone.now() + DAY
    sanction = decide(alice, mo, kind, until=until)
    decision = Decision.objects.get()
    assert (decision.member, decision.kind, decision.until) == (alice, kind, until)
    assert sanction.decision == decision and sanction.ends_at == until
    event = OutboxEvent.objects.get(kind=OutboxEvent.Kind.MEMBER_DECIDED)
    assert event.subject_id == decision.pk


def test_who_is_read_first_waits_although_trusted(say: Say, alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.READ_FIRST, until=timezone.now() + DAY)
    comment = say("Words", alice)
    assert comment.state == "pending" and codes(comment) == ["pre-moderated"]
    with later(DAY):
        assert say("Words a day later", alice).is_visible


def test_a_slowed_person_waits_everywhere_until_it_ends(
    say: Say, alice: Member, mo: Member
) -> None:
    decide(alice, mo, Kind.SLOW, until=timezone.now() + GAP / 2)
    assert alice.gap_seconds == GAP.total_seconds()
    assert say("First words", alice).is_visible
    with pytest.raises(Exception, match="slowed down for a while"):
        say("More words", alice)
    with later(GAP / 2):
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
    message = mail.outbox[-1]
    assert "is over" in message.subject and "Welcome back." in message.body
    assert "It is over: slowed down, banned. You can write here as before." in message.body
    with pytest.raises(NotAllowed, match="Nothing of this holds"):
        lift_sanctions(member=alice, moderator=mia, words="")


def test_one_of_two_can_be_lifted_and_the_person_learns_what_stays(
    alice: Member, mo: Member
) -> None:
    decide(alice, mo, Kind.BAN)
    decide(alice, mo, Kind.SLOW)
    decision = lift_sanctions(member=alice, moderator=mo, words="", kinds=[Kind.BAN])
    alice.refresh_from_db()
    assert not alice.is_banned and alice.gap_seconds
    assert decision.facts == "It is over: banned. Still there: slowed down."


def test_a_ban_reversed_by_appeal_is_over(say: Say, alice: Member, mo: Member, mia: Member) -> None:
    sanction = decide(alice, mo, Kind.BAN)
    appeal = lodge_appeal(decision=sanction.decision, author=alice, words="Please.")
    reverse_decision(appeal=appeal, moderator=mia, words="You are right.")
    alice.refresh_from_db()
    assert not alice.is_banned and say("Words", alice).is_visible
    sanction.refresh_from_db()
    assert sanction.lifted_by and sanction.lifted_by.kind == "appeal_reversed"


@pytest.mark.parametrize(
    "changes",
    [{"ground": ""}, {"words": " "}, {"kind": "nonsense"}, {"kind": Kind.PAUSE},
     {"until": timezone.now() + DAY},
     {"kind": Kind.PAUSE, "until": timezone.now() - DAY}],
)  # fmt: skip
def test_nothing_is_decided_without_a_reason_and_an_end(
    alice: Member, mo: Member, changes: dict
) -> None:
    given = {"kind": Kind.BAN, **changes}
    with pytest.raises(NotAllowed):
        decide(alice, mo, **given)
    assert not Decision.objects.exists()


def test_a_pause_ends_within_a_year(alice: Member, mo: Member) -> None:
    with pytest.raises(NotAllowed, match="within a year"):
        decide(alice, mo, Kind.PAUSE, until=timezone.now() + END_MAX + DAY)
    decide(alice, mo, Kind.PAUSE, until=timezone.now() + END_MAX)


def test_nobody_judges_themselves_or_the_team(
    mo: Member, mia: Member, alice: Member, bob: Member
) -> None:
    Member.objects.filter(pk=bob.pk).update(is_superuser=True)
    bob.refresh_from_db()
    for member, moderator in ((mo, mo), (mia, mo), (mo, alice), (bob, mo)):
        with pytest.raises(NotAllowed):
            decide(member, moderator, Kind.BAN)
    with pytest.raises(NotAllowed):
        note_about(member=mo, moderator=mo, words="I am nice.")


def test_who_runs_the_site_judges_the_team(mo: Member, stefan: Member) -> None:
    stefan.is_superuser = True
    decide(mo, stefan, Kind.PAUSE, until=timezone.now() + DAY)
    assert mo.paused_until


@pytest.mark.parametrize("kind", [Kind.BAN, Kind.WARN])
@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_the_second_is_told_who_was_first(
    alice: Member, mo: Member, mia: Member, kind: str
) -> None:
    def act(moderator: Member) -> str:
        try:
            decide(Member.objects.get(pk=alice.pk), moderator, kind)
        except NotAllowed as trouble:
            return str(trouble)
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(act, (mo, mia)))
    assert "decided this already" in said[0] and said[1] == "decided"
    assert Sanction.objects.count() == 1


def test_what_came_in_between_is_told_before_anything_else_is_done(
    alice: Member, mo: Member, mia: Member
) -> None:
    decide(alice, mo, Kind.SLOW, seen=0)
    with pytest.raises(DecidedMeanwhile, match="Mo decided about this person while"):
        decide(alice, mia, Kind.BAN, seen=0)
    with pytest.raises(DecidedMeanwhile):
        lift_sanctions(member=alice, moderator=mia, words="", seen=0)
    newest = Decision.objects.latest("pk").pk
    decide(alice, mia, Kind.BAN, seen=newest)
    assert Sanction.objects.count() == 2
