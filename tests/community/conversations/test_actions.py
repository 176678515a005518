"""Beginning conversations, and what becomes of them with their first words."""

from typing import Any

import pytest

from articles.index.models import SearchEntry
from community.conversations.actions import (
    STARTS_IN_A_DAY,
    keep_among_members,
    start_conversation,
)
from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, remove_comment
from community.moderation.decisions.redacting import redact_comment
from community.moderation.decisions.undoing import undo_decision
from community.threads.actions import (
    edit_comment,
    erase_comment,
    post_comment,
    withdraw_comment,
)
from community.threads.editing.detaching import detach
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment, Thread
from community.threads.posting.restraints import NotAllowed
from community.threads.posting.submissions import Guest
from community.yardsticks.models import BlockedTerm

State = Comment.State


def again(thing: Any) -> Any:
    return type(thing).objects.get(pk=thing.pk)


def indexed() -> set[int]:
    return set(SearchEntry.objects.filter(kind=2).values_list("key", flat=True))


def test_a_member_begins_a_conversation_and_others_answer(begin: Any, bob: Member) -> None:
    opening = begin("Early mornings")
    thread = again(opening.thread)
    assert thread.title == "Early mornings" and thread.is_open_to_readers
    assert (thread.comment_count, opening.is_opening, opening.placement) == (0, True, 0)
    answer = post_comment(thread=thread, author=bob, text="The radio.").comment
    assert answer.is_visible and again(thread).comment_count == 1
    assert indexed() == {opening.pk, answer.pk}


def test_what_answers_the_opening_stands_beside_the_other_answers(begin: Any, bob: Member) -> None:
    opening = begin()
    answer = post_comment(thread=opening.thread, author=bob, text="Me too.", parent=opening).comment
    assert (answer.parent, answer.depth) == (None, 0)


def test_a_moderator_reads_what_a_new_member_begins(begin: Any, nadia: Member, mo: Member) -> None:
    opening = begin("Hello", author=nadia)
    thread = again(opening.thread)
    assert opening.state == State.PENDING and opening.waiting_since
    assert thread.shown_title == "" and "Hello" not in thread.title
    assert not Thread.objects.open_to(None).exists() and not indexed()
    approve_comment(comment=opening, moderator=mo, version=1)
    assert again(thread).title == "Hello" and list(Thread.objects.open_to(None)) == [thread]
    assert again(thread).last_comment_at and indexed() == {opening.pk}


def test_the_title_is_screened_with_the_words(begin: Any) -> None:
    BlockedTerm.objects.create(term="wonderpill")
    opening = begin("Has anybody tried wonderpill")
    assert opening.state == State.PENDING
    assert opening.reasons[0]["words"] == ["wonderpill"]


def test_a_double_click_begins_one(begin: Any) -> None:
    assert begin("Once").pk == begin("Once").pk
    assert Thread.objects.conversations().count() == 1


def test_nobody_begins_more_than_a_few_a_day(begin: Any) -> None:
    for number in range(STARTS_IN_A_DAY):
        begin(f"Number {number}")
    with pytest.raises(NotAllowed, match="tomorrow"):
        begin("One more")


def test_who_may_not_write_begins_nothing(begin: Any, alice: Member) -> None:
    Member.objects.filter(pk=alice.pk).update(is_banned=True)
    with pytest.raises(NotAllowed):
        begin(author=again(alice))


def test_a_change_of_the_title_is_seen_and_kept(begin: Any, alice: Member) -> None:
    opening = begin("Early mornigns")
    edit_comment(comment=opening, author=alice, text=opening.body, title="Early mornings")
    assert again(opening.thread).title == "Early mornings"
    assert CommentVersion.objects.get().title == "Early mornigns"


def test_a_change_that_is_held_takes_the_title_from_readers(begin: Any, alice: Member) -> None:
    BlockedTerm.objects.create(term="wonderpill")
    opening = begin()
    edit_comment(comment=opening, author=alice, text="Words", title="Buy wonderpill")
    thread = again(opening.thread)
    assert thread.shown_title == "" and not thread.is_open_to_readers


def test_a_removed_opening_leaves_the_answers_and_takes_the_title(
    begin: Any, bob: Member, mo: Member
) -> None:
    opening = begin("Something bad")
    post_comment(thread=opening.thread, author=bob, text="Why?")
    remove_comment(comment=opening, moderator=mo, version=1, ground="attack")
    thread = again(opening.thread)
    assert "bad" not in thread.title and thread.is_there and not thread.is_open_to_readers
    with pytest.raises(NotAllowed, match="conversation takes no new"):
        post_comment(thread=thread, author=bob, text="Hello?")


def test_a_withdrawn_opening_without_answers_is_nowhere(begin: Any, alice: Member) -> None:
    opening = begin()
    withdraw_comment(comment=opening, author=alice)
    assert not again(opening.thread).is_there
    assert not Thread.objects.open_to(alice).exists()


def test_an_erased_opening_leaves_no_word_of_its_title(begin: Any, alice: Member) -> None:
    opening = begin("Secret title")
    edit_comment(comment=opening, author=alice, text="New words", title="Another title")
    erase_comment(comment=again(opening), author=alice)
    left = again(opening)
    assert (left.title, left.body, again(opening.thread).shown_title) == ("", "", "")
    assert not CommentVersion.objects.exists()


def test_nobody_is_joined_with_an_opening_without_a_name(begin: Any) -> None:
    opening = begin()
    detach(opening)
    assert again(opening.thread).started_by is None
    assert again(opening.thread).title == "Early mornings"


def test_words_of_a_title_are_blanked_and_brought_back(begin: Any, mo: Member, mia: Member) -> None:
    opening = begin("Call 030 1234567 in the night")
    decision = redact_comment(
        comment=opening,
        moderator=mo,
        version=1,
        ground="personal_details",
        wordings=["030 1234567"],
    )
    assert again(opening.thread).title == "Call [blanked by a moderator] in the night"
    assert "030" not in decision.facts
    undo_decision(decision=decision, moderator=mo)
    assert again(opening).title == "Call 030 1234567 in the night"


def test_only_members_write_where_only_members_read(begin: Any, bob: Member, gus: Guest) -> None:
    thread = begin(audience="members").thread
    with pytest.raises(NotAllowed, match="Only members"):
        post_comment(thread=thread, author=gus, text="Hello")
    assert post_comment(thread=thread, author=bob, text="Hello").comment.is_visible
    assert not indexed()


def test_a_conversation_kept_among_members_leaves_the_index_for_good(
    begin: Any, alice: Member, bob: Member
) -> None:
    opening = begin()
    post_comment(thread=opening.thread, author=bob, text="Me too.")
    assert len(indexed()) == 2
    with pytest.raises(NotAllowed):
        keep_among_members(thread=opening.thread, person=bob)
    assert keep_among_members(thread=opening.thread, person=alice)
    assert not keep_among_members(thread=opening.thread, person=alice)
    edit_comment(comment=again(opening), author=alice, text="Again", title="Again")
    assert not indexed()
    assert not Thread.objects.open_to(None).exists() and Thread.objects.open_to(bob).exists()


def test_below_an_article_nobody_chooses_who_reads(thread: Thread, mo: Member) -> None:
    with pytest.raises(NotAllowed):
        keep_among_members(thread=thread, person=mo)


def test_a_title_is_one_line(begin: Any, topic: Any, alice: Member) -> None:
    posted = start_conversation(topic=topic, author=alice, title=" Two\nlines ", text="Words")
    assert posted.comment.title == "Two lines"
