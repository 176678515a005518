"""For each rule something that it keeps for a while, and what looks whether it is still there."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.test import Client

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.keeping.limits import kept_for
from articles.models import Delivery, Issue, Question, Subscriber
from articles.newsletter.actions import create_issue, subscribe
from community.desk.models import DeskRun
from community.desk.runs.items import run_folder
from community.members.models import Member
from community.members.sessions.models import Session
from community.moderation.appeals.actions import keep_decision, lodge_appeal
from community.moderation.decisions.actions import keep_comment, reject_comment
from community.moderation.decisions.redacting import redact_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Appeal, Flag, Notice
from community.moderation.notices.actions import Given, decline_notice, receive_notice
from community.notifications.follows.actions import ask_to_follow, follower_for
from community.notifications.follows.models import Follow, Follower
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Notification
from community.old_words.models import AddressProof
from community.outbox.models import OutboxEvent
from community.own_data.actions import ask_by_mail
from community.own_data.models import Download, Erasure
from community.threads.actions import post_comment
from community.threads.editing.versions import CommentVersion
from community.threads.holding.actions import hold_words
from community.threads.holding.models import HeldPost
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest
from community.threads.reading.visits import ThreadVisit

BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    """Who is there, and where."""

    thread: Thread
    alice: Member
    nadia: Member
    mo: Member
    mia: Member
    folder: Path

    def say(self, author: Member | Guest, text: str = "Words about a long winter") -> Comment:
        return post_comment(thread=self.thread, author=author, text=text).comment


IsThere = Callable[[], bool]
CASES: dict[str, Callable[[Scene], IsThere]] = {}


def case(make: Callable[[Scene], IsThere]) -> Callable[[Scene], IsThere]:
    """A case of the rule that the function is named after: it makes something, and gives what looks for it."""
    CASES[make.__name__] = make
    return make


@case
def held_words(scene: Scene) -> IsThere:
    hold_words(thread=scene.thread, member=scene.alice, path="/x/", text="Words that wait")
    return HeldPost.objects.exists


@case
def guest_addresses(scene: Scene) -> IsThere:
    scene.say(Guest("Gus", "gus@people.example"))
    return Comment.objects.exclude(author_email="").exists


@case
def network_marks(scene: Scene) -> IsThere:
    scene.say(scene.alice)
    Comment.objects.update(network_hash="abc")
    return Comment.objects.filter(network_hash="abc").exists


@case
def blanked_words(scene: Scene) -> IsThere:
    comment = scene.say(scene.alice, "Ask Ann Lee, she knows")
    redact_comment(
        comment=comment, moderator=scene.mo, version=1, ground="personal_details", wordings=["Ann"]
    )
    return CommentVersion.objects.filter(body__contains="Ann").exists


@case
def questions(scene: Scene) -> IsThere:
    store_question(text="Does rest help?", answer=answer(""))
    return Question.objects.exists


@case
def flag_contacts(scene: Scene) -> IsThere:
    answered_flag(scene)
    return Flag.objects.filter(guest_key="g", email="gus@people.example").exists


@case
def flag_words(scene: Scene) -> IsThere:
    answered_flag(scene)
    return Flag.objects.exclude(words="", snapshot="").exists


def answered_flag(scene: Scene) -> None:
    comment = scene.say(scene.alice)
    flagger = Flagger(guest_key="g", email="gus@people.example")
    flag_comment(comment=comment, flagger=flagger, reason="attack", words="It hurts.")
    keep_comment(comment=Comment.objects.get(), moderator=scene.mo, version=1)


@case
def notices(scene: Scene) -> IsThere:
    comment = scene.say(scene.alice)
    given = Given(f"/comments/{comment.pk}/", "It is libel.", "Law", "Gus", "gus@people.example")
    decline_notice(notice=receive_notice(given=given), moderator=scene.mo, answer="It is not.")
    return Notice.objects.filter(name="Gus", email="gus@people.example").exists


@case
def appeal_words(scene: Scene) -> IsThere:
    comment = scene.say(scene.nadia)
    decision = reject_comment(comment=comment, moderator=scene.mo, version=1, ground="dose")
    appeal = lodge_appeal(decision=decision, author=scene.nadia, words="My reasons")
    keep_decision(appeal=appeal, moderator=scene.mia, words="It stands.")
    return Appeal.objects.filter(words="My reasons").exists


@case
def news(scene: Scene) -> IsThere:
    Notification.objects.create(follower=follower_for(scene.alice), kind="reply", key="x")
    return Notification.objects.exists


@case
def events(scene: Scene) -> IsThere:
    kind = OutboxEvent.Kind.COMMENT_DECIDED
    OutboxEvent.objects.create(kind=kind, subject_id=1, handled_at=BEGIN)
    return OutboxEvent.objects.exists


@case
def returned_letters(scene: Scene) -> IsThere:
    ReturnedLetter.objects.create(follower=follower_for(scene.alice), name="event-1", is_final=True)
    return ReturnedLetter.objects.exists


@case
def unconfirmed_follows(scene: Scene) -> IsThere:
    ask_to_follow(kind="thread", target=scene.thread.article_id, address="gus@people.example")
    return lambda: (
        Follower.objects.filter(email="gus@people.example").exists() or Follow.objects.exists()
    )


@case
def unconfirmed_newsletter(scene: Scene) -> IsThere:
    subscribe(address="gus@people.example", rhythm="weekly")
    return Subscriber.objects.exists


@case
def newsletter_deliveries(scene: Scene) -> IsThere:
    subscribe(address="gus@people.example", rhythm="weekly")
    Subscriber.objects.update(confirmed_at=BEGIN)
    issue = create_issue(title="News", opening="Warm days.")
    Issue.objects.update(state="sent", started_at=BEGIN, finished_at=BEGIN)
    Delivery.objects.create(issue=issue, subscriber=Subscriber.objects.get(), state="sent")
    return Delivery.objects.exclude(subscriber=None).exists


@case
def letter_files(scene: Scene) -> IsThere:
    letter = scene.folder / "mail" / "1.log"
    letter.parent.mkdir()
    letter.write_text("To: gus@people.example\n\nHello")
    os.utime(letter, (BEGIN.timestamp(), BEGIN.timestamp()))
    return letter.exists


@case
def sessions(scene: Scene) -> IsThere:
    Client().force_login(scene.alice)
    return Session.objects.filter(member=scene.alice).exists


@case
def visits(scene: Scene) -> IsThere:
    ThreadVisit.objects.create(
        member=scene.alice, thread=scene.thread, seen_at=BEGIN, new_since=BEGIN
    )
    return ThreadVisit.objects.exists


@case
def downloads(scene: Scene) -> IsThere:
    Download.objects.create(
        member=scene.alice,
        name="x.zip",
        ready_at=BEGIN,
        expires_at=BEGIN + kept_for("downloads"),
    )
    file = scene.folder / "downloads" / "x.zip"
    file.parent.mkdir()
    file.write_bytes(b"words")
    return lambda: file.exists() and Download.objects.exists()


@case
def address_proofs(scene: Scene) -> IsThere:
    AddressProof.objects.create(
        email="ada@elsewhere.example", origin_hash="x", salt="x", asked_at=BEGIN
    )
    return AddressProof.objects.exists


@case
def erasure_links(scene: Scene) -> IsThere:
    ask_by_mail(address=scene.alice.email)
    return Erasure.objects.exists


@case
def erasure_receipts(scene: Scene) -> IsThere:
    Erasure.objects.create(state="done", salt="x", done_at=BEGIN)
    return Erasure.objects.exists


@case
def import_copies(scene: Scene) -> IsThere:
    run = DeskRun.objects.create(label="Old comments", state="ready")
    folder = run_folder(run.pk)
    folder.mkdir(parents=True)
    return folder.exists
