"""Learning from real decisions, and using it at the next post."""

import io
import json
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.actions import lodge_appeal, reverse_decision
from community.moderation.decisions.actions import (
    approve_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.decisions.models import Decision
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.learning import actions
from community.moderation.learning.actions import (
    LEARNED_KEPT,
    NEWS_MIN,
    learn_from_decisions,
    learn_from_news,
    lessons,
)
from community.screening.learned.model import SEEN_MIN, WANTED_MIN
from community.threads.actions import edit_comment, erase_comment, post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest
from community.yardsticks.learned import spam_model
from community.yardsticks.models import SpamModel
from tests.spam_texts import lessons as own_lessons
from tests.spam_texts import ship_only, spam_texts, templates, wanted_texts, written

Say = Callable[..., Comment]
FAMILIES = sorted(templates())


def reject(comment: Comment, moderator: Member, ground: str = "selling") -> None:
    reject_comment(comment=comment, moderator=moderator, version=comment.version, ground=ground)


def approve(comment: Comment, moderator: Member) -> None:
    approve_comment(comment=comment, moderator=moderator, version=comment.version)


@pytest.fixture
def decide(thread: Thread, mo: Member) -> Callable[..., None]:
    """Post texts as guests and decide on each: advertising is rejected, the rest approved."""

    def post_and_decide(texts: list[tuple[str, bool]]) -> None:
        for number, (text, is_spam) in enumerate(texts):
            author = Guest(f"Guest {number}")
            comment = post_comment(thread=thread, author=author, text=text).comment
            if comment.state == "pending":
                reject(comment, mo) if is_spam else approve(comment, mo)

    return post_and_decide


def screened(*texts: str, monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The codes of `screen_text` for each text."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(t.replace("\n", " ") for t in texts)))
    out = io.StringIO()
    call_command("screen_text", "--json", stdout=out)
    lines = map(json.loads, out.getvalue().splitlines())
    return [{reason["code"] for reason in line["reasons"]} for line in lines]


def test_after_four_hundred_decisions_new_advertising_is_seen(
    decide: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held against texts of one hand, of which a half was decided on, and the other hand's shipped."""
    ship_only("second", monkeypatch)
    chance = random.Random(5)
    decide(own_lessons(FAMILIES, 400, 0.4, chance, written("advertising_tuned")))
    spam, wanted = written("advertising_held_out"), wanted_texts("held_out", 150, chance)
    codes = screened(*spam, *wanted, monkeypatch=monkeypatch)
    seen = ["spam-score" in found for found in codes]
    of_spam, of_wanted = seen[: len(spam)], seen[len(spam) :]
    assert sum(of_spam) >= 0.75 * len(spam) and sum(of_wanted) <= 0.03 * len(wanted)


def test_below_two_hundred_wanted_comments_nothing_is_said(
    decide: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(own_lessons(FAMILIES, WANTED_MIN + 19, 0.1, random.Random(9)))
    codes = screened(*written("advertising_held_out"), monkeypatch=monkeypatch)
    assert all("spam-score" not in found for found in codes)


def test_a_post_meets_what_was_learned(
    decide: Callable[..., None], thread: Thread, alice: Member
) -> None:
    decide(own_lessons(FAMILIES, 250, 0.2, random.Random(6)))
    learn_from_decisions()
    advert = spam_texts(FAMILIES, 1, random.Random(7))[0]
    comment = post_comment(thread=thread, author=alice, text=advert).comment
    reason = next(r for r in comment.reasons if r["code"] == "spam-score")
    assert comment.state == "pending" and reason["words"] and "learned from" in reason["detail"]


def test_only_decisions_about_advertising_teach(say: Say, mo: Member, nadia: Member) -> None:
    approve(say("Kind words", nadia), mo)
    reject(say("Buy pills", nadia), mo)
    reject(say("You are a liar", nadia), mo, ground="attack")
    reject(say("Take 300 mg", nadia), mo, ground="dose")
    assert sorted(lessons()) == [("Buy pills", True), ("Kind words", False)]


def test_the_last_word_on_a_comment_counts(say: Say, mo: Member, nadia: Member) -> None:
    comment = say("Words", nadia)
    approve(comment, mo)
    comment.refresh_from_db()
    remove_comment(comment=comment, moderator=mo, version=1, ground="selling")
    assert list(lessons()) == [("Words", True)]
    comment.refresh_from_db()
    restore_comment(comment=comment, moderator=mo, version=1)
    assert list(lessons()) == [("Words", False)]


def test_the_words_that_were_decided_on_are_learned(say: Say, mo: Member, nadia: Member) -> None:
    comment = say("Buy pills", nadia)
    reject(comment, mo)
    comment.refresh_from_db()
    edit_comment(comment=comment, author=nadia, text="I am sorry")
    assert list(lessons()) == [("Buy pills", True)]


def test_what_was_taken_back_as_a_slip_teaches_nothing(say: Say, mo: Member, nadia: Member) -> None:
    comment = say("Words", nadia)
    approve(comment, mo)
    undo_decision(decision=Decision.objects.get(), moderator=mo)
    assert list(lessons()) == []


def test_what_an_appeal_gave_back_was_wanted(
    say: Say, mo: Member, mia: Member, nadia: Member
) -> None:
    comment = say("My own words", nadia)
    reject(comment, mo)
    appeal = lodge_appeal(decision=Decision.objects.get(), author=nadia, words="They are mine")
    reverse_decision(appeal=appeal, moderator=mia, words="You are right.")
    assert list(lessons()) == [("My own words", False)]


def test_the_answer_to_a_notice_leaves_what_was_decided_on_the_comment(
    say: Say, mo: Member, nadia: Member
) -> None:
    comment = say("Buy pills", nadia)
    reject(comment, mo)
    Decision.objects.create(kind="notice_acted", comment=comment, moderator=mo, ground="illegal")
    assert list(lessons()) == [("Buy pills", True)]


def test_where_words_were_blanked_those_that_stood_there_teach_nothing(
    say: Say, mo: Member, nadia: Member
) -> None:
    comment = say("Call me on 030 1234567", nadia)
    approve(comment, mo)
    comment.refresh_from_db()
    ground = "personal_details"
    redact_comment(
        comment=comment, moderator=mo, version=1, ground=ground, wordings=["030 1234567"]
    )
    assert list(lessons()) == []


def test_what_was_erased_or_taken_back_is_forgotten(say: Say, mo: Member, nadia: Member) -> None:
    first, second = say("My secret words", nadia), say("My other words", nadia)
    approve(first, mo)
    approve(second, mo)
    first.refresh_from_db()
    second.refresh_from_db()
    erase_comment(comment=first, author=nadia)
    withdraw_comment(comment=second, author=nadia)
    assert list(lessons()) == []


def test_only_the_newest_decisions_are_read(
    say: Say, mo: Member, nadia: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(say("First words", nadia), mo)
    approve(say("Later words", nadia), mo)
    monkeypatch.setattr(actions, "DECISIONS_MAX", 1)
    assert list(lessons()) == [("Later words", False)]


def test_learning_again_waits_for_news(say: Say, mo: Member) -> None:
    for number in range(NEWS_MIN):
        assert learn_from_news() is None
        approve(say(f"Words number {number}", Guest(f"Guest {number}")), mo)
    first = learn_from_news()
    assert first and first.texts == NEWS_MIN
    assert learn_from_news() is None and learn_from_decisions() is None
    assert SpamModel.objects.count() == 1


def test_without_news_it_is_learned_again_after_a_day_so_that_erased_words_leave(
    say: Say, mo: Member, nadia: Member
) -> None:
    comments = [say(f"Rosemary blooms {number}", nadia) for number in range(SEEN_MIN)]
    for comment in comments:
        approve(comment, mo)
    learn_from_decisions()
    assert "rosemar bloom" in str(spam_model())
    comments[0].refresh_from_db()
    erase_comment(comment=comments[0], author=nadia)
    assert learn_from_news() is None
    with time_machine.travel(timezone.now() + LEARNED_KEPT + timedelta(seconds=1)):
        assert learn_from_news()
    assert "rosemar bloom" not in str(spam_model())


def test_a_new_model_takes_the_place_of_the_old_one(say: Say, mo: Member, nadia: Member) -> None:
    approve(say("Words", nadia), mo)
    learn_from_decisions()
    before = spam_model()
    approve(say("Other words", nadia), mo)
    learn_from_decisions()
    assert spam_model() != before and SpamModel.objects.count() == 1


def test_the_command_says_what_was_learned(
    decide: Callable[..., None], say: Say, mo: Member, nadia: Member
) -> None:
    out = io.StringIO()
    call_command("learn_from_decisions", stdout=out)
    assert "Silent until 20 were rejected as advertising and 200 wanted." in out.getvalue()
    decide(own_lessons(FAMILIES, 250, 0.2, random.Random(8)))
    out = io.StringIO()
    call_command("learn_from_decisions", stdout=out)
    assert "50 rejected as advertising, 200 wanted" in out.getvalue()
    against, _, wanted = out.getvalue().partition("Most like what is wanted")
    assert "<3 kinds>" in against and "<3 kinds>" not in wanted and " my," in wanted
