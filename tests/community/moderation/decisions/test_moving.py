"""Deciding to move a branch: who may, what is written down, and who is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from articles.library.actions import create_article, publish_article
from articles.models import Article
from community.members.models import Member
from community.moderation.claims.actions import ClaimedByOther, NotAllowed, claim_comment
from community.moderation.decisions.actions import approve_comment, remove_comment
from community.moderation.decisions.moving import move_comment, place_mark
from community.moderation.decisions.refusals import AlreadyDecided
from community.moderation.models import Decision
from community.notifications.telling import tell_waiting_events
from community.threads import actions
from community.threads.actions import erase_comment, post_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest

Say = Callable[..., Comment]


@pytest.fixture
def warmth(db: None) -> Article:
    body = "<p>Warmth helps some people.</p>"
    return publish_article(article=create_article(title="Warmth", body_html=body))


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("thread__article", "parent").get(pk=comment.pk)


def move(comment: Comment, moderator: Member, to: Article | None, **changes: str) -> Decision:
    comment = fresh(comment)
    given = {"place": place_mark(comment), **changes}
    return move_comment(comment=comment, moderator=moderator, to=to, **given)


def test_the_log_says_from_where_to_where_and_how_much(
    say: Say, alice: Member, bob: Member, mo: Member, warmth: Article
) -> None:
    first = say("First words", alice)
    say("An answer", bob, first)
    decision = move(first, mo, warmth, words="  It fits better there. ")
    assert decision.facts == (
        "From the thread of “Resting early” to the thread of “Warmth”, with 1 answer."
    )
    assert (decision.kind, decision.words, decision.lane) == ("move", "It fits better there.", "")
    assert fresh(first).thread.article == warmth


def test_a_split_says_that_it_stays_in_its_thread(say: Say, alice: Member, mo: Member) -> None:
    answer = say("An answer", alice, say("First words", alice))
    decision = move(answer, mo, None)
    assert decision.facts == "To the top of the thread of “Resting early”, with no answers."
    with pytest.raises(NotAllowed, match="already"):
        move(answer, mo, None)


def test_it_leads_somewhere_that_readers_can_see(
    say: Say, alice: Member, mo: Member, article: Article
) -> None:
    comment = say("First words", alice)
    draft = create_article(title="A draft", body_html="<p>Words.</p>")
    for to, sentence in ((article, "already"), (draft, "readers can see")):
        with pytest.raises(NotAllowed, match=sentence):
            move(comment, mo, to)
    assert not Decision.objects.exists() and not Thread.objects.filter(article=draft).exists()


def test_moderators_move_and_nobody_their_own(
    say: Say, alice: Member, bob: Member, mo: Member, mia: Member, warmth: Article
) -> None:
    with pytest.raises(NotAllowed):
        move(say("First words", alice), bob, warmth)
    with pytest.raises(NotAllowed):
        move(say("Words of Mo", mo), mo, warmth)


def test_it_is_moved_from_where_it_was_seen(
    say: Say, alice: Member, mo: Member, mia: Member, warmth: Article
) -> None:
    first = say("First words", alice)
    seen = place_mark(first)
    decision = move(first, mia, warmth)
    with pytest.raises(AlreadyDecided) as told:
        move(first, mo, None, place=seen)
    assert told.value.decision == decision


def test_what_readers_no_longer_see_stays(
    say: Say, alice: Member, mo: Member, warmth: Article
) -> None:
    comment = say("First words", alice)
    remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    with pytest.raises(AlreadyDecided):
        move(comment, mo, warmth)
    shown = say("Other words", alice)
    move(shown, mo, warmth)
    with pytest.raises(AlreadyDecided):
        move(Comment.objects.get(moved_to=shown), mo, warmth)


def test_what_waits_moves_and_goes_on_waiting(
    say: Say, nadia: Member, mo: Member, mia: Member, warmth: Article
) -> None:
    comment = say("Words", nadia)
    claim_comment(comment=comment, moderator=mia)
    with pytest.raises(ClaimedByOther):
        move(comment, mo, warmth)
    move(comment, mia, warmth)
    assert fresh(comment).waiting_since and fresh(comment).claim.moderator == mia
    approve_comment(comment=comment, moderator=mia, version=1)
    assert open_thread(warmth).comment_count == 1


def test_everybody_who_wrote_there_is_told_once(
    say: Say, alice: Member, bob: Member, nadia: Member, mo: Member, warmth: Article
) -> None:
    first = say("First words", alice)
    for author in (
        bob,
        alice,
        Guest("Gus", "gus@people.example"),
        Guest("Gus", "GUS@people.example"),
    ):
        say(f"Words {author}", author, first)
    say("By somebody without an address", Guest("Gwen"), first)
    erase_comment(comment=say("Erased", nadia, first), author=nadia)
    move(first, mo, warmth, words="It fits better there.")
    post_comment(thread=fresh(first).thread, author=nadia, text="Later", parent=fresh(first))
    tell_waiting_events()
    told = [message.to[0] for message in mail.outbox]
    assert sorted(address.casefold() for address in told) == [
        "alice@people.example", "bob@people.example", "gus@people.example"
    ]  # fmt: skip
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 3
    alices = next(message for message in mail.outbox if "alice" in message.to[0])
    bobs = next(message for message in mail.outbox if "bob" in message.to[0])
    assert "moved your comment, with the answers below it." in alices.body
    assert "yours with it" in bobs.body and "Words" in bobs.body
    for message in (alices, bobs):
        assert "to the thread of “Warmth”" in message.body
        assert "It fits better there." in message.body


# -- at the same time -------------------------------------------------------------------------


def at_once(jobs: list[Callable[[], object]]) -> list[object]:
    """Do all of these at the same moment; gives what each returned, or its error."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        start.wait()
        try:
            return job()
        except (AlreadyDecided, NotAllowed, actions.NotAllowed) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def check_whole(*threads: Thread) -> None:
    """No comment is lost, doubled, or under a parent of another thread."""
    for thread in threads:
        thread.refresh_from_db()
        rows = list(Comment.objects.filter(thread=thread).select_related("parent"))
        visible = [row for row in rows if row.is_visible]
        assert thread.comment_count == len(visible)
        for row in rows:
            assert row.parent is None or row.parent.thread_id == thread.pk
            assert row.parent is None or row.path.startswith(row.parent.path)
            below = [o for o in visible if o.path.startswith(row.path) and o.pk != row.pk]
            assert row.visible_below == len(below)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_a_branch_one_does_and_the_other_is_told(
    thread: Thread, alice: Member, mo: Member, mia: Member, warmth: Article
) -> None:
    first = post_comment(thread=thread, author=alice, text="First words").comment
    answer = post_comment(thread=thread, author=alice, text="An answer", parent=first).comment
    seen = fresh(answer)
    outcomes = at_once(
        [
            lambda: move_comment(comment=seen, moderator=mo, place=place_mark(seen), to=warmth),
            lambda: move_comment(comment=seen, moderator=mia, place=place_mark(seen), to=None),
        ]
    )
    (row,) = Decision.objects.all()
    lost = next(each for each in outcomes if isinstance(each, AlreadyDecided))
    assert lost.decision == row
    check_whole(thread, open_thread(warmth))


