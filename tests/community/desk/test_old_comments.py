"""Old comments that come in again after a moderator moved some of them."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from articles.importing.records import ParsedComment
from articles.library.actions import create_article, publish_article
from articles.models import ImportRun
from community.desk.old_comments import StoredComments, import_comments
from community.threads.models import Comment, Thread
from community.threads.moving.actions import lock_threads, move_branch
from community.threads.placing import open_thread


def parsed(key: str, words: str, parent: str | None = None) -> ParsedComment:
    return ParsedComment(
        external_id=key,
        parent_id=parent,
        author_name="Robin",
        body_html=f"<p>{words}</p>",
        created_at=datetime(2020, 5, int(key), tzinfo=UTC),
    )


OLD = [
    parsed("1", "First"),
    parsed("2", "Answer", "1"),
    parsed("3", "Below", "2"),
    parsed("4", "Last"),
]
NEWER = [*OLD, parsed("5", "New below", "3"), parsed("6", "New answer", "1"), parsed("7", "Newest")]


@pytest.fixture
def other(db: None) -> Thread:
    body = "<p>Warmth helps some people.</p>"
    return open_thread(publish_article(article=create_article(title="Warmth", body_html=body)))


@pytest.fixture
def third(db: None) -> Thread:
    body = "<p>Cold helps others.</p>"
    return open_thread(publish_article(article=create_article(title="Cold", body_html=body)))


def bring_in(thread: Thread, comments: list[ParsedComment]) -> StoredComments:
    thread.refresh_from_db()
    with transaction.atomic():
        return import_comments(thread, comments, ImportRun.objects.create())


def move(words: str, to: Thread) -> None:
    with transaction.atomic():
        comment = Comment.objects.select_related("thread").get(body=words)
        threads = {each.pk: each for each in lock_threads(comment.thread_id, to.pk)}
        move_branch(comment=comment, to=threads[to.pk])


def where(words: str) -> Thread:
    return Comment.objects.get(body=words).thread


def test_the_same_document_again_changes_nothing_wherever_its_comments_stand(
    thread: Thread, other: Thread, third: Thread
) -> None:
    bring_in(thread, OLD)
    move("Answer", other)
    move("Below", third)
    assert bring_in(thread, OLD) == StoredComments(created=0, unchanged=4)
    assert Comment.objects.filter(moved_to=None).count() == 4


def test_new_answers_to_what_was_moved_go_where_it_stands(thread: Thread, other: Thread) -> None:
    bring_in(thread, OLD)
    move("Answer", other)
    assert bring_in(thread, NEWER) == StoredComments(created=3, unchanged=4)
    assert where("New below") == other and where("New answer") == where("Newest") == thread
    assert Comment.objects.get(body="New below").parent == Comment.objects.get(body="Below")
    assert bring_in(thread, NEWER).created == 0
    for each in (thread, other):
        each.refresh_from_db()
    assert (thread.comment_count, other.comment_count) == (4, 3)


def test_the_same_words_under_two_articles_can_stand_in_one_thread(
    thread: Thread, other: Thread
) -> None:
    bring_in(thread, OLD)
    bring_in(other, OLD)
    comment = Comment.objects.get(thread=thread, body="First")
    with transaction.atomic():
        threads = {each.pk: each for each in lock_threads(thread.pk, other.pk)}
        move_branch(comment=comment, to=threads[other.pk])
    assert bring_in(thread, OLD).created == 0 and bring_in(other, OLD).created == 0
    other.refresh_from_db()
    assert other.comment_count == 7


def test_a_branch_that_was_split_and_moved_back_is_known_too(thread: Thread, other: Thread) -> None:
    bring_in(thread, OLD)
    move("Answer", thread)
    move("Below", other)
    move("Below", thread)
    assert bring_in(thread, NEWER).created == 3
    assert where("New below") == thread
