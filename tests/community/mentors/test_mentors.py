"""Becoming a mentor, welcoming people, and what a mentor does not see."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from community.members.models import Member
from community.mentors.actions import (
    answer_offer,
    end_mentor,
    offer_mentor,
    resign_mentor,
    welcome_newcomer,
)
from community.mentors.forms import WORDS_MAX
from community.mentors.models import MentorOffer, Welcome
from community.mentors.reading import NEW_FOR, NEWCOMERS_SHOWN, newcomers
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment
from community.moderation.flags.actions import Flagger, flag_comment
from community.moderation.models import Decision
from community.moderation.numbers.public_log import read_public_log
from community.notifications.telling import tell_waiting_events
from community.own_data.erasing import empty_account
from community.own_data.gathering import gather
from community.screening.reasons import URGENCY_FLAGGED
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting import restraints
from tests.people import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def rowan(db: None) -> Member:
    """A mentor."""
    return member("Rowan", role=Member.Role.MENTOR, approved_posts=5)


@pytest.fixture
def first_words(thread: Thread, nadia: Member, mo: Member) -> Comment:
    """Nadia's first comment, which Mo approved."""
    comment = post_comment(thread=thread, author=nadia, text="I am new here.").comment
    approve_comment(comment=comment, moderator=mo, version=1)
    comment.refresh_from_db()
    return comment


