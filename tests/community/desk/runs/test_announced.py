"""What is brought in is announced when all of it is there, however long one part of it takes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
import time_machine
from django.utils import timezone

from articles.models import Announcement, Article, ImportRun
from articles.newsletter.announcing import STILL_COMING, announce_articles
from community.desk.importing import import_sources
from community.desk.models import DeskItem, DeskRun
from community.desk.results import Options
from community.desk.runs import working
from community.desk.runs.working import work_on_runs

ALMOST = STILL_COMING - timedelta(seconds=30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, with documents between them that cannot be read."""
    for number, name in enumerate(("1.txt", "4.txt"), 1):
        words = f"Walks of the day, number {number}\n\nThey walked {number} times to the corner.\n"
        (tmp_path / name).write_text(words)
    for name in ("2.txt", "3.txt"):
        (tmp_path / name).write_bytes(b"\0")
    return tmp_path


def test_documents_that_take_long_and_bring_nothing_let_no_half_of_a_folder_go(
    folder: Path, db: None
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        found = import_sources([str(folder)], Options(publish=True))
        for name, _ in found:
            if name.endswith(("2.txt", "3.txt")):
                clock.shift(ALMOST)
            announce_articles()
            assert not Announcement.objects.exists()
        assert Article.objects.published().count() == 2
        clock.shift(STILL_COMING)
        announce_articles()
    assert Announcement.objects.count() == 2


def test_a_run_says_that_it_is_there_while_one_article_takes_long(
    begin: Callable[..., DeskRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begin(3)
    run.items.update(choice=DeskItem.Choice.PUBLISH)
    DeskRun.objects.update(state=DeskRun.State.STORING)
    store, stored = working.store_run, []

    def slowly(run: DeskRun) -> None:
        store(run)
        Article.objects.update(created_at=timezone.now() - 2 * STILL_COMING)
        working.say_alive(run.pk)  # as the thread beside it does
        announce_articles()
        stored.append(Announcement.objects.count())

    monkeypatch.setattr(working, "store_run", slowly)
    assert work_on_runs() == 1
    assert stored == [0]
    ImportRun.objects.update(alive_at=timezone.now() - STILL_COMING)
    announce_articles()
    assert Announcement.objects.count() == 3


def test_the_thread_beside_a_run_says_so_again_and_again(begin: Callable[..., DeskRun]) -> None:
    run = begin(1)
    said: list[int] = []
    with (
        mock.patch.object(working, "BEAT_SECONDS", 0.001),
        mock.patch.object(working, "say_alive", said.append),
        working.heartbeat(run.pk),
    ):
        while len(said) < 3:
            pass
    assert set(said) == {run.pk}
