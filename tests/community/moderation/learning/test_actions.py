"""Learning from real decisions, and using it at the next post."""

import io
import json
import random
from collections.abc import Callable

import pytest
from django.core.management import call_command

from community.members.models import Member
from community.moderation.decisions.actions import (
    approve_comment,
    reject_comment,
    remove_comment,
    restore_comment,
)
from community.moderation.learning import actions
from community.moderation.learning.actions import (
    NEWS_MIN,
    learn_from_decisions,
    learn_from_news,
    lessons,
)
from community.threads.actions import edit_comment, erase_comment, post_comment, withdraw_comment
from community.threads.learned import spam_model
from community.threads.models import Comment, SpamModel, Thread
from community.threads.submissions import Guest
from tests.spam_texts import lessons as own_lessons
from tests.spam_texts import spam_texts, templates, wanted_texts

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


def test_after_some_hundred_decisions_new_advertising_is_seen(
    decide: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)
    decide(list(own_lessons(FAMILIES, 300, 0.4, chance)))
    spam, wanted = spam_texts(FAMILIES, 60, chance), wanted_texts("held_out", 60, chance)
    codes = screened(*spam, *wanted, monkeypatch=monkeypatch)
    seen = ["spam-score" in found for found in codes]
    assert sum(seen[:60]) >= 48 and sum(seen[60:]) <= 1


def test_a_post_meets_what_was_learned(
    decide: Callable[..., None], thread: Thread, alice: Member
) -> None:
    decide(list(own_lessons(FAMILIES, 300, 0.4, random.Random(6))))
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
    assert "Silent until there are 100 decisions, 20 of each kind." in out.getvalue()
    decide(list(own_lessons(FAMILIES, 150, 0.5, random.Random(8))))
    out = io.StringIO()
    call_command("learn_from_decisions", stdout=out)
    assert "75 rejected as advertising, 75 wanted" in out.getvalue()
    assert "<link>" in out.getvalue().split("Most like what is wanted")[0]
