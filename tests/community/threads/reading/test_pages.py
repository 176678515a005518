"""Reading pages of a thread."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.threads.models import Comment, Thread
from community.threads.reading.pages import (
    NEWEST,
    OLDEST,
    PAGE_COMMENTS,
    locate,
    read_branch_page,
    read_thread_page,
)
from community.threads.tree import OPEN_REPLIES, step


def read(thread: Thread, order: str = OLDEST, start: int = 0):
    url = thread.get_absolute_url()
    now = timezone.now()
    return read_thread_page(thread_id=thread.pk, url=url, order=order, start=start, now=now)


def walk(thread: Thread, order: str) -> list[list[str]]:
    """The paths of every page, following the links to the next."""
    pages, start = [], 0
    while start is not None:
        page = read(thread, order, start)
        pages.append([row.path for row in page.rows])
        start = page.next_start
    return pages


@pytest.fixture
def talk(grow) -> list[Comment]:
    """Sixty branches, every third with three replies."""
    roots = grow(60)
    for root in roots[::3]:
        grow(3, Comment.objects.get(pk=root.pk))
    return roots


def test_pages_together_show_everything_once(thread: Thread, talk: list[Comment]) -> None:
    everything = sorted(Comment.objects.values_list("path", flat=True))
    pages = walk(thread, OLDEST)
    assert [path for page in pages for path in page] == everything
    assert all(len(page) >= PAGE_COMMENTS for page in pages[:-1])


def test_newest_first_shows_the_same_branches_the_other_way(
    thread: Thread, talk: list[Comment]
) -> None:
    paths = [path for page in walk(thread, NEWEST) for path in page]
    assert sorted(paths) == sorted(Comment.objects.values_list("path", flat=True))
    roots = [path for path in paths if len(path) == 6]
    assert roots == sorted(roots, reverse=True)
    for root in roots[::3]:
        branch = [path for path in paths if path.startswith(root)]
        assert branch == sorted(branch)


@pytest.mark.parametrize("order", [OLDEST, NEWEST])
def test_one_can_go_back_to_where_one_came_from(
    thread: Thread, talk: list[Comment], order: str
) -> None:
    first = read(thread, order)
    second = read(thread, order, first.next_start)
    assert first.previous_start is None
    assert second.previous_start == 0


def test_a_long_branch_offers_the_rest_on_its_own_pages(thread: Thread, grow) -> None:
    root = grow(1)[0]
    grow(OPEN_REPLIES + 214, root)
    page = read(thread)
    assert len(page.rows) == OPEN_REPLIES + 1
    assert "Show 214 more replies" in page.html
    branch, start, seen = root.number, root.path, []
    while start:
        part = read_branch_page(
            thread_id=thread.pk, root_number=branch, start=start, now=timezone.now()
        )
        seen += [row.path for row in part.rows]
        following = part.next_start
        start = Comment.objects.get(number=following).path if following else ""
    assert len(seen) == len(set(seen)) == OPEN_REPLIES + 215


def test_a_branch_of_many_gaps_is_still_whole(thread: Thread, grow) -> None:
    root = grow(1)[0]
    grow(3, Comment.objects.get(pk=root.pk))
    Comment.objects.filter(depth=1).update(placement=1)
    more = grow(200, Comment.objects.get(pk=root.pk))
    Comment.objects.filter(pk__in=[c.pk for c in more]).update(placement=1)
    assert [len(page) for page in walk(thread, OLDEST)] == [204]


def test_reading_takes_the_same_queries_for_10_and_for_1000(thread: Thread, grow) -> None:
    def queries() -> int:
        assert thread.article.slug  # read before, so that only the page itself is counted
        with CaptureQueriesContext(connection) as captured:
            read(thread)
        return len(captured)

    grow(10)
    few = queries()
    grow(990)
    assert queries() == few == 1


def test_a_page_is_one_range_of_the_index(thread: Thread, grow) -> None:
    grow(30)
    if connection.vendor == "postgresql":  # it scans a table as small as this one unless told
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")  # of a few rows it may cost as much
    comments = Comment.objects.on_pages(thread.pk).filter(path__gte=step(5)).order_by("path")
    plan = comments.values_list("piece")[:70].explain()
    assert "comment_open_page" in plan
    assert "Sort" not in plan and "TEMP B-TREE" not in plan


@pytest.mark.parametrize("index", [0, 30, 59])
def test_a_permalink_leads_to_a_page_that_holds_the_comment(
    thread: Thread, talk: list[Comment], index: int
) -> None:
    comment = Comment.objects.get(pk=talk[index].pk)
    found = re.search(r"from=(\d+)", locate(comment))
    page = read(thread, OLDEST, int(found[1]) if found else 0)
    assert comment.path in [row.path for row in page.rows]
    assert (found is None) == (index < PAGE_COMMENTS // 2)


def test_the_permalink_of_a_folded_reply_leads_to_its_branch(thread: Thread, grow) -> None:
    root = grow(1)[0]
    reply = grow(OPEN_REPLIES + 5, root)[-1]
    address = locate(Comment.objects.get(pk=reply.pk))
    assert f"/branch/{root.number}/?from={reply.number}#comment-{reply.pk}" in address


def test_a_page_knows_when_its_times_stop_being_true(thread: Thread, grow) -> None:
    grow(1)
    page = read(thread)
    assert timezone.now() < page.changes_at <= timezone.now() + timedelta(minutes=1, seconds=1)


def test_an_undated_comment_says_so(thread: Thread, grow) -> None:
    comment = grow(1)[0]
    Comment.objects.filter(pk=comment.pk).update(is_dated=False)
    assert "Date not known" in read(thread).html
