"""Decisions on a selection: each by itself, on the version that was read."""

from collections.abc import Callable

import pytest
from django.test import Client

from community.members.models import Member
from community.moderation.claims.actions import claim_comment
from community.moderation.decisions.actions import approve_comment
from community.moderation.models import Decision
from community.moderation.queue import bulk
from community.moderation.queue.bulk import chosen_comments
from community.threads.actions import edit_comment, withdraw_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest
from tests.moderation_pages import page, words

Say = Callable[..., Comment]
HERE = "/moderation/bulk/"


@pytest.fixture
def as_mo(mo: Member) -> Client:
    client = Client()
    client.force_login(mo)
    return client


@pytest.fixture
def three(say: Say) -> list[Comment]:
    """Three waiting comments of guests."""
    return [say(f"Words {n}", Guest(f"Gus {n}")) for n in range(3)]


def chosen(*comments: Comment) -> list[str]:
    return [f"{comment.pk}:{comment.version}" for comment in comments]


def states(comments: list[Comment]) -> list[str]:
    return [Comment.objects.get(pk=comment.pk).state for comment in comments]


def test_one_sees_what_was_chosen_before_anything_is_decided(
    as_mo: Client, three: list[Comment]
) -> None:
    found = page(as_mo, "/moderation/")
    assert len(found.css("input[name=chosen]")) == 3
    shown = as_mo.post(HERE, {"chosen": chosen(*three[:2])}).content.decode()
    assert "Decide on 2 comments" in shown and "Words 0" in shown and "Words 2" not in shown
    assert not Decision.objects.exists()


def test_all_that_were_chosen_are_approved(as_mo: Client, three: list[Comment]) -> None:
    sent = {"chosen": chosen(*three[:2]), "do": "decide", "kind": "approve"}
    shown = as_mo.post(HERE, sent).content.decode()
    assert shown.count("Approved.") == 2
    assert states(three) == ["visible", "visible", "pending"]


def test_rejecting_needs_a_reason_and_keeps_the_selection(
    as_mo: Client, three: list[Comment]
) -> None:
    sent = {"chosen": chosen(*three), "do": "decide", "kind": "reject", "words": "Sorry."}
    shown = as_mo.post(HERE, sent).content.decode()
    assert "Please choose a reason" in shown and "Sorry." in shown and "Words 2" in shown
    as_mo.post(HERE, {**sent, "ground": "selling"})
    assert states(three) == ["rejected"] * 3
    assert set(Decision.objects.values_list("words", "ground")) == {("Sorry.", "selling")}


def test_each_says_what_was_in_the_way_and_the_others_go_on(
    as_mo: Client, mo: Member, mia: Member, nadia: Member, say: Say, three: list[Comment]
) -> None:
    read = claimed, decided, fine = three
    changed, taken_back = say("First words", nadia), say("Other words", nadia)
    sent = chosen(*read, changed, taken_back)
    claim_comment(comment=claimed, moderator=mia)
    approve_comment(comment=decided, moderator=mia, version=1)
    edit_comment(comment=changed, author=nadia, text="Second words")
    withdraw_comment(comment=taken_back, author=nadia)
    shown = as_mo.post(HERE, {"chosen": sent, "do": "decide", "kind": "approve"}).content.decode()
    for part in (
        "Mia is reading it just now.",
        "Mia was first: approved.",
        "The author changed the words",
        "There is nothing to decide",
    ):
        assert part in shown
    assert Comment.objects.get(pk=fine.pk).is_visible
    assert Decision.objects.filter(moderator=mo).count() == 1


def test_words_of_danger_are_decided_alone(as_mo: Client, say: Say) -> None:
    comment = say("I want to kill myself tonight.", Guest("Eve"))
    sent = {"chosen": chosen(comment), "do": "decide", "kind": "approve"}
    shown = as_mo.post(HERE, sent).content.decode()
    assert "open it and decide on it alone" in shown and states([comment]) == ["pending"]


def test_of_too_many_chosen_the_first_are_taken(
    as_mo: Client, three: list[Comment], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "CHOSEN_MAX", 2)
    shown = as_mo.post(HERE, {"chosen": chosen(*three)}).content.decode()
    assert "Decide on 2 comments" in shown and "1 more could not be taken along" in shown


@pytest.mark.parametrize("text", ["", "x", "1", "1:", ":1", "²:1", "9" * 40 + ":1", "1:x"])
def test_what_is_no_comment_is_left_out(mo: Member, text: str) -> None:
    assert chosen_comments([text], mo) == []


def test_nothing_chosen_leads_back_with_a_word(as_mo: Client) -> None:
    response = as_mo.post(HERE, {}, follow=True)
    assert "Please choose the comments first." in response.content.decode()


def test_decided_by_me_shows_what_can_be_taken_back(as_mo: Client, three: list[Comment]) -> None:
    as_mo.post(HERE, {"chosen": chosen(*three), "do": "decide", "kind": "approve"})
    found = page(as_mo, "/moderation/mine/")
    forms = [form.attributes["action"] for form in found.css("main form")]
    assert len(forms) == 3
    response = as_mo.post(forms[0], follow=True)
    assert "Taken back. It is as it was before." in response.content.decode()
    assert states(three).count("pending") == 1
    text = words(page(as_mo, "/moderation/mine/").css_first("main"))
    assert "Taken back." in text and "Taken back" in text
    assert len(page(as_mo, "/moderation/mine/").css("main form")) == 2


def test_the_queue_offers_to_take_the_last_decision_back(
    as_mo: Client, mo: Member, three: list[Comment]
) -> None:
    assert page(as_mo, "/moderation/").css_first("#undo") is None
    approve_comment(comment=three[0], moderator=mo, version=1)
    assert "approved, the comment of Gus 0" in words(page(as_mo, "/moderation/").css_first("#undo"))


def test_somebody_elses_decision_cannot_be_taken_back(
    as_mo: Client, mia: Member, three: list[Comment]
) -> None:
    decision = approve_comment(comment=three[0], moderator=mia, version=1)
    assert as_mo.post(f"/moderation/decisions/{decision.pk}/undo/").status_code == 404


def test_after_several_hard_cases_something_lighter_is_offered(
    as_mo: Client, mo: Member, three: list[Comment]
) -> None:
    hard = [
        Decision(comment=three[0], kind="approve", moderator=mo, lane="crisis") for _ in range(5)
    ]
    Decision.objects.bulk_create(hard[:4])
    assert "something lighter" not in words(page(as_mo, "/moderation/").css_first("main"))
    Decision.objects.bulk_create(hard[4:])
    assert "something lighter" in words(page(as_mo, "/moderation/").css_first("main"))
