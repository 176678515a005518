"""Publishing a comment with words blanked, and what becomes of the words."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.utils import timezone

from articles.keeping.limits import kept_for
from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment
from community.moderation.decisions.blanked_words import forget_blanked_words
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.decisions.undoing import undo_decision
from community.moderation.flags.actions import Flagger, flag_comment, was_read
from community.moderation.models import Decision, Flag
from community.moderation.statements.building import statement_of
from community.notifications.telling import tell_waiting_events
from community.retention.forgetting import forget_what_is_over
from community.threads.actions import edit_comment, erase_comment, post_comment
from community.threads.editing.blanks import BLANK
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest

Say = Callable[..., Comment]
State = Comment.State
TEXT, NUMBER = "My sister rests early. Ring her on 030 1234567.", "030 1234567"
SHORT = f"My sister rests early. Ring her on {BLANK}."


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread").get(pk=comment.pk)


def redact(comment: Comment, moderator: Member, *wordings: str, **changes: object) -> Decision:
    given = {"version": comment.version, "ground": "personal_details", **changes}
    return redact_comment(
        comment=comment, moderator=moderator, wordings=wordings or [NUMBER], **given
    )


def test_a_waiting_comment_appears_without_the_words(say: Say, nadia: Member, mo: Member) -> None:
    decision = redact(say(TEXT, nadia), mo)
    comment = fresh(decision.comment)
    assert (comment.state, comment.version, comment.body) == (State.VISIBLE, 2, SHORT)
    assert NUMBER not in comment.body_html + comment.piece and BLANK in comment.piece
    assert comment.waiting_since is None and not comment.edited_at
    assert comment.thread.comment_count == 1
    nadia.refresh_from_db()
    assert nadia.approved_posts == 0


def test_a_visible_comment_stays_where_it_is(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Ask Ann Lee, she knows", alice)
    before = comment.thread.version
    redact(comment, mo, "Ann Lee")
    comment = fresh(comment)
    assert comment.body == f"Ask {BLANK}, she knows" and comment.piece.count(BLANK) == 1
    assert comment.thread.comment_count == 1 and comment.thread.version > before


def test_an_imported_comment_can_have_words_blanked(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Ask Ann Lee", alice)
    Comment.objects.filter(pk=comment.pk).update(is_imported=True, author=None)
    redact(fresh(comment), mo, "Ann Lee")
    assert "Ann" not in fresh(comment).piece


def test_the_log_says_how_much_and_of_which_kind_and_none_of_the_words(
    say: Say, nadia: Member, mo: Member
) -> None:
    decision = redact(say(TEXT, nadia), mo, NUMBER, "her")
    assert decision.facts.startswith("2 places were blanked, ")
    assert decision.facts.endswith("Our rules had seen there: a phone number.")
    assert (decision.kind, decision.version, decision.state_before) == ("redact", 1, "pending")
    assert NUMBER not in str(vars(decision))
    assert decision.is_restriction and decision.facts in statement_of(decision).facts


@pytest.mark.parametrize(
    ("wordings", "words", "sentence"),
    [
        (["Lee"], "", "does not stand in the comment: “Lee”"),
        ([" "], "", "choose the words"),
        ([TEXT], "", "Nothing would be left"),
        ([NUMBER], f"{NUMBER} is hers", "leave the blanked words out"),
    ],
)
def test_what_cannot_be_blanked_is_refused(
    say: Say, nadia: Member, mo: Member, wordings: list[str], words: str, sentence: str
) -> None:
    comment = say(TEXT, nadia)
    with pytest.raises(NotAllowed, match=sentence):
        redact(comment, mo, *wordings, words=words)
    assert fresh(comment).body == TEXT and not Decision.objects.exists()


def test_it_needs_a_reason_and_is_not_for_ones_own_words(say: Say, mo: Member) -> None:
    with pytest.raises(NotAllowed, match="reason"):
        redact(say(TEXT), mo, ground="")
    with pytest.raises(NotAllowed, match="own comments"):
        redact(say(TEXT + " Yes.", mo), mo)


def test_words_that_changed_meanwhile_are_not_blanked(say: Say, nadia: Member, mo: Member) -> None:
    comment = say(TEXT, nadia)
    edit_comment(comment=comment, author=nadia, text=TEXT + " Please.")
    with pytest.raises(WordsChanged):
        redact(comment, mo, version=1)


def test_the_second_moderator_is_told_who_blanked_words(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = say(TEXT, nadia)
    first = redact(comment, mo)
    for late in (lambda: redact(comment, mia), lambda: approve(comment, mia)):
        with pytest.raises(AlreadyDecided) as told:
            late()
        assert told.value.decision == first
    assert Decision.objects.count() == 1


def approve(comment: Comment, moderator: Member) -> Decision:
    return approve_comment(comment=comment, moderator=moderator, version=1)


def test_the_author_is_told_without_the_words(say: Say, mo: Member) -> None:
    redact(say(TEXT, Guest("Gus", "gus@people.example")), mo, words="It is hers to give.")
    tell_waiting_events()
    (message,) = mail.outbox
    for part in (message.body, message.alternatives[0][0]):
        assert NUMBER not in part and BLANK in part and "It is hers to give." in part
        assert "One place was blanked" in part and "appeal" in part
        assert "You wrote" not in part


def test_an_edit_afterwards_waits_whoever_makes_it(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Ask Ann Lee, she knows", alice)
    redact(comment, mo, "Ann Lee")
    edit_comment(comment=fresh(comment), author=alice, text="Ask Ann Lee, she knows")
    comment = fresh(comment)
    assert comment.state == State.PENDING and comment.waiting_since
    assert "blanked" in [reason["code"] for reason in comment.reasons]
    edit_comment(comment=comment, author=alice, text="Ask her, she knows")
    assert fresh(comment).state == State.PENDING


def test_taken_back_at_once_the_words_are_there_again(say: Say, nadia: Member, mo: Member) -> None:
    comment = say(TEXT, nadia)
    undo_decision(decision=redact(comment, mo), moderator=mo)
    comment = fresh(comment)
    assert (comment.body, comment.state, comment.version) == (TEXT, State.PENDING, 3)
    assert comment.waiting_since and NUMBER in comment.body_html and NUMBER not in comment.piece
    assert not comment.versions.exclude(purge_at=None).exists()


def test_taken_back_a_visible_comment_shows_its_words(say: Say, alice: Member, mo: Member) -> None:
    comment = say("Ask Ann Lee, she knows", alice)
    undo_decision(decision=redact(comment, mo, "Ann Lee"), moderator=mo)
    assert "Ann Lee" in fresh(comment).piece and fresh(comment).thread.comment_count == 1


def test_nothing_is_taken_back_after_the_author_changed_it(
    say: Say, alice: Member, mo: Member
) -> None:
    decision = redact(say("Ask Ann Lee, she knows", alice), mo, "Ann Lee")
    edit_comment(comment=fresh(decision.comment), author=alice, text="Ask her")
    with pytest.raises(NotAllowed, match="happened"):
        undo_decision(decision=decision, moderator=mo)


def test_after_an_appeal_the_words_are_there_again(
    say: Say, alice: Member, mo: Member, mia: Member
) -> None:
    decision = redact(say("Ask Ann Lee, she knows", alice), mo, "Ann Lee")
    appeal = lodge_appeal(decision=decision, author=alice, words="She runs a public office.")
    reverse_decision(appeal=appeal, moderator=mia, words="So she does.")
    assert "Ann Lee" in fresh(decision.comment).piece


def test_the_words_are_erased_after_thirty_days(say: Say, nadia: Member, mo: Member) -> None:
    comment = edit_comment(comment=say("Words", nadia), author=nadia, text=TEXT)
    decision = redact(comment, mo)
    kept = CommentVersion.objects.get(purge_at__isnull=False)
    assert kept.body == TEXT
    minute = timedelta(minutes=1)
    assert forget_blanked_words(now=decision.decided_at + kept_for("blanked_words") - minute) == 0
    with time_machine.travel(decision.decided_at + kept_for("blanked_words") + minute, tick=False):
        assert forget_what_is_over()["blanked_words"] == 1
    assert [row.body for row in CommentVersion.objects.all()] == ["Words"]
    assert NUMBER not in str(fresh(comment).reasons)


def test_earlier_versions_and_copies_with_the_words_are_erased_too(
    say: Say, alice: Member, bob: Member, mo: Member
) -> None:
    comment = say("Ask Ann Lee, she knows", alice)
    flag_comment(comment=comment, flagger=Flagger(bob), reason="details")
    comment = edit_comment(comment=fresh(comment), author=alice, text="Ask Ann Lee, she does")
    redact(fresh(comment), mo, "Ann Lee")
    assert forget_blanked_words(now=timezone.now() + kept_for("blanked_words")) == 2
    assert not CommentVersion.objects.exists()
    flag = Flag.objects.get()
    assert (flag.snapshot, flag.outcome) == ("", "upheld")


def test_while_an_appeal_waits_the_words_wait_too(say: Say, alice: Member, mo: Member) -> None:
    decision = redact(say("Ask Ann Lee, she knows", alice), mo, "Ann Lee")
    lodge_appeal(decision=decision, author=alice, words="She runs a public office.")
    assert forget_blanked_words(now=timezone.now() + kept_for("blanked_words")) == 0


def test_erasing_leaves_nothing_behind(say: Say, alice: Member, mo: Member) -> None:
    decision = redact(say("Ask Ann Lee, she knows", alice), mo, "Ann Lee")
    erase_comment(comment=fresh(decision.comment), author=alice)
    assert not CommentVersion.objects.exists()


def test_words_left_by_a_moderator_are_not_hidden_by_the_next_flags(
    say: Say, alice: Member, mo: Member
) -> None:
    decision = redact(say("Ask Ann Lee, she knows", alice), mo, "Ann Lee")
    assert was_read(fresh(decision.comment))


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_and_the_author_at_the_same_moment_nobody_overwrites_another(
    thread: Thread, nadia: Member, mo: Member, mia: Member
) -> None:
    comment = post_comment(thread=thread, author=nadia, text=TEXT).comment
    start = Barrier(3)

    def at_once(job: Callable[[], object]) -> object:
        start.wait()
        try:
            return job()
        except (AlreadyDecided, WordsChanged) as error:
            return error
        finally:
            connection.close()

    jobs: list[Callable[[], object]] = [
        lambda: redact(comment, mo),
        lambda: approve(comment, mia),
        lambda: edit_comment(comment=comment, author=nadia, text="Other words"),
    ]
    with ThreadPoolExecutor(3) as pool:
        first, second, _ = pool.map(at_once, jobs)
    decided = [each for each in (first, second) if isinstance(each, Decision)]
    assert list(Decision.objects.all()) == decided
    # Both were right only where one approved it, and the other then blanked what readers saw.
    assert len(decided) <= 1 or decided[1].pk < decided[0].pk
    comment = fresh(comment)
    assert comment.body == "Other words" and comment.state == State.PENDING
    assert comment.version == 2 + (bool(decided) and decided[0].kind == "redact")
    assert comment.thread.comment_count == 0
