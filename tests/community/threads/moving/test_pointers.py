"""What stands where a branch was, whatever becomes of the branch and of the title."""

from collections.abc import Callable
from dataclasses import replace

from django.test import Client

from articles.importing.records import ParsedArticle
from articles.library.actions import create_article, publish_article
from articles.models import ImportRun
from community.desk.actions import edit_article
from community.desk.importing import store_article_whole
from community.desk.results import Options
from community.members.models import Member
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from tests.branches import move, shown

Say = Callable[..., Comment]


def test_a_pointer_names_the_thread_in_which_the_branch_stands_now(
    thread: Thread, other: Thread, say: Say, alice: Member, client: Client
) -> None:
    third = create_article(title="Cold", body_html="<p>Cold helps others.</p>")
    cold = open_thread(publish_article(article=third))
    say(alice, "Stays here")
    first = say(alice, "First words")
    move(first, other)
    assert "the thread of “Warmth”" in shown(client, thread)
    edit_article(article=other.article, editor=None, title="Warmth & rest")
    assert "the thread of “Warmth & rest”" in shown(client, thread)
    move(first, cold)
    assert "the thread of “Cold”" in shown(client, thread)
    assert "the thread of “Cold”" in shown(client, other)
    move(first, thread)
    said = "now begins a branch of its own in this thread"
    assert said in shown(client, thread) and said not in shown(client, other)
    assert "the thread of “Resting early”" in shown(client, other)


def test_a_pointer_that_moves_along_stays_a_pointer(
    thread: Thread, other: Thread, say: Say, alice: Member, client: Client
) -> None:
    root = say(alice, "Root words")
    top = say(alice, "Top words", root)
    inner, left = say(alice, "Inner words", top), say(alice, "Left words", top)
    move(inner, other)
    move(top, other)
    pointer = Comment.objects.get(moved_to=inner)
    assert pointer.thread_id == other.pk and pointer.parent_id == top.pk and left.pk
    assert "now begins" in pointer.piece and "a moderator removed" not in pointer.piece.lower()
    assert f'data-depth="{pointer.depth}"' in pointer.piece


def test_a_new_title_ends_the_kept_pages_only_where_it_is_said(
    thread: Thread, other: Thread, say: Say, alice: Member
) -> None:
    move(say(alice, "First words"), other)
    thread.refresh_from_db()
    before = thread.version
    edit_article(article=other.article, editor=None, standfirst="Other words.")
    thread.refresh_from_db()
    assert thread.version == before
    edit_article(article=other.article, editor=None, title="Heat")
    thread.refresh_from_db()
    assert thread.version == before + 1


def test_a_new_title_of_a_document_brought_in_again_is_said_too(
    thread: Thread, say: Say, alice: Member, client: Client
) -> None:
    address = "https://news.example/words"
    parsed = ParsedArticle(title="Old title", body_html="<p>Words.</p>", source_url=address)
    run = ImportRun.objects.create(source="a.txt", format="plaintext")
    brought = store_article_whole(parsed, run, Options(), format_name="text")
    article = brought.stored.article
    to = open_thread(publish_article(article=article))
    move(say(alice, "First words"), to)
    assert "the thread of “Old title”" in shown(client, thread)
    renamed = replace(parsed, title="New title")
    store_article_whole(renamed, run, Options(), format_name="text")
    assert "the thread of “New title”" in shown(client, thread)
