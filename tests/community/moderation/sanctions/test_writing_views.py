"""A warning comes between a member and their next words, and no word is lost by it."""

from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.moderation.models import Sanction
from community.moderation.sanctions.actions import GAP
from community.moderation.sanctions.confirming import confirm_warnings
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.threads.actions import edit_comment, erase_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.posting.restraints import NotAllowed, Warned
from tests.moderation_pages import page, text, words
from tests.sanctioning import DAY, button, decide, found, kept, person_address, post, signed_in

Say = Callable[..., Comment]
Kind = Sanction.Kind


def notice(response) -> str:
    return words(found(response).css_first(".notice-care"), " ")


def test_a_warning_stands_above_the_form_until_it_is_read(
    thread: Thread, alice: Member, mo: Member
) -> None:
    sanction = decide(alice, mo, Kind.WARN)
    client = signed_in(alice)
    response = post(client, thread, comment="My words")
    assert kept(response) == "My words" and not Comment.objects.exists()
    assert "Please stop." in notice(response) and "Attacks a person" in notice(response)
    assert f"/account/decisions/{sanction.decision_id}/" in response.content.decode()
    post(client, thread, comment="My words", confirm=button(response, "confirm"))
    assert Comment.objects.get().is_visible
    sanction.refresh_from_db()
    alice.refresh_from_db()
    assert sanction.acknowledged_at and not alice.is_warned
    event = OutboxEvent.objects.get(kind=OutboxEvent.Kind.WARNING_CONFIRMED)
    assert event.subject_id == sanction.pk


@pytest.mark.parametrize("sent", [{"comment": ""}, {"comment": "My words", "preview": "1"}])
def test_it_stands_there_too_when_nothing_is_posted_yet(
    thread: Thread, alice: Member, mo: Member, sent: dict[str, str]
) -> None:
    decide(alice, mo, Kind.WARN)
    response = post(signed_in(alice), thread, **sent)
    assert "Please stop." in notice(response) and button(response, "confirm")


@pytest.mark.parametrize("confirm", ["", "1x", "9" * 40, "0"])
def test_who_confirms_nothing_is_asked_again(
    thread: Thread, alice: Member, mo: Member, confirm: str
) -> None:
    decide(alice, mo, Kind.WARN)
    response = post(signed_in(alice), thread, comment="My words", confirm=confirm)
    assert kept(response) == "My words" and button(response, "confirm")
    assert not Comment.objects.exists()


def test_a_warning_that_came_while_they_read_has_to_be_read_too(
    thread: Thread, alice: Member, mo: Member, mia: Member
) -> None:
    first = decide(alice, mo, Kind.WARN)
    confirm_warnings(member=alice, newest=first.pk)
    second = decide(alice, mia, Kind.WARN, words="Once more: please stop.")
    response = post(signed_in(alice), thread, comment="My words", confirm=str(first.pk))
    assert "Once more" in notice(response) and not Comment.objects.exists()
    assert button(response, "confirm") == str(second.pk)


def test_what_was_read_is_read_whatever_is_decided_next(
    say: Say, alice: Member, mo: Member
) -> None:
    warning = decide(alice, mo, Kind.WARN)
    confirm_warnings(member=alice, newest=warning.pk)
    decide(alice, mo, Kind.SLOW)
    assert not alice.is_warned and say("Words", alice).is_visible


def test_changing_a_comment_needs_the_same(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Words", alice)
    decide(alice, mo, Kind.WARN)
    client, address = signed_in(alice), f"/comments/{comment.pk}/edit/"
    response = client.post(address, {"comment": "Other words"})
    assert kept(response) == "Other words" and "Please stop." in notice(response)
    client.post(address, {"comment": "Other words", "confirm": button(response, "confirm")})
    comment.refresh_from_db()
    assert comment.body == "Other words"


def test_sending_again_needs_the_same(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    Comment.objects.filter(pk=comment.pk).update(state="rejected", waiting_since=None)
    decide(nadia, mo, Kind.WARN)
    client, address = signed_in(nadia), f"/account/comments/{comment.pk}/again/"
    response = client.post(address, {"comment": "Other words"})
    assert kept(response) == "Other words" and "Please stop." in notice(response)
    client.post(address, {"comment": "Other words", "confirm": button(response, "confirm")})
    comment.refresh_from_db()
    assert comment.body == "Other words" and comment.state == "pending"


def test_it_can_be_confirmed_without_writing(alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.WARN)
    client = signed_in(alice)
    assert "A moderator decided something" in text(client, "/account/")
    address = "/account/decisions/"
    value = page(client, address).css_first("button[name=confirm]").attributes["value"]
    assert "Please stop." in text(client, address)
    client.post(address, {"confirm": value})
    alice.refresh_from_db()
    assert not alice.is_warned
    assert page(client, address).css_first("button[name=confirm]") is None
    assert "Read just now" in text(signed_in(mo), person_address(alice))


def test_a_warning_is_mailed_with_reasons_and_the_way_to_object(alice: Member, mo: Member) -> None:
    decide(alice, mo, Kind.WARN)
    tell_waiting_events()
    (message,) = mail.outbox
    assert message.to == [alice.email] and "Please stop." in message.body
    assert "/account/decisions/" in message.body and "attacks a person" in message.body


def test_nobody_else_is_asked(thread: Thread, alice: Member, bob: Member, mo: Member) -> None:
    decide(alice, mo, Kind.WARN)
    post(signed_in(bob), thread, comment="Words of Bob")
    post(Client(), thread, name="Gus", comment="Words of Gus")
    assert Comment.objects.count() == 2


def test_code_that_posts_for_somebody_hears_of_the_warning(
    say: Say, alice: Member, mo: Member
) -> None:
    decide(alice, mo, Kind.WARN)
    with pytest.raises(Warned):
        say("Words", alice)


def test_a_second_click_of_a_slowed_person_is_no_second_post(
    thread: Thread, alice: Member, mo: Member
) -> None:
    decide(alice, mo, Kind.SLOW)
    client = signed_in(alice)
    first, again = (post(client, thread, comment="My words") for _ in range(2))
    assert first.status_code == again.status_code == 302 and Comment.objects.count() == 1
    third = post(client, thread, comment="Other words")
    assert "Please stop." in notice(third)
    assert "You can post again after" in third.content.decode() and kept(third) == "Other words"
    with time_machine.travel(timezone.now() + GAP):
        assert post(signed_in(alice), thread, comment="Other words").status_code == 302


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
    assert "Please stop." in notice(response) and "Attacks a person" in notice(response)
    assert button(response, "confirm") == "" and not Comment.objects.exists()


def test_who_is_paused_may_take_back_and_erase_and_not_rewrite(
    say: Say, alice: Member, mo: Member
) -> None:
    one, two = say("Words", alice), say("More words", alice)
    decide(alice, mo, Kind.PAUSE, until=timezone.now() + DAY)
    with pytest.raises(NotAllowed):
        edit_comment(comment=one, author=alice, text="Other words")
    assert withdraw_comment(comment=one, author=alice).state == "withdrawn"
    assert erase_comment(comment=two, author=alice).erased_at
    with time_machine.travel(timezone.now() + DAY):
        assert say("Words a day later", alice).is_visible
