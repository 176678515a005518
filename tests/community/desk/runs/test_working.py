"""Runs that are stopped, that fail, and whose worker dies: they go on, and nothing comes twice."""

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, ImportRun
from community.desk.models import DeskItem, DeskRun
from community.desk.runs import reading, storing, working
from community.desk.runs.actions import Upload, start_run, store_chosen
from community.desk.runs.working import SILENT_AFTER, work_on_runs
from community.members.models import Member
from community.threads.models import Comment

State = DeskRun.State


from tests.community.desk.runs.conftest import packed, page


def url(run: DeskRun, rest: str = "") -> str:
    return f"/desk/runs/{run.pk}/{rest}"


def test_a_run_is_stopped_and_goes_on_where_it_was(
    begin: Any, at_desk: Client, stefan: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begin(3)
    real = storing.store_item

    def stop_after_the_first(run: DeskRun, item: DeskItem) -> None:
        real(run, item)
        at_desk.post(url(run), {"do": "stop"})

    with monkeypatch.context() as patched:
        patched.setattr(storing, "store_item", stop_after_the_first)
        store_chosen(run=run, editor=stefan)
        work_on_runs()
    run.refresh_from_db()
    assert (run.state, Article.objects.count()) == (State.STOPPED, 1)
    at_desk.post(url(run), {"do": "go_on"})
    work_on_runs()
    run.refresh_from_db()
    assert (run.state, Article.objects.count(), run.comments_done) == (State.FINISHED, 3, 3)


class Killed(BaseException):
    """The process is gone: nothing after it runs but what the database does by itself."""


@pytest.mark.parametrize("dies_at", ["read_item", "store_article_whole", "settle"])
def test_a_dead_workers_run_is_taken_up_and_ends_without_doubles(
    begin: Any, stefan: Member, monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    run, calls = begin(3), []
    real = getattr(storing, dies_at)

    def dies_the_second_time(*given: Any, **named: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise Killed
        return real(*given, **named)

    store_chosen(run=run, editor=stefan)
    with monkeypatch.context() as patched:
        patched.setattr(storing, dies_at, dies_the_second_time)
        with pytest.raises(Killed):
            work_on_runs()
    assert work_on_runs() == 0, "it may still be alive"
    DeskRun.objects.update(alive_at=timezone.now() - SILENT_AFTER - timedelta(seconds=1))
    assert work_on_runs() == 1
    run.refresh_from_db()
    assert (run.state, run.items.filter(state="stored").count()) == (State.FINISHED, 3)
    assert (Article.objects.count(), Comment.objects.count()) == (3, 3)
    assert ImportRun.objects.count() == 1


def test_a_worker_that_dies_while_reading_begins_anew(
    stefan: Member, at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start_run(editor=stefan, uploads=[Upload("site.zip", [packed(3)])])
    real, calls = reading.add_item, []

    def dies(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise Killed
        return real(*given)

    with monkeypatch.context() as patched:
        patched.setattr(reading, "add_item", dies)
        with pytest.raises(Killed):
            work_on_runs()
    DeskRun.objects.update(alive_at=None)
    work_on_runs()
    assert list(run.items.values_list("number", flat=True)) == [1, 2, 3]


def test_what_goes_wrong_here_is_said_and_can_be_tried_again(
    begin: Any, stefan: Member, at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begin(1)
    store_chosen(run=run, editor=stefan)
    with monkeypatch.context() as patched:
        patched.setattr(storing, "store_article_whole", lambda *given, **named: 1 / 0)
        work_on_runs()
    run.refresh_from_db()
    assert run.state == State.FAILED
    assert working.WENT_WRONG in run.problems.get().reason
    at_desk.post(url(run), {"do": "go_on"})
    work_on_runs()
    assert Article.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_work_on_the_same_run(
    stefan: Member, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_DIR = tmp_path
    start_run(editor=stefan, uploads=[Upload("a.txt", [page(1)])])
    worked, barrier = [], threading.Barrier(4)

    def slowly(run: DeskRun) -> None:
        worked.append(run.pk)
        time.sleep(0.2)

    monkeypatch.setattr(working, "work_on", slowly)

    def work() -> None:
        barrier.wait(timeout=30)
        working.work_on_runs()
        working.connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert len(worked) == 1
