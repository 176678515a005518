"""Every restriction reaches the person it is about: by mail and on a page, members and guests."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import timezone

from community.member_pages.actions import take_line_out
from community.member_pages.models import PageLine
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal
from community.moderation.decisions.actions import (
    approve_comment,
    ask_revision,
    reject_comment,
    remove_comment,
)
from community.moderation.decisions.redacting import redact_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Appeal, Decision
from community.moderation.sanctions.actions import sanction_member
from community.moderation.statements.building import statement_of
from community.moderation.statements.wording import MEANINGS
from community.notifications.decision_messages import statement_path
from community.notifications.telling import tell_waiting_events
from community.outbox.models import OutboxEvent
from community.threads.actions import edit_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest
from tests.moderation_pages import text

Say = Callable[..., Comment]
ON_COMMENTS = ("reject", "revise", "remove", "redact", "hide")
ON_MEMBERS = ("warn", "slow", "read_first", "pause", "ban")
ON_PAGES = ("take_line_out",)
OPENINGS = {
    "reject": "did not publish it",
    "revise": "asks you to change something",
    "remove": "took it out",
    "redact": "blanked some words",
    "hide": "nothing is decided yet",
}


def restricted(kind: str, comment: Comment, mo: Member, others: list[Member]) -> Decision:
    about = {"comment": comment, "moderator": mo, "version": 1, "ground": "attack"}
    if kind == "hide":
        for flagger in (*map(Flagger, others), Flagger(guest_key="g")):
            flag_comment(comment=comment, flagger=flagger, reason="attack")
        return Decision.objects.get(kind="hide")
    if kind == "redact":
        return redact_comment(**about, wordings=["here"], words="Please mind this.")
    acts = {"reject": reject_comment, "revise": ask_revision, "remove": remove_comment}
    return acts[kind](**about, words="Please mind this.")


def sent_about(decision: Decision) -> EmailMultiAlternatives:
    """The message about it; earlier ones were sent before."""
    mail.outbox.clear()
    tell_waiting_events()
    return next(one for one in mail.outbox if statement_path(decision) in one.body)


def check_statement(decision: Decision, body: str) -> None:
    """Everything that Article 17(3) asks for."""
    statement = statement_of(decision)
    for part in (statement.title, statement.meaning, statement.scope, statement.ground):
        assert part in body
    assert " ".join(statement.facts) in body and statement.means in body
    assert statement.lasts in body or statement.until
    assert "Article 21" in body and "court" in body


# Guests' comments are read before readers see them, and flags do not hide what was read.
WHOSE = [(kind, who) for who in ("member", "guest") for kind in ON_COMMENTS]
WHOSE.remove(("hide", "guest"))


@pytest.mark.parametrize(("kind", "who"), WHOSE)
def test_a_restricted_comment_comes_with_reasons_and_the_own_words(
    say: Say, bob: Member, alice: Member, nadia: Member, gus: Guest, mo: Member,
    kind: str, who: str,
) -> None:  # fmt: skip
    if kind == "hide":
        nadia.approved_posts = 5  # what she writes appears at once
        nadia.save()
    author: Member | Guest = nadia if who == "member" else gus
    comment = say("My own words here", author)
    if kind == "remove":
        approve_comment(comment=comment, moderator=mo, version=1)
        comment.refresh_from_db()
    decision = restricted(kind, comment, mo, [alice, bob])
    message = sent_about(decision)
    html = message.alternatives[0][0]
    assert message.to == [author.email]
    check_statement(decision, message.body)
    for body in (message.body, str(html)):
        assert (
            OPENINGS[kind] in body and "My own words" in body and statement_path(decision) in body
        )
        assert "Alice" not in body and "Bob" not in body
    client = Client()
    if isinstance(author, Member):
        client.force_login(author)
    shown = text(client, statement_path(decision))
    check_statement(decision, shown)
    assert "My own words" in shown and "You can appeal until" in shown
    client.post(statement_path(decision), {"words": "I see it otherwise."})
    assert Appeal.objects.get().decision == decision


@pytest.mark.parametrize("kind", ON_MEMBERS)
def test_a_restricted_person_is_told_why(alice: Member, mo: Member, kind: str) -> None:
    until = timezone.now() + timedelta(days=3) if kind == "pause" else None
    sanction = sanction_member(
        member=alice, moderator=mo, kind=kind, ground="attack", words="Please stop.", until=until
    )
    message = sent_about(sanction.decision)
    assert message.to == [alice.email] and "Please stop." in message.body
    check_statement(sanction.decision, message.body)
    client = Client()
    client.force_login(alice)
    check_statement(sanction.decision, text(client, statement_path(sanction.decision)))


def test_who_loses_a_line_of_their_page_is_told_why(alice: Member, mo: Member) -> None:
    line = PageLine.objects.create(member=alice, kind="journey", words="Best braces in town.")
    why = {"ground": "selling", "words": "Nothing for sale, please."}
    decision = take_line_out(line=line, moderator=mo, version=1, **why)
    message = sent_about(decision)
    assert message.to == [alice.email] and "Nothing for sale, please." in message.body
    assert "braces" not in message.body, "others may read a letter on a locked screen"
    check_statement(decision, message.body)
    client = Client()
    client.force_login(alice)
    check_statement(decision, text(client, statement_path(decision)))


def test_every_kind_is_tried() -> None:
    assert set(MEANINGS) == {*ON_COMMENTS, *ON_MEMBERS, *ON_PAGES}


def test_removed_and_never_published_are_told_apart(
    say: Say, alice: Member, nadia: Member, mo: Member
) -> None:
    never = sent_about(restricted("reject", say("A", nadia), mo, []))
    gone = sent_about(restricted("remove", say("B", alice), mo, []))
    assert "never seen" in never.body and "removed" not in never.body + never.subject
    assert "Readers saw it" in gone.body and "not published" not in gone.body + gone.subject


def test_an_appeal_is_confirmed_once(say: Say, nadia: Member, mo: Member, mia: Member) -> None:
    decision = restricted("reject", say("A", nadia), mo, [])
    tell_waiting_events()
    mail.outbox.clear()
    lodge_appeal(decision=decision, author=nadia, words="I see it otherwise.")
    tell_waiting_events()
    OutboxEvent.objects.filter(kind="appeal_lodged").update(handled_at=None)
    tell_waiting_events()  # the worker had died before it noted that it was sent
    first, again = mail.outbox
    assert first.extra_headers["Message-ID"] == again.extra_headers["Message-ID"]
    assert first.subject == "We have your appeal" and "I see it otherwise." in first.body
    assert "Somebody who did not take the decision" in first.body


# -- what led to it ------------------------------------------------------------------------------


def test_a_rule_says_what_it_had_seen(say: Say, nadia: Member, mo: Member) -> None:
    decision = restricted("reject", say("Call me: 01632 960123", nadia), mo, [])
    statement = statement_of(decision)
    assert "Our rules had pointed at: a phone number." in statement.facts
    assert statement.means == "A rule pointed at it; a person read it and decided."


def test_being_new_is_no_rule_that_found_something(say: Say, nadia: Member, mo: Member) -> None:
    statement = statement_of(restricted("reject", say("Some words", nadia), mo, []))
    assert any("guests and new members" in fact for fact in statement.facts)
    assert "No machine took part" in statement.means


def test_what_a_rule_saw_long_ago_did_not_lead_to_a_removal(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = say("Call me: 01632 960123", nadia)
    approve_comment(comment=comment, moderator=mo, version=1)
    comment.refresh_from_db()
    statement = statement_of(
        remove_comment(comment=comment, moderator=mia, version=1, ground="attack")
    )
    assert not any("rules" in fact for fact in statement.facts)
    assert any("Neither a flag nor a notice" in fact for fact in statement.facts)
    assert "No machine took part" in statement.means


def test_an_edited_comment_says_after_how_many_changes(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("A", nadia)
    for words in ("B", "C"):
        comment = edit_comment(comment=comment, author=nadia, text=words)
    decision = reject_comment(comment=comment, moderator=mo, version=3, ground="attack")
    assert "after 2 changes" in statement_of(decision).facts[0]
