"""How a thread takes comments, and what that does to a post."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.actions import approve_comment
from community.moderation.models import Decision
from community.moderation.sanctions.actions import GAP
from community.moderation.sanctions.ends import END_MAX
from community.moderation.sanctions.modes import ModeChanged, set_mode
from community.threads.actions import edit_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.restraints import NotAllowed as NotNow
from community.threads.posting.submissions import Guest
from tests.moderation_pages import page, text, words
from tests.sanctioning import DAY, codes, decide, kept, post, signed_in

WHY = "It went in circles."


def set_to(thread: Thread, moderator: Member, mode: str, **more: object) -> Decision:
    """Decide how the thread takes comments; it is looked at anew afterwards."""
    decision = set_mode(thread=thread, moderator=moderator, mode=mode, **{"words": WHY, **more})
    thread.refresh_from_db(fields=["mode", "mode_until", "gap_seconds"])
    return decision


def test_a_closed_thread_says_so_and_takes_nothing(
    thread: Thread, alice: Member, mo: Member
) -> None:
    address = thread.article.get_absolute_url()
    assert Client().get(address).status_code == 200  # kept from now on
    set_to(thread, mo, "closed", until=timezone.now() + DAY)
    for client in (Client(), signed_in(alice)):
        found = page(client, address)
        assert "takes no new comments, until" in words(found.css_first("#thread"))
        assert f"Why: {WHY}" in words(found.css_first("#thread"))
        assert found.css_first("#post-form") is None
    response = post(Client(), thread, name="Gus", comment="My words")
    assert "takes no new comments until" in response.content.decode()
    assert f"Why: {WHY}" in response.content.decode()
    assert kept(response) == "My words" and not Comment.objects.exists()


def test_a_closed_thread_opens_by_itself_also_on_a_kept_page(thread: Thread, mo: Member) -> None:
    until = timezone.now() + DAY
    set_to(thread, mo, "closed", until=until)
    address = thread.article.get_absolute_url()
    assert page(Client(), address).css_first("#post-form") is None
    with time_machine.travel(until + timedelta(seconds=1)):
        assert page(Client(), address).css_first("#post-form")
        assert WHY not in text(Client(), address)
        assert post(Client(), thread, name="Gus", comment="My words").status_code == 302


def test_nobody_begins_an_answer_that_a_closed_thread_would_not_take(
    thread: Thread, alice: Member, mo: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    address = f"/comments/{comment.pk}/reply/"
    assert page(Client(), address).css_first("#post-form")
    set_to(thread, mo, "closed")
    response = Client().get(address, follow=True)
    assert response.redirect_chain[0][0] == f"{thread.article.get_absolute_url()}#thread"
    assert "takes no new comments" in response.content.decode()
    branch = f"{thread.article.get_absolute_url()}branch/{comment.root_number}/"
    assert "takes no new comments" in text(Client(), branch)


def test_in_a_slowed_thread_some_time_has_to_pass(
    thread: Thread, alice: Member, bob: Member, mo: Member
) -> None:
    set_to(thread, mo, "slow")
    post_comment(thread=thread, author=alice, text="First words")
    with pytest.raises(NotNow, match="slowed down in this thread"):
        post_comment(thread=thread, author=alice, text="More words")
    post_comment(thread=thread, author=bob, text="Words of Bob")
    for network in ("", "abc"):
        post_comment(thread=thread, author=Guest("Gus"), text=f"Guest {network}", network=network)
    with pytest.raises(NotNow):
        post_comment(thread=thread, author=Guest("Gustav"), text="Again", network="abc")
    with time_machine.travel(timezone.now() + GAP + timedelta(seconds=1)):
        post_comment(thread=thread, author=alice, text="More words")
    address = thread.article.get_absolute_url()
    assert "everyone can post one comment in 10 minutes" in text(Client(), address)


def test_what_somebody_wrote_elsewhere_counts_elsewhere(
    thread: Thread, alice: Member, mo: Member
) -> None:
    other = publish_article(article=create_article(title="Another", body_html="<p>Words</p>"))
    post_comment(thread=open_thread(other), author=alice, text="Words elsewhere")
    set_to(thread, mo, "slow")
    assert post_comment(thread=thread, author=alice, text="Words here").comment.is_visible


def test_in_a_thread_that_is_read_first_every_comment_waits(
    thread: Thread, alice: Member, bob: Member, mo: Member
) -> None:
    top = post_comment(thread=thread, author=bob, text="Words of Bob").comment
    set_to(thread, mo, "read_first")
    comment = post_comment(thread=thread, author=alice, text="Words", parent=top).comment
    assert codes(comment) == ["pre-moderated"] and not comment.is_visible
    approve_comment(comment=comment, moderator=mo, version=1)
    edit_comment(comment=comment, author=alice, text="Other words")
    comment.refresh_from_db()
    assert comment.state == "pending"
    set_to(thread, mo, "open")
    assert post_comment(thread=thread, author=alice, text="Free words").comment.is_visible


def test_a_closed_thread_does_not_go_on_by_way_of_edits(
    thread: Thread, alice: Member, mo: Member
) -> None:
    comment = post_comment(thread=thread, author=alice, text="Words").comment
    set_to(thread, mo, "closed")
    edit_comment(
        comment=Comment.objects.get(pk=comment.pk), author=alice, text="Words without my address"
    )
    comment.refresh_from_db()
    assert comment.body == "Words without my address" and comment.state == "pending"


def test_no_mode_costs_a_post_another_statement(thread: Thread, alice: Member, mo: Member) -> None:
    def cost(words: str) -> int:
        client = signed_in(alice)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert post(client, thread, comment=words).status_code == 302
        Comment.objects.update(created_at=timezone.now() - DAY)
        return len(captured)

    cost("Words to warm up")
    usual = cost("Words in an open thread")
    set_to(thread, mo, "slow")
    assert cost("Words in a slowed thread") == usual
    set_to(thread, mo, "open")
    decide(alice, mo, "slow")
    assert cost("Words of a slowed person") == usual


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"mode": "nonsense"}, "choose how"),
        ({"words": " "}, "say why"),
        ({"until": timezone.now() - DAY}, "in the past"),
        ({"until": timezone.now() + END_MAX + DAY}, "within a year"),
        ({"mode": "open"}, "open already"),
    ],
)
def test_nothing_is_decided_without_words_for_the_readers(
    thread: Thread, mo: Member, changes: dict, says: str
) -> None:
    with pytest.raises(NotAllowed, match=says):
        set_to(thread, mo, **{"mode": "closed", **changes})
    assert not Decision.objects.exists()


def test_only_moderators_change_a_thread(thread: Thread, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        set_to(thread, alice, "closed")


@pytest.mark.django_db(transaction=True)
def test_of_two_moderators_the_second_is_told_who_was_first(
    thread: Thread, mo: Member, mia: Member
) -> None:
    def close(moderator: Member) -> str:
        try:
            set_mode(thread=thread, moderator=moderator, mode="closed", words=WHY, seen=0)
        except ModeChanged as trouble:
            return str(trouble)
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(close, (mo, mia)))
    assert "decided about this thread while" in said[0] and said[1] == "decided"
    assert Decision.objects.count() == 1
