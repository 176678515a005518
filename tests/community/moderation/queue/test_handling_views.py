"""What one does with a case besides deciding on it, page by page."""

import pytest
from django.test import Client

from community.members.models import Member
from community.moderation.claims.actions import claim_comment
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.models import Claim, Note
from community.threads.models import Comment
from tests.moderation_pages import QUEUE, Say, address, lines, page, text


def handling(comment: Comment) -> str:
    return f"{address(comment)}handle/"


def test_opening_a_case_claims_it_and_the_others_see_who_has_it(
    say: Say, as_mo: Client, as_mia: Client
) -> None:
    comment = say("Words")
    assert "It is yours until" in text(as_mo, address(comment))
    assert "Mo is reading it" in lines(page(as_mia, QUEUE))[0]
    theirs = text(as_mia, address(comment))
    assert "Mo is reading this" in theirs and "Approve" not in theirs
    assert "You are reading it" in lines(page(as_mo, QUEUE))[0]


def test_a_look_without_reading_claims_nothing(say: Say, as_mo: Client) -> None:
    comment = say()
    as_mo.head(address(comment))
    assert not Claim.objects.exists()


def test_ones_own_words_are_opened_without_a_claim(say: Say, as_mo: Client, mo: Member) -> None:
    comment = say("By Mo", mo)
    assert "This comment is yours" in text(as_mo, address(comment))
    assert not Claim.objects.exists()


def test_deciding_leads_to_one_that_nobody_else_reads(say: Say, as_mo: Client, mia: Member) -> None:
    first, second, third = say("One"), say("Two"), say("Three")
    claim_comment(comment=second, moderator=mia)
    as_mo.get(address(first))
    answer = as_mo.post(address(first), {"decision": "approve", "version": 1})
    assert answer["Location"] == address(third)


def test_when_everything_is_being_read_the_list_says_so(
    say: Say, as_mo: Client, mia: Member
) -> None:
    claim_comment(comment=say(), moderator=mia)
    answer = as_mo.post("/moderation/next/", follow=True)
    assert "being read by somebody just now" in answer.content.decode()


def test_deciding_on_what_somebody_took_over_is_explained_and_keeps_the_words(
    say: Say, as_mo: Client, as_mia: Client
) -> None:
    comment = say()
    as_mo.get(address(comment))
    as_mia.post(handling(comment), {"act": "take-over"})
    own = {"decision": "reject", "version": 1, "ground": "off_topic", "words": "Dear Gus"}
    answer = as_mo.post(address(comment), own)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Mia has it now" in said and "Dear Gus" in said
    comment.refresh_from_db()
    assert comment.state == "pending"


def test_a_case_is_given_back(say: Say, as_mo: Client) -> None:
    comment = say()
    as_mo.get(address(comment))
    answer = as_mo.post(handling(comment), {"act": "release"}, follow=True)
    assert "Given back" in answer.content.decode() and not Claim.objects.exists()


def test_a_case_is_passed_on(say: Say, as_mo: Client, as_mia: Client, mia: Member) -> None:
    comment = say()
    as_mo.get(address(comment))
    said = as_mo.post(handling(comment), {"act": "pass"}).content.decode()
    assert "Please choose who goes on with it." in said
    said = as_mo.post(handling(comment), {"act": "pass", "to": mia.pk}, follow=True)
    assert "Passed on to Mia" in said.content.decode()
    assert "Mo passed this on to you" in text(as_mia, address(comment))


def test_a_note_is_for_moderators_and_stays_after_the_decision(
    say: Say, as_mo: Client, as_mia: Client, alice: Member
) -> None:
    comment = say("Ring me on 030 1234567", alice)
    as_mo.get(address(comment))
    as_mo.post(handling(comment), {"act": "note", "words": "Her own number?"})
    as_mo.post(address(comment), {"decision": "approve", "version": 1})
    assert "Her own number?" in text(as_mia, address(comment))
    her = Client()
    her.force_login(alice)
    assert "Her own number?" not in her.get("/account/comments/").content.decode()


def test_a_case_is_held_for_a_second_opinion_with_a_reason(
    say: Say, as_mo: Client, as_mia: Client
) -> None:
    comment, other = say("Hard"), say("Easy")
    as_mo.get(address(comment))
    said = as_mo.post(handling(comment), {"act": "second-opinion", "words": " "}).content.decode()
    assert "Please write down what the others should know." in said
    answer = as_mo.post(handling(comment), {"act": "second-opinion", "words": "Is it advice?"})
    assert answer["Location"] == address(other)
    assert "Second opinion asked" in lines(page(as_mia, QUEUE))[0]
    theirs = text(as_mia, address(comment))
    assert "Mo asks for a second opinion" in theirs and "Is it advice?" in theirs


def test_a_note_that_is_too_long_comes_back_whole(say: Say, as_mo: Client) -> None:
    comment = say()
    words = "w" * (WORDS_MAX + 1)
    said = as_mo.post(handling(comment), {"act": "note", "words": words}).content.decode()
    assert words in said and not Note.objects.exists()


@pytest.mark.parametrize("act", ["", "unknown", "decide"])
def test_an_act_that_is_none_changes_nothing(say: Say, as_mo: Client, act: str) -> None:
    comment = say()
    answer = as_mo.post(handling(comment), {"act": act})
    assert answer["Location"] == address(comment) and not Claim.objects.exists()


def test_a_comment_that_is_not_there_is_404(as_mo: Client) -> None:
    assert as_mo.post("/moderation/comments/999/handle/", {"act": "note"}).status_code == 404


def test_a_case_is_left_for_the_next_and_free_again(say: Say, as_mo: Client, mia: Member) -> None:
    first, second = say("One"), say("Two")
    as_mo.get(address(first))
    answer = as_mo.post(handling(first), {"act": "leave"})
    assert answer["Location"] == address(second)
    assert claim_comment(comment=Comment.objects.get(pk=first.pk), moderator=mia)


def test_who_leaves_the_only_case_comes_back_to_the_list(say: Say, as_mo: Client) -> None:
    comment = say()
    as_mo.get(address(comment))
    assert as_mo.post(handling(comment), {"act": "leave"})["Location"] == QUEUE
