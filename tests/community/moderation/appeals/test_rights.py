"""What can be appealed against, by whom, and that no word of an appeal is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client

from community.members.models import Member
from community.moderation.appeals.actions import keep_decision, lodge_appeal, reverse_decision
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import reject_comment, remove_comment, restore_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Appeal, Decision
from community.moderation.statements.building import APPEAL_TIME
from community.threads.models import Comment
from tests.moderation_pages import page, text

Say = Callable[..., Comment]


@pytest.fixture
def rejected(say: Say, nadia: Member, mo: Member) -> Decision:
    """Mo did not publish what Nadia wrote."""
    return reject_comment(
        comment=say("My own words", nadia), moderator=mo, version=1, ground="dose"
    )


@pytest.fixture
def as_nadia(nadia: Member) -> Client:
    client = Client()
    client.force_login(nadia)
    return client


def hidden(say: Say, alice: Member, people: list[Member]) -> Decision:
    """A comment by Alice that readers flagged until it was hidden."""
    comment = say("Words", alice)
    for flagger in (*map(Flagger, people), Flagger(guest_key="g")):
        flag_comment(comment=comment, flagger=flagger, reason="attack")
    return Decision.objects.get(kind="hide")


def test_what_was_hidden_and_then_removed_is_appealed_against_as_removed(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member
) -> None:
    first = hidden(say, alice, [bob, nadia])
    removal = remove_comment(comment=first.comment, moderator=mo, version=1, ground="attack")
    first = Decision.objects.get(pk=first.pk)
    with pytest.raises(NotAllowed, match="read your comment since"):
        lodge_appeal(decision=first, author=alice, words="Words")
    assert lodge_appeal(decision=removal, author=alice, words="Words").pk


def test_what_was_restored_needs_no_appeal(rejected: Decision, nadia: Member, mia: Member) -> None:
    restore_comment(comment=rejected.comment, moderator=mia, version=1)
    with pytest.raises(NotAllowed, match="taken back already"):
        lodge_appeal(decision=rejected, author=nadia, words="Words")


@pytest.mark.django_db(transaction=True)
def test_one_decision_has_one_appeal_however_fast_one_clicks(
    rejected: Decision, nadia: Member
) -> None:
    def lodge(_: int) -> int:
        try:
            return lodge_appeal(decision=rejected, author=nadia, words="Words").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(lodge, range(3)))) == 1
    assert Appeal.objects.count() == 1


def test_a_second_appeal_is_not_taken_and_its_words_come_back(
    rejected: Decision, as_nadia: Client
) -> None:
    where = f"/account/decisions/{rejected.pk}/"
    as_nadia.post(where, {"words": "The first words"})
    again = as_nadia.post(where, {"words": "Something else that matters"})
    assert again.status_code == 422
    for part in ("The first words", "Something else that matters", "appealed against this already"):
        assert part in again.content.decode()


def test_words_that_come_too_late_come_back(rejected: Decision, nadia: Member) -> None:
    with time_machine.travel(rejected.decided_at + APPEAL_TIME + timedelta(minutes=1)):
        client = Client()
        client.force_login(nadia)
        late = client.post(f"/account/decisions/{rejected.pk}/", {"words": "My long words"})
    assert late.status_code == 422
    assert "six months" in late.content.decode() and "My long words" in late.content.decode()


def test_words_survive_that_the_session_has_ended(rejected: Decision, nadia: Member) -> None:
    client, where = Client(), f"/account/decisions/{rejected.pk}/"
    answer = client.post(where, {"words": "Words written slowly"})
    assert answer.status_code == 403 and "Words written slowly" in answer.content.decode()
    assert f"next={where}" in answer.content.decode()
    client.force_login(nadia)
    client.post(where, {"words": "Words written slowly"})
    assert Appeal.objects.get().words == "Words written slowly"
    assert Client().get(where).status_code == 302


# -- a team of one -------------------------------------------------------------------------------


def test_a_moderator_alone_does_not_decide_about_themselves(
    rejected: Decision, nadia: Member, mo: Member
) -> None:
    appeal = lodge_appeal(decision=rejected, author=nadia, words="Words")
    with pytest.raises(NotAllowed, match="did not take the decision"):
        keep_decision(appeal=appeal, moderator=mo, words="No.")


def test_staff_decide_where_the_only_moderator_took_the_decision(
    rejected: Decision, nadia: Member, stefan: Member
) -> None:
    appeal = lodge_appeal(decision=rejected, author=nadia, words="Words")
    assert reverse_decision(appeal=appeal, moderator=stefan, words="Yes.").pk


def test_who_runs_the_site_alone_decides_anew_and_everybody_is_told_so(
    rejected: Decision, as_nadia: Client, mo: Member, as_mo: Client
) -> None:
    Member.objects.filter(pk=mo.pk).update(is_superuser=True)
    where = f"/account/decisions/{rejected.pk}/"
    assert "one person at present" in text(as_nadia, where)
    as_nadia.post(where, {"words": "I named my own dose."})
    case = f"/moderation/appeals/{Appeal.objects.get().pk}/"
    assert "You took this decision yourself" in text(as_mo, case)
    as_mo.post(case, {"words": "You are right.", "answer": "reverse"})
    shown = text(as_nadia, where)
    assert "one person at present, who had taken the decision, too" in shown
    assert Comment.objects.get(pk=rejected.comment.pk).is_visible


def test_as_soon_as_there_is_a_second_person_that_one_decides(
    rejected: Decision, nadia: Member, mo: Member, mia: Member, as_mo: Client
) -> None:
    Member.objects.filter(pk=mo.pk).update(is_superuser=True)
    appeal = lodge_appeal(decision=rejected, author=nadia, words="Words")
    assert page(as_mo, f"/moderation/appeals/{appeal.pk}/").css_first("form.decision-form") is None
    mo.refresh_from_db()
    with pytest.raises(NotAllowed):
        keep_decision(appeal=Appeal.objects.get(), moderator=mo, words="No.")
