"""Notices when two things happen at once, and the words that were read."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from community.members.models import Member
from community.moderation.decisions.actions import remove_comment
from community.moderation.models import Claim, Decision, Notice
from community.moderation.notices.actions import (
    AlreadyAnswered,
    Given,
    Taking,
    act_on_notice,
    decline_notice,
    receive_notice,
)
from community.threads.actions import edit_comment
from community.threads.models import Comment
from tests.moderation_pages import page

Say = Callable[..., Comment]
LIBEL = Taking("illegal", "Libel.", 1)


@pytest.fixture
def notice(say: Say, alice: Member) -> Notice:
    """A notice about a visible comment by Alice."""
    comment = say("Doctor Smith takes bribes.", alice)
    return receive_notice(given=Given(f"/comments/{comment.pk}/", "It is libel."))


def at_once(act: Callable[[Any], str], people: tuple[Any, ...]) -> list[str]:
    def done(person: Any) -> str:
        try:
            return act(person)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return sorted(pool.map(done, people))


@pytest.mark.django_db(transaction=True)
def test_two_moderators_answer_a_notice_once(notice: Notice, mo: Member, mia: Member) -> None:
    def answer(moderator: Member) -> str:
        mine = Notice.objects.get(pk=notice.pk)
        try:
            if moderator == mo:
                act_on_notice(notice=mine, moderator=mo, taking=LIBEL, answer="Removed.")
            else:
                decline_notice(notice=mine, moderator=mia, answer="No.")
        except AlreadyAnswered:
            return "late"
        return "answered"

    assert at_once(answer, (mo, mia)) == ["answered", "late"]
    assert Decision.objects.filter(lane="notices").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_stores_one_notice(say: Say, alice: Member) -> None:
    given = Given(f"/comments/{say('Words', alice).pk}/", "It is libel.")
    references = at_once(lambda _: receive_notice(given=given).reference, (1, 2, 3))
    assert len(set(references)) == 1 and Notice.objects.count() == 1


def test_the_same_words_after_the_answer_are_a_new_notice(notice: Notice, mo: Member) -> None:
    given = Given(notice.address, notice.explanation)
    for _ in range(2):
        first = receive_notice(given=given)
        assert receive_notice(given=given) == first
        decline_notice(notice=first, moderator=mo, answer="No.")
    assert receive_notice(given=given).state == Notice.State.OPEN
    assert Notice.objects.count() == 3


def test_words_that_changed_after_they_were_read_are_shown_first(
    notice: Notice, alice: Member, mo: Member, as_mo: Client
) -> None:
    where = f"/moderation/notices/{notice.pk}/"
    read = page(as_mo, where).css_first("[name=version]").attributes["value"]
    edit_comment(comment=notice.comment, author=alice, text="Doctor Smith is kind.")
    given = {"answer": "Removed.", "do": "act", "ground": "illegal", "to_author": "Libel."}
    late = as_mo.post(where, given | {"version": read})
    body = late.content.decode()
    assert late.status_code == 409 and "changed the words while you read" in body
    assert "Removed." in body and "Libel." in body and "Doctor Smith is kind." in body
    assert Comment.objects.get(pk=notice.comment.pk).is_visible
    assert 'name="version" value="2"' in body
    as_mo.post(where, given | {"version": "2"})
    assert Comment.objects.get(pk=notice.comment.pk).state == "removed"


def test_who_comes_second_learns_who_was_first_and_keeps_the_words(
    notice: Notice, mo: Member, as_mia: Client
) -> None:
    decline_notice(notice=notice, moderator=mo, answer="No.")
    sent = {"answer": "My long answer", "do": "decline", "ground": "illegal"}
    late = as_mia.post(f"/moderation/notices/{notice.pk}/", sent)
    assert late.status_code == 409
    assert "Mo answered it first" in late.content.decode()
    assert "My long answer" in late.content.decode()


def test_a_comment_removed_meanwhile_needs_no_second_removal(
    notice: Notice, mo: Member, mia: Member
) -> None:
    remove_comment(comment=notice.comment, moderator=mia, version=1, ground="attack")
    row = act_on_notice(notice=notice, moderator=mo, taking=Taking(), answer="It is gone.")
    assert row.kind == "notice_acted" and Decision.objects.filter(kind="remove").count() == 1


@pytest.mark.parametrize("ground", ["illegal", "other"])
def test_the_law_or_another_reason_needs_own_words(
    notice: Notice, as_mo: Client, ground: str
) -> None:
    sent = {"answer": "Removed.", "do": "act", "ground": ground, "version": "1"}
    answer = as_mo.post(f"/moderation/notices/{notice.pk}/", sent)
    assert answer.status_code == 409 and "in your own words" in answer.content.decode()
    assert Comment.objects.get(pk=notice.comment.pk).is_visible and Claim.objects.count() == 0
