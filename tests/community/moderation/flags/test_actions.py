"""Flagging: one person one flag, what it does, and what becomes of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment, keep_comment, remove_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.flags.actions import (
    FLAGS_IN_WINDOW,
    WINDOW,
    Flagger,
    flag_comment,
    withdraw_flag,
)
from community.moderation.models import Decision, Flag
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import edit_comment, erase_comment, post_comment, withdraw_comment
from community.threads.models import Comment, Thread

Say = Callable[..., Comment]
Outcome = Flag.Outcome


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("author").get(pk=comment.pk)


def flag(comment: Comment, person: Member | str, reason: str = "attack", **more: str) -> Flag:
    flagger = Flagger(person) if isinstance(person, Member) else Flagger(guest_key=person)
    return flag_comment(comment=comment, flagger=flagger, reason=reason, **more).flag


@pytest.fixture
def words(thread: Thread, alice: Member) -> Comment:
    """A visible comment by Alice."""
    return post_comment(thread=thread, author=alice, text="You are all lazy.").comment


def test_a_flagged_comment_stays_visible_and_waits_with_what_was_said(
    words: Comment, bob: Member
) -> None:
    sent = flag(words, bob, words="Look at the second sentence.")
    comment = fresh(words)
    assert comment.is_visible and comment.waiting_since
    assert comment.reasons[0]["code"] == "flagged"
    assert comment.reasons[0]["detail"] == "1 reader: It attacks somebody"
    assert (sent.snapshot, sent.version, sent.words) == (
        "You are all lazy.", 1, "Look at the second sentence.",
    )  # fmt: skip
    assert comment.urgency == 60


def test_one_person_has_one_flag_on_a_comment(words: Comment, bob: Member) -> None:
    assert flag(words, bob) == flag(words, bob, "selling")
    assert flag(words, "guest") == flag(words, "guest")
    assert Flag.objects.count() == 2


def test_nobody_flags_their_own_words_or_what_is_not_there(
    words: Comment, alice: Member, bob: Member, mo: Member
) -> None:
    with pytest.raises(NotAllowed, match="your own words"):
        flag(words, alice)
    remove_comment(comment=words, moderator=mo, version=1, ground="attack")
    with pytest.raises(NotAllowed, match="can no longer be read"):
        flag(words, bob)


def test_who_flags_everything_is_asked_to_go_on_tomorrow(grow, bob: Member) -> None:
    comments = grow(FLAGS_IN_WINDOW + 1)
    for comment in comments[:-1]:
        flag(comment, bob)
    with pytest.raises(NotAllowed, match="tomorrow"):
        flag(comments[-1], bob)
    with time_machine.travel(timezone.now() + WINDOW + timedelta(seconds=1)):
        flag(comments[-1], bob)


def test_worry_about_a_person_goes_to_the_lane_of_crises_and_hides_nothing(
    words: Comment, bob: Member
) -> None:
    for person in (bob, "one", "two", "three", "four", "five"):
        flag(words, person, "worried")
    assert fresh(words).urgency == 100 and fresh(words).is_visible


def test_heavy_flags_hide_a_comment_until_it_is_read(
    words: Comment, bob: Member, nadia: Member
) -> None:
    flag(words, bob)
    flag(words, nadia)
    assert fresh(words).is_visible
    flag(words, "guest", "selling")
    comment = fresh(words)
    assert comment.state == "pending" and comment.is_hidden_by_flags
    decision = Decision.objects.get()
    assert (decision.kind, decision.is_automated, decision.moderator) == ("hide", True, None)
    assert decision.ground == "attack"
    assert comment.thread.comment_count == 0


def test_the_author_is_told_that_it_is_hidden_and_by_what(
    words: Comment, alice: Member, bob: Member, nadia: Member
) -> None:
    for person in (bob, nadia, "guest"):
        flag(words, person)
    tell_waiting_events()
    (message,) = mail.outbox
    assert message.to == [alice.email] and "hidden until a moderator" in message.subject
    assert "A rule did this" in message.body and "Bob" not in message.body


def test_what_the_team_writes_is_not_hidden_by_flags(
    thread: Thread, mo: Member, bob: Member, nadia: Member
) -> None:
    Member.objects.filter(pk=mo.pk).update(approved_posts=5)
    mo.refresh_from_db()
    comment = post_comment(thread=thread, author=mo, text="Please be kind.").comment
    for person in (bob, nadia, "one", "two", "three"):
        flag(comment, person)
    assert fresh(comment).is_visible and fresh(comment).waiting_since


def test_a_decision_settles_the_flags_and_their_senders_are_told(
    words: Comment, bob: Member, mo: Member
) -> None:
    first = flag(words, bob)
    guest = flag_comment(
        comment=words, flagger=Flagger(guest_key="g", email="gus@people.example"), reason="attack"
    ).flag
    remove_comment(comment=fresh(words), moderator=mo, version=1, ground="attack")
    tell_waiting_events()
    for each in (first, guest):
        each.refresh_from_db()
        assert each.outcome == Outcome.UPHELD and each.settled_at
    told = {m.to[0]: m.body for m in mail.outbox if "flagged" in m.subject}
    assert set(told) == {bob.email, "gus@people.example"}
    assert all("A moderator agreed with you" in body and "Mo" not in body for body in told.values())


def test_after_a_look_the_same_flag_does_not_ask_again(
    words: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag(words, bob)
    decision = keep_comment(comment=fresh(words), moderator=mo, version=1)
    again = flag(words, nadia)
    assert (again.outcome, again.decision) == (Outcome.DECLINED, decision)
    assert fresh(words).waiting_since is None


def test_another_reason_asks_again_but_hides_nothing_that_was_read(
    words: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag(words, bob)
    keep_comment(comment=fresh(words), moderator=mo, version=1)
    for person in (nadia, "one", "two", "three", "four"):
        flag(words, person, "selling")
    assert fresh(words).waiting_since and fresh(words).is_visible


def test_new_words_can_be_flagged_for_the_same_again(
    words: Comment, alice: Member, bob: Member, nadia: Member, mo: Member
) -> None:
    flag(words, bob)
    keep_comment(comment=fresh(words), moderator=mo, version=1)
    edit_comment(comment=fresh(words), author=alice, text="You are all lazy and worse.")
    assert flag(fresh(words), nadia).outcome == Outcome.OPEN


def test_flags_stay_when_the_words_are_changed(words: Comment, alice: Member, bob: Member) -> None:
    flag(words, bob)
    edit_comment(comment=fresh(words), author=alice, text="I did not say that.")
    comment = fresh(words)
    assert comment.waiting_since and comment.reasons[0]["code"] == "flagged"
    assert Flag.objects.get().snapshot == "You are all lazy."


def test_a_flag_weighs_by_how_often_its_sender_was_right(grow, bob: Member, mo: Member) -> None:
    first, second, third = grow(3)
    assert flag(first, bob).weight == 1
    remove_comment(comment=fresh(first), moderator=mo, version=1, ground="attack")
    assert flag(second, bob).weight > 1
    keep_comment(comment=fresh(second), moderator=mo, version=1)
    assert flag(third, bob).weight == 1


def test_a_hidden_comment_is_shown_again_by_approval(
    words: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    for person in (bob, nadia, "guest"):
        flag(words, person)
    decision = approve_comment(comment=fresh(words), moderator=mo, version=1)
    assert fresh(words).is_visible
    assert set(Flag.objects.values_list("outcome", flat=True)) == {Outcome.DECLINED}
    undo_decision(decision=decision, moderator=mo)
    assert fresh(words).is_hidden_by_flags
    assert set(Flag.objects.values_list("outcome", flat=True)) == {Outcome.OPEN}


def test_taking_the_comment_back_ends_its_flags(words: Comment, alice: Member, bob: Member) -> None:
    flag(words, bob)
    withdraw_comment(comment=fresh(words), author=alice)
    tell_waiting_events()
    tell_waiting_events()
    assert Flag.objects.get().outcome == Outcome.GONE
    assert "took it back" in mail.outbox[-1].body


def test_erased_words_are_erased_in_flags_too(words: Comment, alice: Member, bob: Member) -> None:
    flag(words, bob, words="It says lazy.")
    erase_comment(comment=fresh(words), author=alice)
    tell_waiting_events()
    assert (Flag.objects.get().snapshot, Flag.objects.get().words) == ("", "")


def test_erased_words_are_also_forgotten_when_a_moderator_was_first(
    words: Comment, alice: Member, bob: Member, mo: Member
) -> None:
    flag(words, bob)
    remove_comment(comment=fresh(words), moderator=mo, version=1, ground="attack")
    erase_comment(comment=fresh(words), author=alice)
    forget_what_is_over()
    assert Flag.objects.get().snapshot == ""


def test_a_flag_can_be_taken_back_while_nobody_has_read_it(
    words: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    first, second = flag(words, bob), flag(words, nadia, "selling")
    with pytest.raises(NotAllowed):
        withdraw_flag(flag=first, flagger=Flagger(nadia))
    withdraw_flag(flag=first, flagger=Flagger(bob))
    assert fresh(words).reasons[0]["detail"] == "1 reader: It sells or advertises something"
    withdraw_flag(flag=second, flagger=Flagger(nadia))
    assert fresh(words).waiting_since is None and fresh(words).reasons == []
    third = flag(words, bob)
    keep_comment(comment=fresh(words), moderator=mo, version=1)
    with pytest.raises(NotAllowed):
        withdraw_flag(flag=third, flagger=Flagger(bob))


def test_how_to_reach_a_guest_who_flagged_is_forgotten_after_the_answer(
    words: Comment, mo: Member
) -> None:
    flagger = Flagger(guest_key="g", email="gus@people.example")
    flag_comment(comment=words, flagger=flagger, reason="attack")
    keep_comment(comment=fresh(words), moderator=mo, version=1)
    for late, kept in ((-timedelta(hours=1), "g"), (timedelta(hours=1), None)):
        with time_machine.travel(timezone.now() + kept_for("flag_contacts") + late):
            forget_what_is_over()
        assert Flag.objects.get().guest_key == kept
    assert Flag.objects.get().email == ""


def test_what_was_hidden_stays_so_when_its_flags_are_taken_back(
    words: Comment, bob: Member, nadia: Member
) -> None:
    sent = [(flag(words, person), person) for person in (bob, nadia, "guest")]
    for each, person in sent:
        who = Flagger(person) if isinstance(person, Member) else Flagger(guest_key=person)
        withdraw_flag(flag=each, flagger=who)
    comment = fresh(words)
    assert comment.is_hidden_by_flags and comment.waiting_since
    assert comment.reasons[0]["detail"] == "Readers flagged it, and took that back"


@pytest.mark.django_db(transaction=True)
def test_twenty_readers_at_once_make_twenty_flags_and_hide_once(words: Comment) -> None:
    def send(number: int) -> None:
        try:
            flag(words, f"guest {number % 20}")
        except NotAllowed:
            pass  # hidden by then
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(40)))
    assert 5 <= Flag.objects.count() <= 20
    assert Decision.objects.filter(kind="hide").count() == 1
    assert fresh(words).is_hidden_by_flags
