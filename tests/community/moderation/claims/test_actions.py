"""One moderator at a time reads a comment."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.claims.actions import (
    CLAIM_TIME,
    ClaimedByOther,
    NoLongerWaits,
    NotAllowed,
    add_note,
    ask_second_opinion,
    claim_comment,
    pass_claim,
    release_claim,
    take_over,
)
from community.moderation.decisions.actions import approve_comment
from community.moderation.models import Claim, Decision, Note
from community.moderation.queue import views
from community.moderation.queue.waiting_list import claim_next
from community.threads.models import Comment, Thread
from tests.moderation_pages import Say, address, fill, text, words

MODERATORS, ITEMS = 8, 80


def again(comment: Comment) -> Comment:
    """The comment as another process reads it."""
    return Comment.objects.get(pk=comment.pk)


def test_who_opens_a_comment_has_it_for_ten_minutes(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim = claim_comment(comment=comment, moderator=mo)
    assert claim.expires_at - claim.claimed_at == CLAIM_TIME
    with pytest.raises(ClaimedByOther) as caught:
        claim_comment(comment=again(comment), moderator=mia)
    assert caught.value.claim.moderator == mo


def test_a_claim_that_ended_can_be_had_by_somebody_else(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim_comment(comment=comment, moderator=mo)
    with time_machine.travel(timezone.now() + CLAIM_TIME + timedelta(seconds=1)):
        assert claim_comment(comment=again(comment), moderator=mia).moderator == mia
        with pytest.raises(ClaimedByOther):
            claim_comment(comment=again(comment), moderator=mo)


def test_who_goes_on_reading_gets_more_time_and_began_when_they_began(say: Say, mo: Member) -> None:
    comment = say()
    first = claim_comment(comment=comment, moderator=mo)
    with time_machine.travel(timezone.now() + CLAIM_TIME / 2):
        later = claim_comment(comment=again(comment), moderator=mo)
    assert later.claimed_at == first.claimed_at and later.expires_at > first.expires_at


def test_nobody_else_decides_on_what_is_being_read(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim_comment(comment=comment, moderator=mo)
    with pytest.raises(ClaimedByOther):
        approve_comment(comment=again(comment), moderator=mia, version=1)
    assert not Decision.objects.exists()
    approve_comment(comment=again(comment), moderator=mo, version=1)
    assert not Claim.objects.exists()


@pytest.mark.parametrize("act", [claim_comment, take_over])
def test_what_was_decided_meanwhile_cannot_be_claimed(
    say: Say, mo: Member, mia: Member, act: Callable
) -> None:
    comment = say()
    read_before = again(comment)
    approve_comment(comment=again(comment), moderator=mo, version=1)
    with pytest.raises(NoLongerWaits):
        act(comment=read_before, moderator=mia)
    assert not Claim.objects.exists()


def test_a_case_that_was_decided_while_it_opened_says_so(
    say: Say, mo: Member, as_mia: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    comment = say()
    read = views.find_comment

    def read_and_wait(pk: int) -> Comment | None:
        found = read(pk)
        approve_comment(comment=again(comment), moderator=mo, version=1)
        return found

    monkeypatch.setattr(views, "find_comment", read_and_wait)
    said = text(as_mia, address(comment))
    assert "Visible. By a guest." in said and "Decisions so far" in said
    assert "It is yours until" not in said and not Claim.objects.exists()


def test_passing_on_what_was_decided_meanwhile_is_answered_and_claims_nothing(
    say: Say, mo: Member, mia: Member, as_mia: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    comment, read = say(), views.find_comment
    before = read(comment.pk)
    approve_comment(comment=comment, moderator=mo, version=1)
    monkeypatch.setattr(views, "find_comment", lambda pk: before)
    sent = {"act": "second-opinion", "words": "I am not sure."}
    answer = as_mia.post(address(comment) + "handle/", sent)
    assert answer.status_code == 409
    said = words(LexborHTMLParser(answer.content.decode()).css_first("main"), " ")
    assert "It waits no longer" in said and "I am not sure." in said
    assert not Claim.objects.exists() and not Note.objects.exists()


def test_a_claim_can_be_given_back(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim_comment(comment=comment, moderator=mo)
    release_claim(comment=comment, moderator=mia)  # not hers to give back
    assert Claim.objects.get().moderator == mo
    release_claim(comment=comment, moderator=mo)
    assert claim_comment(comment=again(comment), moderator=mia).moderator == mia


def test_a_claim_can_be_passed_on_and_says_by_whom(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim_comment(comment=comment, moderator=mo)
    passed = pass_claim(comment=comment, moderator=mo, to=mia)
    assert (passed.moderator, passed.passed_by) == (mia, mo)
    with pytest.raises(ClaimedByOther):
        pass_claim(comment=again(comment), moderator=mo, to=mia)


def test_a_claim_is_passed_to_moderators_only_and_never_to_the_author(
    say: Say, mo: Member, mia: Member, alice: Member
) -> None:
    comment = say("By Mia", mia)
    with pytest.raises(NotAllowed):
        pass_claim(comment=comment, moderator=mo, to=alice)
    with pytest.raises(NotAllowed):
        pass_claim(comment=comment, moderator=mo, to=mia)


def test_what_must_not_wait_can_be_taken_over(say: Say, mo: Member, mia: Member) -> None:
    comment = say()
    claim_comment(comment=comment, moderator=mo)
    assert take_over(comment=again(comment), moderator=mia).moderator == mia
    with pytest.raises(ClaimedByOther):
        approve_comment(comment=again(comment), moderator=mo, version=1)


def test_members_claim_nothing(say: Say, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        claim_comment(comment=say(), moderator=alice)
    with pytest.raises(NotAllowed):
        add_note(comment=say("More"), moderator=alice, words="Mine")


def test_the_next_one_is_neither_being_read_nor_ones_own_nor_left_to_others(
    say: Say, mo: Member, mia: Member
) -> None:
    read, unsure, own, free = say("Read"), say("Unsure"), say("Mine", mo), say("Free")
    claim_comment(comment=read, moderator=mia)
    ask_second_opinion(comment=unsure, moderator=mo, words="Is this advice?")
    assert claim_next(mo) == free
    release_claim(comment=free, moderator=mo)
    assert claim_next(mia) == read  # her own comes first again
    release_claim(comment=read, moderator=mia)
    approve_comment(comment=again(read), moderator=mia, version=1)
    assert claim_next(mia) == unsure
    assert own.pk != free.pk


def test_a_second_opinion_needs_words_and_frees_the_comment(
    say: Say, mo: Member, mia: Member
) -> None:
    comment = say()
    with pytest.raises(NotAllowed):
        ask_second_opinion(comment=comment, moderator=mo, words="  ")
    note = ask_second_opinion(comment=comment, moderator=mo, words="Is this advice?")
    assert note.asks_second_opinion and not Claim.objects.exists()
    assert claim_comment(comment=again(comment), moderator=mia).moderator == mia


def work_off(moderator: Member, start: Barrier, seen: list[tuple[int, int]]) -> None:
    """Take the next free one and decide on it, until there is nothing left."""
    start.wait()
    try:
        while comment := claim_next(moderator):
            seen.append((comment.pk, moderator.pk))
            approve_comment(comment=again(comment), moderator=moderator, version=1)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_eight_moderators_work_off_the_queue_and_none_is_free_to_two(thread: Thread) -> None:
    fill(thread, ITEMS)
    create, role = Member.objects.create_user, Member.Role.MODERATOR
    team = [create(f"m{n}@people.example", f"Mo {n}", role=role) for n in range(MODERATORS)]
    start, seen = Barrier(MODERATORS, timeout=30), []
    with ThreadPoolExecutor(MODERATORS) as pool:
        for done in [pool.submit(work_off, moderator, start, seen) for moderator in team]:
            done.result()
    assert len(seen) == len({pk for pk, _ in seen}) == Decision.objects.count() == ITEMS
    decided = Counter(Decision.objects.values_list("comment_id", "moderator_id"))
    assert decided == Counter(seen)
    assert not Claim.objects.exists()