@pytest.mark.django_db(transaction=True)
def test_answers_and_decisions_while_a_branch_moves_are_never_torn_apart(
    thread: Thread, alice: Member, bob: Member, mo: Member, mia: Member, warmth: Article
) -> None:
    first = post_comment(thread=thread, author=alice, text="First words").comment
    top = post_comment(thread=thread, author=alice, text="The top", parent=first).comment
    waiting = [
        post_comment(thread=thread, author=Guest(f"Gus {n}"), text=f"Waits {n}", parent=top).comment
        for n in range(4)
    ]
    seen = fresh(top)
    jobs: list[Callable[[], object]] = [
        lambda: move_comment(comment=seen, moderator=mo, place=place_mark(seen), to=warmth)
    ]
    for n in range(4):
        jobs.append(
            lambda n=n: post_comment(thread=thread, author=bob, text=f"No {n}", parent=seen)  # type: ignore[misc]
        )
        jobs.append(
            lambda n=n: approve_comment(comment=waiting[n], moderator=mia, version=1)  # type: ignore[misc]
        )
    outcomes = at_once(jobs)
    assert isinstance(outcomes[0], Decision)
    there = open_thread(warmth)
    check_whole(thread, there)
    late = sum(isinstance(each, actions.NotAllowed) for each in outcomes)
    assert there.comment_count == 1 + 4 + (4 - late)
    assert thread.comment_count == 1
