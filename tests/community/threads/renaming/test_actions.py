"""Another name or role of a member, also on what they wrote."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from community.members.actions import NameRefused, NotAllowed
from community.members.models import Member, PseudonymChange
from community.threads.actions import erase_comment, post_comment, withdraw_comment
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.renaming import actions as renaming
from community.threads.renaming.actions import change_role, rename_member

Grow = Callable[..., list[Comment]]


def chain(thread: Thread, *authors: Member) -> list[Comment]:
    """Comments that answer each other, one below the other."""
    comments: list[Comment] = []
    for number, author in enumerate(authors):
        parent = comments[-1] if comments else None
        text = f"Words {number} of {author.pk}"
        comments.append(
            post_comment(thread=thread, author=author, text=text, parent=parent).comment
        )
    return comments


def piece(comment: Comment) -> str:
    return Comment.objects.get(pk=comment.pk).piece


def test_the_new_name_stands_on_every_comment_of_the_member(
    thread: Thread, alice: Member, bob: Member
) -> None:
    first, other, second = chain(thread, alice, bob, alice)
    rename_member(member=alice, name="Slow Otter")
    for comment in (first, second):
        comment.refresh_from_db()
        assert comment.author_name == "Slow Otter"
        assert "Slow Otter" in comment.piece
        assert "Alice" not in comment.piece
    assert "Slow Otter" not in piece(other)


def test_an_answer_deep_in_the_thread_names_the_new_name(
    thread: Thread, alice: Member, bob: Member
) -> None:
    *_, named, answer = chain(thread, bob, bob, alice, bob)
    assert "In reply to" in piece(answer)
    rename_member(member=alice, name="Slow Otter")
    assert ">Slow Otter</a>" in piece(answer)
    assert "Alice" not in piece(answer)
    assert "Bob" in piece(answer)
    assert "Slow Otter" in piece(named)


def test_the_kept_page_shows_the_new_name_at_once(
    client: Client, thread: Thread, alice: Member
) -> None:
    chain(thread, alice)
    address = thread.article.get_absolute_url()
    assert "Alice" in client.get(address).content.decode()
    rename_member(member=alice, name="Slow Otter")
    page = client.get(address).content.decode()
    assert "Slow Otter" in page
    assert "Alice" not in page


def test_threads_without_the_member_keep_their_pages(
    thread: Thread, alice: Member, bob: Member
) -> None:
    chain(thread, bob)
    thread.refresh_from_db()
    version = thread.version
    rename_member(member=alice, name="Slow Otter")
    thread.refresh_from_db()
    assert thread.version == version


def test_a_waiting_comment_gets_the_new_name_and_stays_unseen(
    thread: Thread, nadia: Member
) -> None:
    (waiting,) = chain(thread, nadia)
    assert waiting.state == Comment.State.PENDING
    rename_member(member=nadia, name="Slow Otter")
    waiting.refresh_from_db()
    assert waiting.author_name == "Slow Otter"
    assert waiting.placement == Comment.Placement.NOWHERE


def test_a_comment_taken_back_keeps_its_honest_words(
    thread: Thread, alice: Member, bob: Member
) -> None:
    gone, _ = chain(thread, alice, bob)
    withdraw_comment(comment=gone, author=alice)
    before = piece(gone)
    rename_member(member=alice, name="Slow Otter")
    assert piece(gone) == before


def test_an_erased_comment_gets_no_name_back(thread: Thread, alice: Member, bob: Member) -> None:
    gone, _ = chain(thread, alice, bob)
    erase_comment(comment=gone, author=alice)
    rename_member(member=alice, name="Slow Otter")
    gone.refresh_from_db()
    assert gone.author_name == ""
    assert "Slow Otter" not in gone.piece


def test_a_refused_name_changes_nothing(thread: Thread, alice: Member, bob: Member) -> None:
    (comment,) = chain(thread, alice)
    with pytest.raises(NameRefused):
        rename_member(member=alice, name="B0B")
    comment.refresh_from_db()
    assert comment.author_name == "Alice"
    assert not PseudonymChange.objects.exists()


def test_when_a_piece_cannot_be_made_the_name_stays_as_it_was(
    thread: Thread, alice: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    (comment,) = chain(thread, alice)

    def fail(comment: Comment) -> str:
        raise RuntimeError

    monkeypatch.setattr(renaming, "render_piece", fail)
    with pytest.raises(RuntimeError):
        rename_member(member=alice, name="Slow Otter")
    alice.refresh_from_db()
    comment.refresh_from_db()
    assert (alice.pseudonym, comment.author_name) == ("Alice", "Alice")
    assert "Alice" in comment.piece


def test_many_comments_are_renewed_in_few_statements(
    grow: Grow, alice: Member, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    grow(450)
    with django_assert_max_num_queries(30):
        rename_member(member=alice, name="Slow Otter")
    named = Comment.objects.filter(piece__contains="Slow Otter")
    assert named.count() == 450


def test_the_badge_of_a_new_moderator_stands_on_what_they_wrote(
    thread: Thread, alice: Member, stefan: Member
) -> None:
    stefan.is_superuser = True
    (comment,) = chain(thread, alice)
    assert "badge-moderator" not in piece(comment)
    change_role(member=alice, role=Member.Role.MODERATOR, by=stefan)
    assert "badge-moderator" in piece(comment)
    thread = open_thread(thread.article)
    assert thread.version > comment.thread.version


def test_who_may_not_give_roles_changes_no_badge(thread: Thread, alice: Member, mo: Member) -> None:
    (comment,) = chain(thread, alice)
    with pytest.raises(NotAllowed):
        change_role(member=alice, role=Member.Role.MODERATOR, by=mo)
    assert "badge-moderator" not in piece(comment)


def test_an_imported_comment_keeps_the_name_it_came_with(
    thread: Thread, alice: Member, grow: Grow
) -> None:
    (comment,) = grow(1)
    Comment.objects.filter(pk=comment.pk).update(is_imported=True, created_at=timezone.now())
    rename_member(member=alice, name="Slow Otter")
    comment.refresh_from_db()
    assert comment.author_name == "Alice"
