"""The queue and a case, as a moderator sees them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.library.actions import withdraw_article
from community.members.models import Member, PseudonymChange
from community.moderation.actions import approve_comment, reject_comment, remove_comment
from community.moderation.querysets import place_of, queue
from community.moderation.waiting_list import LIST_LENGTH
from community.threads.actions import edit_comment, erase_comment, withdraw_comment
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment, Thread
from community.threads.submissions import Guest

Say = Callable[..., Comment]
QUEUE = "/moderation/"
MOST_QUERIES = 15


def address(comment: Comment) -> str:
    return f"/moderation/comments/{comment.pk}/"


def page(client: Client, where: str) -> LexborHTMLParser:
    response = client.get(where)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def words(node, between: str = "") -> str:
    """What one reads; `between` parts what stands in neighbouring elements."""
    return " ".join(node.text(separator=between).split())


def text(client: Client, where: str) -> str:
    return words(page(client, where).css_first("main"))


def lines(found: LexborHTMLParser) -> list[str]:
    return [words(line, " ") for line in found.css(".queue a")]


def fill(thread: Thread, count: int) -> None:
    """Store waiting comments quickly, all of guests and all with the same reasons."""
    now = timezone.now()
    reasons = [{"code": "new-author", "words": [], "spans": [], "detail": ""}]
    new = [
        NewComment(
            body=f"Waiting words {number}",
            body_html=f"<p>Waiting words {number}</p>",
            author_name=f"Guest {number}",
            created_at=now,
            state=Comment.State.PENDING,
            fields={
                "waiting_since": now + timedelta(seconds=number),
                "urgency": 10,
                "reasons": reasons,
            },
        )
        for number in range(count)
    ]
    thread.refresh_from_db()
    store_comments(thread, new)


# -- the list ----------------------------------------------------------------------------------


def test_an_empty_queue_says_so(as_mo: Client) -> None:
    assert "Nothing waits" in text(as_mo, QUEUE)


def test_a_line_says_who_how_long_what_and_why(say: Say, as_mo: Client) -> None:
    comment = say("Ring 030 1234567 " + " ".join(map(str, range(100, 200))))
    Comment.objects.filter(pk=comment.pk).update(
        waiting_since=timezone.now() - timedelta(minutes=20)
    )
    (line,) = lines(page(as_mo, QUEUE))
    assert line.startswith("Gus 20 minutes Ring 030 1234567 100 101")
    assert line.endswith("… Phone number Guest")


def test_words_of_a_crisis_come_first_and_stand_out(say: Say, as_mo: Client) -> None:
    say("Hello")
    say("I do not want to go on living")
    found = page(as_mo, QUEUE)
    assert "I do not want to go on living" in lines(found)[0]
    assert words(found.css_first(".queue .badge-care")) == "Crisis words"
    assert "1 of them holds crisis words" in words(found.css_first(".work-head"))


def test_the_head_counts_what_waits(say: Say, as_mo: Client) -> None:
    first = say("One")
    say("Two")
    Comment.objects.filter(pk=first.pk).update(waiting_since=timezone.now() - timedelta(hours=5))
    assert "2 comments wait, the longest for 5 hours" in text(as_mo, QUEUE)


def test_the_first_case_stands_beside_the_list(say: Say, as_mo: Client) -> None:
    say("The first words")
    say("Later words")
    found = page(as_mo, QUEUE)
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
    for more in (10, 190):
        fill(thread, more)
        path = QUEUE if where == "list" else address(queue().first())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_mo.get(path)
        counts.append(len(queries))
    assert 0 < counts[0] == counts[1] <= MOST_QUERIES


# -- the case ----------------------------------------------------------------------------------


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
    assert "1 other answer to it can be read" in shown


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
    assert found.css_first(f'a[href="/moderation/log/?author={nadia.pk}"]')


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
        ("pending", ["approve", "reject"]),
        ("visible", ["remove"]),
        ("rejected", ["restore"]),
        ("removed", ["restore"]),
    ],
)
def test_a_case_offers_what_its_state_leaves_open(
    say: Say, as_mo: Client, state: str, buttons: list[str]
) -> None:
    comment = say()
    Comment.objects.filter(pk=comment.pk).update(state=state)
    found = page(as_mo, address(comment))
    assert [b.attributes["value"] for b in found.css("button[name=decision]")] == buttons


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


def test_the_next_one_is_a_link_away(say: Say, as_mo: Client) -> None:
    first, second = say("One"), say("Two")
    found = page(as_mo, address(first))
    assert found.css_first(".next-case").attributes["href"] == address(second)
    assert page(as_mo, address(second)).css_first(".next-case") is None


def test_the_list_stays_where_it_was(thread: Thread, as_mo: Client) -> None:
    fill(thread, LIST_LENGTH + 5)
    begins = place_of(queue()[LIST_LENGTH])
    comment = queue()[LIST_LENGTH + 2]
    found = page(as_mo, f"{address(comment)}?from={begins}")
    assert len(lines(found)) == 5
    assert found.css_first("#approve-form").attributes["action"].endswith(f"?from={begins}")
