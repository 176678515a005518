"""The whole index beside what readers can see."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from articles.index.comparing import is_behind
from articles.models import Article, SearchEntry, SearchState
from community.desk.sample import load
from community.members.models import Member
from community.search import rebuilding
from community.search.rebuilding import check_index, keep_index, rebuild_index
from community.threads.models import Comment

Grow = Callable[..., list[Comment]]
Finds = Callable[..., list[int]]


def test_the_sample_community_is_indexed_as_it_lives(db: None) -> None:
    load()
    assert check_index() == []
    visible = Comment.objects.visible().filter(thread__audience="everyone").count()
    assert visible < Comment.objects.visible().count(), "some were written for members only"
    published = Article.objects.published().count()
    assert SearchEntry.objects.count() == visible + published


@pytest.mark.parametrize("batch", [2, 3, 500])
def test_an_empty_index_is_built_from_what_is_there(
    grow: Grow, finds: Finds, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", batch)
    made = grow(6)
    SearchEntry.objects.all().delete()
    assert finds("words") == []
    assert sum(map(len, check_index())) == 7
    assert rebuild_index() == 7  # with the article
    assert finds("words") == [comment.pk for comment in made]
    assert check_index() == [] and rebuild_index() == 0


def test_what_is_missing_stale_or_left_over_is_put_right(grow: Grow, finds: Finds) -> None:
    missing, stale, gone, moved = (comment.pk for comment in grow(4))
    SearchEntry.objects.filter(key=missing, kind=2).delete()
    Comment.objects.filter(pk=stale).update(body="Marjoram")
    Comment.objects.filter(pk=gone).update(state="removed")
    SearchEntry.objects.filter(key=moved, kind=2).update(article_key=999)
    (wrong,) = check_index()
    assert ({entry.key for entry in wrong.wrong}, wrong.left_over) == (
        {missing, stale, moved},
        [gone],
    )
    assert rebuild_index() == 4
    assert finds("words") == [missing, moved] and finds("marjoram") == [stale]


def test_the_index_is_built_once_by_itself_and_again_by_new_rules(grow: Grow) -> None:
    grow(2)
    SearchEntry.objects.all().delete()
    assert is_behind()
    assert keep_index() == 3
    SearchEntry.objects.all().delete()
    assert keep_index() == 0
    SearchState.objects.update(rules=0)
    assert keep_index() == 3


def test_building_asks_no_more_of_many_than_of_few(
    grow: Grow, django_assert_max_num_queries
) -> None:
    grow(300)
    SearchEntry.objects.all().delete()
    with django_assert_max_num_queries(30):
        rebuild_index()


def test_the_command_compares_and_mends(grow: Grow) -> None:
    grow(2)
    SearchEntry.objects.filter(kind=2).delete()
    with pytest.raises(CommandError, match="2 entries are not right"):
        call_command("rebuild_search_index", "--check")
    said = StringIO()
    call_command("rebuild_search_index", stdout=said)
    assert "2 entries were not right" in said.getvalue()
    call_command("rebuild_search_index", "--check", stdout=said)
    assert "The index is right." in said.getvalue()


def test_a_full_text_index_that_differs_from_its_entries_is_noticed(
    grow: Grow, finds: Finds, alice: Member
) -> None:
    if connection.vendor != "sqlite":
        return  # there the two are columns of one row, and cannot differ
    made = grow(2)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_search_text (articles_search_text) VALUES ('delete-all')"
        )
    with pytest.raises(DatabaseError):
        check_index()
    with pytest.raises(CommandError, match="full-text index differs"):
        call_command("rebuild_search_index", "--check")
    call_command("rebuild_search_index", stdout=StringIO())
    assert finds("words") == [comment.pk for comment in made] and check_index() == []