def test_a_member_is_asked_told_and_becomes_a_mentor_by_saying_yes(
    client: Client, alice: Member, mo: Member, thread: Thread, settings: Any
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    offer_mentor(member=alice, moderator=mo, words="You are kind to people.")
    tell_waiting_events()
    letter = mail.outbox[-1]
    assert letter.to == [alice.email]
    link = f"{settings.SITE_URL}/account/mentor/"
    assert f"What mentors do, and your answer:\n{link}\n" in letter.body
    assert f'href="{link}"' in letter.alternatives[0][0]
    assert letter.body.count("/account/mentor/") == 1 and "You are kind to people." in letter.body
    assert "is over" not in letter.subject
    alice.refresh_from_db()
    assert alice.role == "member"
    client.force_login(alice)
    page = client.get("/account/decisions/").content.decode()
    assert '<a class="onward" href="/account/mentor/">' in page and "under /account" not in page
    assert "Would you like to be a mentor?" in client.get("/account/mentor/").content.decode()
    client.post("/account/mentor/", {"do": "accept"})
    alice.refresh_from_db()
    comment.refresh_from_db()
    assert alice.role == "mentor"
    assert "Mentor" in comment.piece
    kinds = list(Decision.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["mentor_asked", "mentor"]


def test_the_word_goes_from_every_comment_when_the_role_is_taken_back(
    rowan: Member, mo: Member, thread: Thread
) -> None:
    comment = post_comment(thread=thread, author=rowan, text="Words").comment
    assert "Mentor" in comment.piece
    end_mentor(member=rowan, moderator=mo, words="Thank you.")
    comment.refresh_from_db()
    assert "Mentor" not in comment.piece
    assert Decision.objects.get().kind == "mentor_end"
    tell_waiting_events()
    assert "You are no longer a mentor." in mail.outbox[-1].body


def test_a_no_changes_nothing_and_can_be_asked_again(alice: Member, mo: Member) -> None:
    offer_mentor(member=alice, moderator=mo, words="")
    with pytest.raises(NotAllowed):
        offer_mentor(member=alice, moderator=mo, words="")
    answer_offer(member=alice, accept=False)
    alice.refresh_from_db()
    assert alice.role == "member"
    offer_mentor(member=alice, moderator=mo, words="")
    assert MentorOffer.objects.count() == 2


def test_the_public_log_says_who_ended_it(rowan: Member, alice: Member, mo: Member) -> None:
    resign_mentor(member=rowan)
    offer_mentor(member=alice, moderator=mo, words="")
    end_mentor(member=alice, moderator=mo, words="")
    assert [entry.by for entry in read_public_log().entries] == [
        "A moderator", "A moderator", "The member"
    ]  # fmt: skip


def test_a_mentor_gives_it_back(client: Client, rowan: Member) -> None:
    client.force_login(rowan)
    client.post("/account/mentor/", {"do": "resign"})
    rowan.refresh_from_db()
    assert rowan.role == "member"
    assert Decision.objects.get().moderator is None


@pytest.mark.parametrize("who", ["alice", "rowan"])
def test_only_the_team_asks(request: pytest.FixtureRequest, bob: Member, who: str) -> None:
    with pytest.raises(NotAllowed):
        offer_mentor(member=bob, moderator=request.getfixturevalue(who), words="")


def test_a_moderator_asks_on_the_page_of_the_person(
    client: Client, alice: Member, mo: Member, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = False  # type: ignore[attr-defined]
    client.force_login(mo)
    page = f"/moderation/people/{alice.pk}/"
    assert f"{page}mentor/" in client.get(page).content.decode()
    long = "x" * (WORDS_MAX + 1)
    said = client.post(f"{page}mentor/", {"do": "offer", "words": long}).content.decode()
    assert long in said and not MentorOffer.objects.exists()
    client.post(f"{page}mentor/", {"do": "offer", "words": long[1:]})
    assert MentorOffer.objects.get().member == alice


def test_words_with_an_offer_that_are_too_long_come_back_whole(
    client: Client, alice: Member, mo: Member, settings: object
) -> None:
    settings.SECOND_FACTOR_REQUIRED = False  # type: ignore[attr-defined]
    client.force_login(mo)
    long = "x" * (WORDS_MAX + 1)
    page = client.post(f"/moderation/people/{alice.pk}/mentor/", {"do": "offer", "words": long})
    assert page.status_code == 422 and long in page.content.decode()


def test_a_mentor_welcomes_somebody_new_once(
    client: Client, rowan: Member, nadia: Member, first_words: Comment
) -> None:
    client.force_login(rowan)
    page = client.get("/mentors/new-here/").content.decode()
    assert "I am new here." in page
    form = client.get(f"/comments/{first_words.pk}/welcome/").content.decode()
    assert f'action="/comments/{first_words.pk}/welcome/"' in form
    words = {"comment": "Good that you are here.", "parent": first_words.pk}
    answers = [client.post(f"/comments/{first_words.pk}/welcome/", words) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {302}
    reply = Comment.objects.get(author=rowan)
    assert reply.parent == first_words and reply.is_visible
    welcome = Welcome.objects.get()
    assert (welcome.member, welcome.mentor, welcome.comment) == (nadia, rowan, reply)
    assert "I am new here." not in client.get("/mentors/new-here/").content.decode()


def test_a_second_mentor_is_told_and_keeps_the_words(
    client: Client, rowan: Member, first_words: Comment, thread: Thread
) -> None:
    welcome_newcomer(newcomer=first_words, author=rowan, thread=thread, text="Welcome.")
    client.force_login(member("Sorrel", role="mentor", approved_posts=5))
    url = f"/comments/{first_words.pk}/welcome/"
    page = client.post(url, {"comment": "Hello Nadia", "parent": first_words.pk}).content.decode()
    assert "Rowan welcomed Nadia a moment ago." in page and "Hello Nadia" in page
    assert not Comment.objects.filter(body="Hello Nadia").exists()
    assert client.get(url)["Location"] == "/mentors/new-here/"


def test_words_that_are_not_posted_welcome_nobody(
    client: Client, rowan: Member, first_words: Comment
) -> None:
    client.force_login(rowan)
    url = f"/comments/{first_words.pk}/welcome/"
    client.post(url, {"comment": "Write to me at rowan@example.org", "parent": first_words.pk})
    assert not Welcome.objects.exists()


def test_somebody_is_new_for_two_weeks_after_their_first_comment_appeared(
    rowan: Member, nadia: Member, mo: Member, thread: Thread
) -> None:
    long_ago = timezone.now() - timedelta(days=40)
    with time_machine.travel(long_ago):
        comment = post_comment(thread=thread, author=nadia, text="I wait.").comment
    assert newcomers(rowan) == []
    approve_comment(comment=comment, moderator=mo, version=1)
    assert [each.member for each in newcomers(rowan)] == [nadia]
    with time_machine.travel(timezone.now() + NEW_FOR + timedelta(hours=1)):
        assert newcomers(rowan) == []
        post_comment(thread=thread, author=nadia, text="Here again.")
        with pytest.raises(restraints.NotAllowed):
            welcome_newcomer(newcomer=comment, author=rowan, thread=thread, text="Welcome.")


def test_of_very_many_newcomers_the_newest_are_shown_in_as_many_queries(
    rowan: Member, thread: Thread, django_assert_max_num_queries: Callable
) -> None:
    for number in range(NEWCOMERS_SHOWN + 2):
        author = member("Heron" + "abcdefghjkmnopqrstuvwxyz"[number] * 3, approved_posts=5)
        post_comment(thread=thread, author=author, text=f"Words {number}")
    with django_assert_max_num_queries(2):
        found = newcomers(rowan)
    assert len(found) == NEWCOMERS_SHOWN


def test_only_mentors_welcome(client: Client, alice: Member, first_words: Comment) -> None:
    client.force_login(alice)
    assert client.get("/mentors/new-here/").status_code == 404
    assert client.post(f"/comments/{first_words.pk}/welcome/").status_code == 404


def test_what_a_mentor_flags_is_read_sooner_and_says_so(
    rowan: Member, alice: Member, bob: Member, thread: Thread
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    flag_comment(comment=comment, flagger=Flagger(bob), reason="attack")
    comment.refresh_from_db()
    assert comment.urgency == URGENCY_FLAGGED
    flag_comment(comment=comment, flagger=Flagger(rowan), reason="attack")
    comment.refresh_from_db()
    assert comment.urgency > URGENCY_FLAGGED
    assert "flagged by a mentor" in comment.reasons[0]["detail"]
    assert "Rowan" not in str(comment.reasons)


def test_what_is_kept_of_it_is_taken_away_and_erased(
    rowan: Member, nadia: Member, mo: Member, first_words: Comment, thread: Thread
) -> None:
    offer_mentor(member=nadia, moderator=mo, words="")
    welcome_newcomer(newcomer=first_words, author=rowan, thread=thread, text="Welcome.")
    assert [row["what"] for row in gather(nadia)["mentoring"]] == [
        "asked to be a mentor",
        "was welcomed",
    ]
    assert [row["what"] for row in gather(rowan)["mentoring"]] == ["welcomed somebody"]
    empty_account(nadia)
    assert not MentorOffer.objects.exists() and not Welcome.objects.exists()


def test_a_mentor_may_erase_their_account_themselves(client: Client, rowan: Member) -> None:
    from community.own_data.actions import ask_for_erasure

    assert ask_for_erasure(member=rowan, how="words").member == rowan
