"""The queue, as a moderator sees it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import reject_comment
from community.moderation.models import Claim
from community.moderation.queue.querysets import queue
from community.moderation.queue.waiting_list import LIST_LENGTH
from community.moderation.sanctions.noting import note_about
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest
from tests.moderation_pages import (
    MOST_QUERIES,
    MOST_QUERIES_OF_A_CASE,
    QUEUE,
    Say,
    address,
    fill,
    lines,
    page,
    text,
    words,
)

WALK = (
    "We walk along the canal, rest on every second bench, and turn back at the lock before "
    "anybody says that they are fine. Nobody counts the steps. "
)


def test_an_empty_queue_says_so(as_mo: Client) -> None:
    assert "Nothing waits" in text(as_mo, QUEUE)


def test_a_line_says_who_how_long_what_and_why(say: Say, as_mo: Client) -> None:
    comment = say("Ring 030 1234567 tonight. " + WALK * 2)
    Comment.objects.filter(pk=comment.pk).update(
        waiting_since=timezone.now() - timedelta(minutes=20)
    )
    (line,) = lines(page(as_mo, QUEUE))
    assert line.startswith("Gus 20 minutes Ring 030 1234567 tonight. We walk")
    assert line.endswith("… Phone number Guest")


def test_words_of_a_crisis_come_first_and_stand_out(say: Say, as_mo: Client) -> None:
    say("Hello")
    say("I do not want to go on living")
    found = page(as_mo, QUEUE)
    assert "Words that may be hard to read" in lines(found)[0]
    assert "I do not want to go on living" not in lines(found)[0]
    assert words(found.css_first(".queue .badge-care")) == "Crisis words"
    assert "1 of them holds crisis words" in words(found.css_first(".work-head"))


def test_the_head_counts_what_waits(say: Say, as_mo: Client) -> None:
    first = say("One")
    say("Two")
    Comment.objects.filter(pk=first.pk).update(waiting_since=timezone.now() - timedelta(hours=5))
    assert "2 comments wait, the longest for 5 hours" in text(as_mo, QUEUE)


def test_the_list_leads_to_the_most_urgent_and_claims_nothing_itself(
    say: Say, as_mo: Client
) -> None:
    first = say("The first words")
    say("Later words")
    assert "Begin with the most urgent" in text(as_mo, QUEUE)
    assert not Claim.objects.exists()
    assert as_mo.post("/moderation/next/")["Location"] == address(first)
    found = page(as_mo, address(first))
    assert words(found.css_first(".case-words")) == "The first words"
    assert "The first words" in words(found.css_first(".queue a[aria-current]"))


def test_pages_of_the_list_together_show_everything_once(thread: Thread, as_mo: Client) -> None:
    fill(thread, 2 * LIST_LENGTH + 3)
    where, seen = QUEUE, []
    while where:
        found = page(as_mo, where)
        seen += [line.attributes["href"].partition("?")[0] for line in found.css(".queue a")]
        more = found.css_first(".pane-list a[rel=next]")
        where = more.attributes["href"] if more else ""
    assert seen == [address(comment) for comment in queue()]


def test_a_case_far_down_is_in_its_list(thread: Thread, as_mo: Client) -> None:
    fill(thread, LIST_LENGTH + 5)
    last = queue().last()
    found = page(as_mo, address(last))
    assert len(lines(found)) == 1 and "aria-current" in found.css_first(".queue a").attributes
    assert "From the beginning" in words(found.css_first(".pane-list"))


def test_a_place_beyond_the_end_leads_back(say: Say, as_mo: Client) -> None:
    say()
    assert "Nothing waits further down" in text(as_mo, f"{QUEUE}?from=0-{10**16}-1")


@pytest.mark.parametrize("place", ["", "nonsense", "1-2-3%0d%0aX: y", "<script>"])
def test_a_place_that_is_none_is_the_beginning(say: Say, as_mo: Client, place: str) -> None:
    say("Words")
    assert len(lines(page(as_mo, f"{QUEUE}?from={place}"))) == 1


def test_a_guest_can_have_any_name_and_words(thread: Thread, say: Say, as_mo: Client) -> None:
    say("<img src=x onerror=alert(1)>", Guest("<b>Eve</b>"))
    found = page(as_mo, QUEUE)
    assert found.css_first(".queue img") is None and found.css_first(".queue b b") is None
    assert found.css_first(".case-words img") is None


@pytest.mark.parametrize("where", ["list", "case"])
def test_the_queries_do_not_grow_with_the_queue(thread: Thread, as_mo: Client, where: str) -> None:
    counts = []
    fill(thread, 1)
    as_mo.get(address(queue().first()))  # some things are read once a minute
    for more in (10, 190):
        fill(thread, more)
        path = QUEUE if where == "list" else address(queue().first())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_mo.get(path)
        counts.append(count(queries))
    assert (
        0 < counts[0] == counts[1] <= (MOST_QUERIES if where == "list" else MOST_QUERIES_OF_A_CASE)
    )


def test_the_queries_of_a_members_case_do_not_grow_with_their_record(
    say: Say, nadia: Member, alice: Member, mo: Member, as_mo: Client
) -> None:
    parent = say("Question", alice)
    counts = []
    for more in (1, 12):
        for number in range(more):
            earlier = say(f"Capsules {more} {number}", nadia)
            reject_comment(comment=earlier, moderator=mo, version=1, ground="selling")
            note_about(member=nadia, moderator=mo, words=f"Note {number}")
            say(f"Answer {more} {number}", alice, parent)
        comment = say(f"Words about capsules {more}", nadia, parent)
        as_mo.get(address(comment))
        with CaptureQueriesContext(connection) as queries:
            as_mo.get(address(comment))
        counts.append(count(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES_OF_A_CASE, counts


def count(queries: CaptureQueriesContext) -> int:
    """Statements, without the savepoints that a test has where a page has a transaction."""
    return sum("SAVEPOINT" not in query["sql"] for query in queries)


# -- the case ----------------------------------------------------------------------------------
