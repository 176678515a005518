"""Appeals: by members and guests, decided by somebody else, once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.actions import (
    AlreadyAnswered,
    keep_decision,
    lodge_appeal,
    reverse_decision,
)
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Appeal, Claim, Decision
from community.moderation.statements.building import APPEAL_TIME
from community.notifications.telling import tell_waiting_events
from community.threads.actions import edit_comment, erase_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_token
from community.threads.posting.submissions import Guest
from tests.moderation_pages import page, text, words

Say = Callable[..., Comment]
State = Comment.State


def fresh(comment: Comment) -> Comment:
    return Comment.objects.get(pk=comment.pk)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def rejected(say: Say, nadia: Member, mo: Member) -> Decision:
    """Mo did not publish what Nadia wrote."""
    return reject_comment(
        comment=say("My own words", nadia), moderator=mo, version=1, ground="dose", words="Sorry."
    )


def appealed(decision: Decision, author: Member | Guest) -> Appeal:
    return lodge_appeal(decision=decision, author=author, words="I named my own dose only.")


def test_a_reversed_rejection_is_published_and_the_author_told(
    rejected: Decision, nadia: Member, mia: Member
) -> None:
    row = reverse_decision(appeal=appealed(rejected, nadia), moderator=mia, words="You are right.")
    comment = fresh(rejected.comment)
    assert comment.is_visible and comment.waiting_since is None
    assert (row.kind, row.reverses, row.lane) == ("appeal_reversed", rejected, "appeals")
    tell_waiting_events()
    message = mail.outbox[-1]
    assert message.to == [nadia.email] and "reversed" in message.subject
    assert "You are right." in message.body and f"/account/decisions/{rejected.pk}/" in message.body


def test_a_decision_that_stands_is_explained(
    rejected: Decision, nadia: Member, mia: Member
) -> None:
    keep_decision(appeal=appealed(rejected, nadia), moderator=mia, words="It names a dose.")
    assert fresh(rejected.comment).state == State.REJECTED
    tell_waiting_events()
    assert "Article 21" in mail.outbox[-1].body and "It names a dose." in mail.outbox[-1].body


def test_who_decided_does_not_decide_again(rejected: Decision, nadia: Member, mo: Member) -> None:
    appeal = appealed(rejected, nadia)
    for act in (reverse_decision, keep_decision):
        with pytest.raises(NotAllowed, match="did not take the decision"):
            act(appeal=appeal, moderator=mo, words="Words")


def test_an_answer_needs_reasons(rejected: Decision, nadia: Member, mia: Member) -> None:
    with pytest.raises(NotAllowed, match="own words"):
        keep_decision(appeal=appealed(rejected, nadia), moderator=mia, words="  ")


def test_nobody_appeals_for_somebody_else(rejected: Decision, alice: Member, gus: Guest) -> None:
    for person in (alice, gus):
        with pytest.raises(NotAllowed):
            appealed(rejected, person)


def test_an_appeal_can_be_lodged_for_six_months(rejected: Decision, nadia: Member) -> None:
    end = rejected.decided_at + APPEAL_TIME
    late, minute = pytest.raises(NotAllowed, match="six months"), timedelta(minutes=1)
    with time_machine.travel(end + minute, tick=False), late:
        appealed(rejected, nadia)
    with time_machine.travel(end - minute, tick=False):
        assert appealed(rejected, nadia).state == Appeal.State.OPEN


def test_a_second_click_is_the_same_appeal(rejected: Decision, nadia: Member) -> None:
    assert appealed(rejected, nadia) == appealed(rejected, nadia)


def test_there_is_nothing_to_appeal_where_nothing_was_taken(
    say: Say, nadia: Member, mo: Member
) -> None:
    decision = approve_comment(comment=say("Words", nadia), moderator=mo, version=1)
    with pytest.raises(NotAllowed):
        appealed(decision, nadia)


def test_what_was_taken_back_or_erased_cannot_be_appealed(
    rejected: Decision, say: Say, nadia: Member, mo: Member
) -> None:
    undone = reject_comment(comment=say("Other", nadia), moderator=mo, version=1, ground="dose")
    undo_decision(decision=undone, moderator=mo)
    with pytest.raises(NotAllowed, match="taken back"):
        appealed(undone, nadia)
    erase_comment(comment=rejected.comment, author=nadia)
    rejected.comment.refresh_from_db()
    with pytest.raises(NotAllowed, match="erased"):
        appealed(rejected, nadia)


def test_a_removal_and_a_hidden_comment_are_given_back(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member, mia: Member
) -> None:
    removed = remove_comment(comment=say("A", alice), moderator=mo, version=1, ground="attack")
    reverse_decision(appeal=appealed(removed, alice), moderator=mia, words="Fine.")
    assert fresh(removed.comment).is_visible
    comment = say("B", alice)
    for flagger in (Flagger(bob), Flagger(nadia), Flagger(guest_key="g")):
        flag_comment(comment=comment, flagger=flagger, reason="attack")
    hidden = Decision.objects.get(kind="hide")
    reverse_decision(appeal=appealed(hidden, alice), moderator=mia, words="Fine.")
    assert fresh(comment).is_visible and fresh(comment).waiting_since is None


@pytest.mark.parametrize("happened", ["taken back", "edited"])
def test_what_the_author_did_meanwhile_stays(
    rejected: Decision, nadia: Member, mia: Member, happened: str
) -> None:
    appeal = appealed(rejected, nadia)
    if happened == "edited":
        edit_comment(comment=rejected.comment, author=nadia, text="Other words")
    else:
        withdraw_comment(comment=rejected.comment, author=nadia)
    before = fresh(rejected.comment).state
    reverse_decision(appeal=appeal, moderator=mia, words="You are right.")
    assert fresh(rejected.comment).state == before


@pytest.mark.django_db(transaction=True)
def test_two_moderators_answer_an_appeal_once(
    rejected: Decision, nadia: Member, mia: Member, stefan: Member
) -> None:
    appeal = appealed(rejected, nadia)

    def answer(moderator: Member) -> str:
        try:
            reverse_decision(appeal=appeal, moderator=moderator, words="Fine.")
        except AlreadyAnswered:
            return "first was somebody else"
        finally:
            connection.close()
        return "answered"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(answer, (mia, stefan)))
    assert said == ["answered", "first was somebody else"]
    assert Decision.objects.filter(kind="appeal_reversed").count() == 1


# -- pages ---------------------------------------------------------------------------------------


def test_a_member_reads_the_reasons_and_appeals_there(rejected: Decision, nadia: Member) -> None:
    client = signed_in(nadia)
    where = f"/account/decisions/{rejected.pk}/"
    link = page(client, "/account/comments/").css_first(f"a[href='{where}']")
    assert link
    shown = text(client, where)
    for part in ("was not published", "Names a dose", "Sorry.", "My own words", "You can appeal"):
        assert part in shown
    client.post(where, {"words": "I named my own dose only."})
    assert Appeal.objects.get().appellant == nadia
    assert "You will be told" in text(client, where)


def test_a_guest_does_the_same_with_the_receipt(say: Say, gus: Guest, mo: Member) -> None:
    comment = say("Words of a guest", gus)
    decision = reject_comment(comment=comment, moderator=mo, version=1, ground="selling")
    where = f"/receipts/{receipt_token(comment)}/decisions/{decision.pk}/"
    receipt = page(Client(), f"/receipts/{receipt_token(comment)}/")
    assert receipt.css_first(f"a[href='{where}']")
    response = Client().get(where)
    assert response["Referrer-Policy"] == "same-origin"
    Client().post(where, {"words": "I sell nothing."})
    assert Appeal.objects.get().decision == decision
    assert Client().get(f"/receipts/1-wrong/decisions/{decision.pk}/").status_code == 404


def test_nobody_reads_the_reasons_of_somebody_else(rejected: Decision, alice: Member) -> None:
    assert signed_in(alice).get(f"/account/decisions/{rejected.pk}/").status_code == 404


def test_an_appeal_that_is_too_long_comes_back_whole(rejected: Decision, nadia: Member) -> None:
    long = "x" * 4_001
    answer = signed_in(nadia).post(f"/account/decisions/{rejected.pk}/", {"words": long})
    assert answer.status_code == 422 and long in answer.content.decode()
    assert not Appeal.objects.exists()


def test_moderators_see_what_waits_and_answer(
    rejected: Decision, nadia: Member, mo: Member, mia: Member
) -> None:
    appeal = appealed(rejected, nadia)
    where = f"/moderation/appeals/{appeal.pk}/"
    assert "For somebody else" in text(signed_in(mo), "/moderation/appeals/")
    assert page(signed_in(mo), where).css_first("form.decision-form") is None
    client = signed_in(mia)
    assert "I named my own dose only." in text(client, "/moderation/appeals/")
    assert page(client, where).css_first("form.decision-form")
    assert Claim.objects.get().moderator == mia
    client.post(where, {"words": "You are right.", "answer": "reverse"})
    appeal.refresh_from_db()
    assert appeal.state == Appeal.State.REVERSED and not Claim.objects.exists()
    assert "No appeal waits." in text(client, "/moderation/appeals/")


def test_who_comes_second_is_told_and_keeps_the_words(
    rejected: Decision, nadia: Member, mia: Member, stefan: Member
) -> None:
    appeal = appealed(rejected, nadia)
    where = f"/moderation/appeals/{appeal.pk}/"
    signed_in(mia).get(where)
    second = signed_in(stefan)
    assert "Mia is reading it" in text(second, where)
    answer = second.post(where, {"words": "My words", "answer": "keep"})
    assert answer.status_code == 409 and "Mia has it now" in answer.content.decode()
    keep_decision(appeal=appeal, moderator=mia, words="It stands.")
    answer = second.post(where, {"words": "My words", "answer": "keep"})
    assert answer.status_code == 409 and "answered it first" in answer.content.decode()


def test_an_answer_that_is_too_long_comes_back_whole(
    rejected: Decision, nadia: Member, mia: Member
) -> None:
    where = f"/moderation/appeals/{appealed(rejected, nadia).pk}/"
    long = "x" * 2_001
    answer = signed_in(mia).post(where, {"words": long, "answer": "keep"})
    assert answer.status_code == 422 and long in answer.content.decode()
    assert Appeal.objects.get().state == Appeal.State.OPEN


def test_a_team_of_one_is_told_that_a_second_person_is_needed(
    rejected: Decision, nadia: Member, mo: Member
) -> None:
    appealed(rejected, nadia)
    assert "You are the only one on the team" in text(signed_in(mo), "/moderation/appeals/")


def test_the_oldest_appeal_stands_first(say: Say, nadia: Member, mo: Member, mia: Member) -> None:
    for number in (1, 2):
        comment = say(f"Words {number}", nadia)
        decision = reject_comment(comment=comment, moderator=mo, version=1, ground="dose")
        lodge_appeal(decision=decision, author=nadia, words=f"Appeal {number}")
    Appeal.objects.filter(words="Appeal 2").update(lodged_at=timezone.now() - timedelta(days=2))
    rows = page(signed_in(mia), "/moderation/appeals/").css(".queue a")
    assert "Appeal 2" in words(rows[0]) and "2 days" in words(rows[0])
