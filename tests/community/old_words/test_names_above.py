"""The name above what somebody wrote elsewhere goes with it."""

import time_machine
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.old_words.actions import carry_out_old_erasures, erase_old_comments
from community.own_data.actions import CHANGE_OF_MIND
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.origins import origin_hash
from community.threads.placing import open_thread
from tests.community.old_words.test_old_words import ADDRESS, imported


def erased_by_owner(comments: list[Comment]) -> None:
    """They are erased, and a day is over."""
    erase_old_comments(comments=comments, mark=origin_hash(ADDRESS))
    with time_machine.travel(timezone.now() + CHANGE_OF_MIND, tick=False):
        assert carry_out_old_erasures() == len(comments)


def test_erasing_takes_the_name_out_of_its_thread(
    thread: Thread, bob: Member, alice: Member
) -> None:
    (comment,) = imported(thread)
    another = open_thread(publish_article(article=create_article(title="B", body_html="<p>B.</p>")))
    said = "That is so true, Ada L., thank you."
    below = post_comment(thread=thread, author=bob, text=said, parent=comment).comment
    beside = post_comment(thread=thread, author=alice, text=said).comment
    elsewhere = post_comment(thread=another, author=alice, text=said).comment
    erased_by_owner([comment])
    for each in (below, beside, elsewhere):
        each.refresh_from_db()
    assert not any("Ada" in each.body + each.piece for each in (below, beside))
    assert "Ada L." in elsewhere.body, "there it may be somebody else's"


def test_where_somebody_else_of_the_name_writes_only_the_answers_below_lose_it(
    thread: Thread, bob: Member, alice: Member
) -> None:
    (comment,) = imported(thread)
    imported(thread, "Words of another one of that name.", "other@elsewhere.example")
    said = "That is so true, Ada L., thank you."
    below = post_comment(thread=thread, author=bob, text=said, parent=comment).comment
    beside = post_comment(thread=thread, author=alice, text=said).comment
    erased_by_owner([comment])
    below.refresh_from_db()
    beside.refresh_from_db()
    assert "Ada" not in below.body and "Ada L." in beside.body


def test_an_answer_says_no_more_whom_it_answers(thread: Thread, bob: Member) -> None:
    above = None
    for number in range(3):
        above = post_comment(thread=thread, author=bob, text=f"{number}.", parent=above).comment
    (comment,) = imported(thread)
    Comment.objects.filter(pk=comment.pk).update(parent=above, depth=3, path=f"{above.path}000009")
    comment.refresh_from_db()
    deep = post_comment(thread=thread, author=bob, text="Yes.", parent=comment).comment
    assert "In reply to" in deep.piece and "Ada L." in deep.piece
    erased_by_owner([comment])
    deep.refresh_from_db()
    assert "Ada" not in deep.piece
