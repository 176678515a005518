"""News of decisions, appeals and flags says what came of what, under which title."""

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from community.members.models import Member
from community.moderation.appeals.actions import keep_decision, lodge_appeal
from community.moderation.decisions.actions import (
    approve_comment,
    keep_comment,
    reject_comment,
    remove_comment,
)
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Decision, Sanction
from community.moderation.sanctions.actions import sanction_member
from community.notifications.decision_words import LATER, NOTE_GONE, OF_COMMENTS, OF_MEMBERS
from community.notifications.follows.actions import choose_letters, follower_for
from community.notifications.letters.items import Item, items_of, with_what_they_name
from community.notifications.letters.writing import SUBJECTS, letter_of_one
from community.notifications.news.models import Notification
from community.notifications.telling import tell_waiting_events
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread


@pytest.fixture
def comment(thread: Thread, alice: Member) -> Comment:
    return post_comment(thread=thread, author=alice, text="My own words").comment


def removed(comment: Comment, moderator: Member) -> Decision:
    return remove_comment(comment=comment, moderator=moderator, version=1, ground="dose")


def news_of(member: Member) -> list[Item]:
    """What stands on a member's page, the oldest first."""
    tell_waiting_events()
    rows = Notification.objects.filter(follower__member=member)
    return items_of(with_what_they_name(rows.values_list("pk", flat=True)))


def test_a_decision_says_what_was_decided_and_under_which_title(
    comment: Comment, alice: Member, mo: Member, client: Client
) -> None:
    removed(comment, mo)
    (item,) = news_of(alice)
    assert (item.said, item.about) == ("A moderator removed your comment", comment.thread.title)
    client.force_login(alice)
    page = client.get("/account/news/").content.decode()
    assert item.said in page and item.about in page


def test_what_was_approved_leads_to_the_comment_among_ones_own(
    thread: Thread, nadia: Member, mo: Member
) -> None:
    comment = post_comment(thread=thread, author=nadia, text="My first words").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    (item,) = news_of(nadia)
    assert item.said == "A moderator published your comment"
    assert item.path.endswith(f"#comment-{comment.pk}")


def test_a_letter_names_the_comment_in_its_text_and_not_in_its_subject(
    comment: Comment, alice: Member, mo: Member
) -> None:
    choose_letters(follower=follower_for(alice), decisions="daily")
    removed(comment, mo)
    (item,) = news_of(alice)
    letter = letter_of_one(item)
    whole = f"A moderator removed your comment under “{comment.thread.title}”"
    assert whole in letter.body and whole in letter.alternatives[0][0]
    assert comment.thread.title not in letter.subject
    assert letter.subject.startswith("A decision about your comment or your account")


def test_a_decision_about_a_member_says_which(alice: Member, mo: Member) -> None:
    sanction_member(
        member=alice, moderator=mo, kind=Sanction.Kind.WARN, ground="attack", words="Please."
    )
    (item,) = news_of(alice)
    assert (item.said, item.about) == ("A moderator warns you", "")


def test_an_answered_appeal_says_how_it_ended_and_about_what(
    comment: Comment, alice: Member, mo: Member, mia: Member
) -> None:
    appeal = lodge_appeal(decision=removed(comment, mo), author=alice, words="I see it otherwise.")
    keep_decision(appeal=appeal, moderator=mia, words="It names a dose.")
    *_, item = news_of(alice)
    assert (item.said, item.about) == (
        "You appealed, and the decision stands",
        comment.thread.title,
    )
    for message in mail.outbox[-2:]:
        for part in (message.body, message.alternatives[0][0]):
            assert f"about your comment under “{comment.thread.title}”" in part
        assert comment.thread.title not in message.subject


def test_an_answered_flag_says_of_which_comment(
    comment: Comment, bob: Member, nadia: Member, mo: Member
) -> None:
    flag_comment(comment=comment, flagger=Flagger(bob), reason="attack")
    flag_comment(comment=comment, flagger=Flagger(nadia), reason="worried")
    keep_comment(comment=Comment.objects.get(), moderator=mo, version=1)
    (item,) = news_of(bob)
    assert item.notification.kind == "flag" and item.about == comment.thread.title
    assert item.said == "A moderator read the comment you flagged and left it as it is"
    (worried,) = news_of(nadia)
    assert worried.said == "A moderator has read the comment you were worried about"
    told = [message for message in mail.outbox if message.to == [bob.email]]
    assert all(f"flagged a comment under “{comment.thread.title}”" in each.body for each in told)


def test_news_from_before_says_as_much_as_is_known(comment: Comment, bob: Member) -> None:
    follower = follower_for(bob)
    for kind in ("decision", "answer", "flag"):
        Notification.objects.create(
            follower=follower, kind=kind, key=f"event-{kind}", path="/account/"
        )
    assert [item.said for item in news_of(bob)] == [
        "A moderator decided about your comment or your account",
        "A moderator answered your appeal",
        "A moderator answered your flag",
    ]


def test_many_outcomes_cost_as_many_looks_as_few(thread: Thread, nadia: Member, mo: Member) -> None:
    def looks() -> int:
        with CaptureQueriesContext(connection) as looked:
            news_of(nadia)
        return len(looked)

    def reject(number: int) -> None:
        comment = post_comment(thread=thread, author=nadia, text=f"Words {number}").comment
        reject_comment(comment=comment, moderator=mo, version=1, ground="dose")
        tell_waiting_events()

    reject(1)
    few = looks()
    for number in range(2, 6):
        reject(number)
    assert looks() == few


def test_every_decision_that_is_told_has_its_words() -> None:
    assert {"reject", "revise", "remove", "hide", "redact"} <= set(OF_COMMENTS)
    for told in (*OF_COMMENTS.values(), LATER, NOTE_GONE):
        assert told.subject and told.opening.endswith(".")
    for told in (*OF_COMMENTS.values(), *OF_MEMBERS.values(), LATER, NOTE_GONE):
        assert told.news and not told.news.endswith("."), "the title follows"
    assert {"decision", "answer", "flag"} <= set(SUBJECTS)
