"""Runs in the background: taken up one at a time, also after the worker before died."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import close_old_connections, connection
from django.db.models import Q
from django.utils import timezone

from articles.importing.records import ParseError
from articles.importing.storing import note_alive
from articles.keeping.batches import BATCH
from community.desk.models import DeskRun
from community.desk.runs.items import remove_run_files
from community.desk.runs.reading import Stopped, add_problem, read_run
from community.desk.runs.storing import store_run

logger = logging.getLogger("community.desk")

BEAT_SECONDS = 5.0  # how often a worker says that it is there
SILENT_AFTER = timedelta(seconds=30)  # six beats: then it died, or its machine did

State = DeskRun.State
TO_DO = (State.READING, State.STORING)
WENT_WRONG = (
    "Something went wrong here, not in the document. Nothing is half stored; "
    "try it once more, and tell the operator if it happens again."
)


def work_on_runs() -> int:
    """Work on one run that nobody works on; returns how many were worked on."""
    silent = Q(alive_at=None) | Q(alive_at__lt=timezone.now() - SILENT_AFTER)
    waiting = DeskRun.objects.filter(silent, state__in=TO_DO).order_by("pk")
    key = waiting.values_list("pk", flat=True).first()
    if key is None or not take_up(key):
        return 0
    work_on(DeskRun.objects.select_related("import_run", "editor", "feed").get(pk=key))
    return 1


def work_at_once(run: DeskRun) -> None:
    """Work on a small run here and now, unless a worker has it already. Reads it again."""
    if take_up(run.pk):
        work_on(DeskRun.objects.select_related("import_run", "editor", "feed").get(pk=run.pk))
    run.refresh_from_db()


def take_up(key: int) -> bool:
    """Claim a run for this worker; False when another one was faster."""
    now = timezone.now()
    silent = Q(alive_at=None) | Q(alive_at__lt=now - SILENT_AFTER)
    return bool(DeskRun.objects.filter(silent, pk=key, state__in=TO_DO).update(alive_at=now))


def work_on(run: DeskRun) -> None:
    """Read a run, or store it, as it is due."""
    with heartbeat(run.pk):
        try:
            if run.state == State.READING:
                read_run(run)
                state = State.STORING if run.feed_id else State.READY
            else:
                store_run(run)
                state = State.FINISHED
        except Stopped:
            state = State.STOPPED
        except Exception:
            logger.exception("Run %s failed.", run.pk)
            add_problem(run, run.label, ParseError(WENT_WRONG))
            state = State.FAILED
    end_phase(run, state)


def end_phase(run: DeskRun, state: DeskRun.State) -> None:
    """Write what a run is now. Its files go once nothing of it waits any more."""
    run.state, run.alive_at = state, None
    is_over = state in (State.FINISHED, State.STOPPED, State.FAILED)
    run.ended_at = timezone.now() if is_over else None
    run.save(update_fields=["state", "alive_at", "ended_at"])
    if state == State.FINISHED:
        remove_run_files(run)


@contextmanager
def heartbeat(key: int) -> Iterator[None]:
    """Say again and again that somebody works on a run, also while one long step takes its time.

    What it brings in is announced only once nobody says so any more.
    """
    over = threading.Event()

    def beat() -> None:
        while not over.wait(BEAT_SECONDS):
            close_old_connections()
            try:
                say_alive(key)
            except Exception:  # a locked or absent database: the next beat may come through
                logger.warning("Run %s: no beat came through.", key, exc_info=True)
        connection.close()

    thread = threading.Thread(target=beat, daemon=True, name=f"beat-{key}")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def say_alive(key: int) -> None:
    """Somebody is at this run."""
    DeskRun.objects.filter(pk=key).update(alive_at=timezone.now())
    note_alive(DeskRun.objects.filter(pk=key).values_list("import_run", flat=True).first())


def forget_old_runs(*, before: datetime) -> int:
    """Remove the files of runs begun before a moment that nobody decided about, or that were stopped.

    Returns of how many runs.
    """
    old = DeskRun.objects.filter(created_at__lt=before).exclude(state__in=TO_DO)
    return sum(remove_run_files(run) for run in old.iterator(chunk_size=BATCH))
