"""A case, as a moderator sees it."""

import pytest
from django.test import Client
from django.utils import timezone

from articles.library.actions import withdraw_article
from community.members.models import Member, PseudonymChange
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.queue.querysets import place_of, queue
from community.moderation.queue.waiting_list import LIST_LENGTH
from community.threads.actions import edit_comment, erase_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest
from tests.moderation_pages import QUEUE, Say, address, fill, lines, page, text, words


def test_a_case_shows_the_words_with_marks_and_the_reasons(say: Say, as_mo: Client) -> None:
    comment = say("Ring <b>030 1234567</b>\n\nany time")
    found = page(as_mo, address(comment))
    assert [words(mark) for mark in found.css(".case-words mark")] == ["030 1234567"]
    assert words(found.css_first(".case-words")) == "Ring <b>030 1234567</b> any time"
    assert "Phone number: “030 1234567”" in words(found.css_first(".why"))
    assert words(found.css_first(".words b")) == "030 1234567"


def test_a_case_shows_the_article_and_what_is_answered(
    say: Say, alice: Member, as_mo: Client
) -> None:
    parent = say("Question of Alice", alice)
    say("Another answer", alice, parent)
    comment = say("An answer", parent=parent)
    shown = text(as_mo, address(comment))
    assert "Under the article Resting early" in shown
    assert "It answers Alice" in shown and "Question of Alice" in shown
    assert "1 other answer to it" in shown


def test_words_that_were_taken_back_are_not_shown_above_an_answer(
    say: Say, alice: Member, as_mo: Client
) -> None:
    parent = say("Question of Alice", alice)
    comment = say("An answer", parent=parent)
    withdraw_comment(comment=parent, author=alice)
    shown = text(as_mo, address(comment))
    assert "a comment that its author took back" in shown and "Question of Alice" not in shown


def test_a_case_of_a_member_shows_their_record(
    say: Say, nadia: Member, mo: Member, as_mo: Client
) -> None:
    PseudonymChange.objects.create(member=nadia, old="Nadja", new="Nadia")
    approve_comment(comment=say("One", nadia), moderator=mo, version=1)
    reject_comment(comment=say("Two", nadia), moderator=mo, version=1, ground="selling")
    found = page(as_mo, address(say("Three", nadia)))
    shown = words(found.css_first(".facts"), " ")
    assert "1 visible, 1 waiting, 1 not published, 0 removed, 0 taken back" in shown
    assert "Earlier names Nadja" in shown and "1 by moderators" in shown
    assert found.css_first(f'a[href="/moderation/people/{nadia.pk}/"]')


@pytest.mark.parametrize(
    ("guest", "sentence"),
    [
        (Guest("Gus", "gus@people.example"), "They left an e-mail address"),
        (Guest("Gus"), "They left no e-mail address"),
    ],
)
def test_a_case_of_a_guest_says_whether_we_can_write_but_not_where(
    say: Say, as_mo: Client, guest: Guest, sentence: str
) -> None:
    shown = text(as_mo, address(say("Words", guest)))
    assert sentence in shown and "gus@" not in shown


def test_an_edited_comment_shows_what_changed(say: Say, nadia: Member, as_mo: Client) -> None:
    comment = say("I rest for ten minutes.", nadia)
    edit_comment(comment=comment, author=nadia, text="I rest for twenty minutes.")
    found = page(as_mo, address(comment))
    assert words(found.css_first(".case-words del")) == "ten"
    assert words(found.css_first(".case-words ins")) == "twenty"


def test_of_many_edits_the_newest_are_compared(say: Say, nadia: Member, as_mo: Client) -> None:
    comment = say("Words 0", nadia)
    for number in range(1, 6):
        edit_comment(comment=comment, author=nadia, text=f"Words {number}")
    shown = text(as_mo, address(comment))
    assert "Edited 5 times" in shown and "2 earlier changes are kept" in shown


def test_earlier_decisions_stand_below(say: Say, alice: Member, mo: Member, as_mia: Client) -> None:
    comment = say("Words", alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack", words="Unkind.")
    shown = text(as_mia, address(comment))
    assert "removed. Attacks a person or a group. “Unkind.”" in shown


def test_words_that_were_taken_back_are_not_shown(say: Say, alice: Member, as_mo: Client) -> None:
    comment = say("Secret words", alice)
    withdraw_comment(comment=comment, author=alice)
    found = page(as_mo, address(comment))
    assert "Secret words" not in found.html
    assert found.css("form[method=post] button[name=decision]") == []


def test_an_erased_comment_still_has_its_page(say: Say, alice: Member, as_mo: Client) -> None:
    comment = say("Words", alice)
    erase_comment(comment=comment, author=alice)
    assert "took it back" in text(as_mo, address(comment))


def test_an_article_that_was_withdrawn_is_named_so(say: Say, thread: Thread, as_mo: Client) -> None:
    comment = say()
    withdraw_article(article=thread.article, note="It was wrong.")
    assert "Resting early (withdrawn)" in text(as_mo, address(comment))


def test_ones_own_comment_is_left_to_others(say: Say, mo: Member, as_mo: Client) -> None:
    comment = say("Ring 030 1234567", mo)
    Comment.objects.filter(pk=comment.pk).update(state="pending", waiting_since=timezone.now())
    found = page(as_mo, address(comment))
    assert "This comment is yours" in words(found.css_first(".case"))
    assert found.css("button[name=decision]") == []
    assert lines(found)[0].endswith("Yours")


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        ("pending", {"approve", "revise", "reject"}),
        ("visible", {"remove"}),
        ("rejected", {"restore"}),
        ("removed", {"restore"}),
    ],
)
def test_a_case_offers_what_its_state_leaves_open(
    say: Say, as_mo: Client, state: str, buttons: set[str]
) -> None:
    comment = say()
    waits = timezone.now() if state == "pending" else None
    Comment.objects.filter(pk=comment.pk).update(state=state, waiting_since=waits)
    found = page(as_mo, address(comment))
    assert {b.attributes["value"] for b in found.css("button[name=decision]")} == buttons


def test_looking_changes_nothing(say: Say, as_mo: Client) -> None:
    comment = say()
    before = Comment.objects.values().get(pk=comment.pk)
    for where in (QUEUE, address(comment), f"{address(comment)}?decision=approve&version=1"):
        as_mo.get(where)
        as_mo.head(where)
    assert Comment.objects.values().get(pk=comment.pk) == before


def test_no_browser_or_proxy_keeps_these_pages(say: Say, as_mo: Client) -> None:
    for where in (QUEUE, address(say()), "/moderation/log/"):
        assert "no-store" in as_mo.get(where)["Cache-Control"]


def test_a_case_that_waits_can_be_left_and_one_that_is_decided_cannot(
    say: Say, as_mo: Client
) -> None:
    waits, decided = say("One"), say("Two")
    Comment.objects.filter(pk=decided.pk).update(state="rejected", waiting_since=None)
    assert page(as_mo, address(waits)).css_first(".next-case").attributes["value"] == "leave"
    assert page(as_mo, address(decided)).css_first(".next-case") is None


def test_the_list_stays_where_it_was(thread: Thread, as_mo: Client) -> None:
    fill(thread, LIST_LENGTH + 5)
    begins = place_of(queue()[LIST_LENGTH])
    comment = queue()[LIST_LENGTH + 2]
    found = page(as_mo, f"{address(comment)}?from={begins}")
    assert len(lines(found)) == 5
    assert found.css_first("#approve-form").attributes["action"].endswith(f"?from={begins}")
