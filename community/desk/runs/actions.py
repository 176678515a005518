"""What staff do with runs: begin, choose, store, stop, try again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from articles.importing.formats import AUTO
from articles.library.models import RUN_SOURCE_MAX
from articles.models import Source
from community.desk.actions import check_is_staff
from community.desk.models import DeskItem, DeskRun
from community.desk.runs.items import document_file, remove_run_files, write_whole
from community.members.models import Member

State, Choice = DeskRun.State, DeskItem.Choice
OPEN = (State.READY, State.STOPPED, State.FAILED)


class TooLate(Exception):
    """The run is somewhere else by now; nothing was changed."""


@dataclass(frozen=True)
class Upload:
    """A file as it comes in: its name, its bytes piece by piece, and where it was fetched."""

    name: str
    pieces: Iterable[bytes]
    fetched_from: str | None = None


def start_run(
    *,
    editor: Member | None,
    uploads: Sequence[Upload] = (),
    addresses: Sequence[str] = (),
    format: str = AUTO,
    feed: Source | None = None,
) -> DeskRun:
    """Begin a run with documents and addresses; the worker reads them."""
    check_is_staff(editor)
    sources: list[dict[str, Any]] = [
        {"name": one.name, "fetched_from": one.fetched_from} for one in uploads
    ]
    sources += [{"address": address} for address in addresses]
    with transaction.atomic():
        run = DeskRun.objects.create(
            editor=editor, feed=feed, format=format, sources=sources, label=label_of(sources)
        )
        # Inside: a run without its documents would only say that they are gone.
        for number, upload in enumerate(uploads):
            write_whole(document_file(run.pk, number), iter(upload.pieces))
    return run


def label_of(sources: Sequence[dict[str, Any]]) -> str:
    """What a run is called: its first source, and how many more there are.

    >>> label_of([{"name": "site.xml"}, {"address": "https://example.org/"}])
    'site.xml and 1 more'
    """
    first: str = sources[0].get("name") or sources[0]["address"]
    more = f" and {len(sources) - 1:,} more" if len(sources) > 1 else ""
    return first[-RUN_SOURCE_MAX + len(more) :] + more


def choose(
    *,
    run: DeskRun,
    editor: Member,
    numbers: Iterable[int] | None,
    choice: DeskItem.Choice,
    publish_at: datetime | None = None,
) -> int:
    """Choose what becomes of items that are not stored yet; all of them for None.

    Returns how many. Raises `TooLate` while the run is read or stored.
    """
    check_is_staff(editor)
    with transaction.atomic():
        check_open(run)
        items = run.items.filter(state=DeskItem.State.WAITING)
        if numbers is not None:
            items = items.filter(number__in=list(numbers))
        at = publish_at if choice == Choice.LATER else None
        return items.update(choice=choice, publish_at=at)


def correct_item(*, item: DeskItem, editor: Member, changes: dict[str, Any], title: str) -> None:
    """Keep what staff corrected of an item before it is stored. Raises `TooLate`."""
    check_is_staff(editor)
    with transaction.atomic():
        check_open(item.run)
        item.changes, item.title = changes, title
        item.save(update_fields=["changes", "title"])


def store_chosen(*, run: DeskRun, editor: Member) -> None:
    """Let the worker store what is chosen. Raises `TooLate`."""
    check_is_staff(editor)
    with transaction.atomic():
        check_open(run)
        begin(run, State.STORING)


def stop_run(*, run: DeskRun, editor: Member) -> None:
    """Ask the worker to stop after the article it is at."""
    check_is_staff(editor)
    DeskRun.objects.filter(pk=run.pk, state__in=(State.READING, State.STORING)).update(
        stop_asked=True
    )


def go_on(*, run: DeskRun, editor: Member) -> None:
    """Take a run up again that was stopped or failed, where it was. Raises `TooLate`."""
    check_is_staff(editor)
    with transaction.atomic():
        check_open(run)
        begin(run, State.STORING if run.import_run_id else State.READING)


def drop_run(*, run: DeskRun, editor: Member) -> None:
    """Forget a run of which nothing was stored, with its files. Raises `TooLate`."""
    check_is_staff(editor)
    with transaction.atomic():
        check_open(run)
        remove_run_files(run)
        run.delete()


def check_open(run: DeskRun) -> None:
    """Read the run again, locked; raise `TooLate` unless it waits for staff."""
    run.refresh_from_db(from_queryset=DeskRun.objects.select_for_update())
    if run.state not in OPEN:
        raise TooLate


def begin(run: DeskRun, state: DeskRun.State) -> None:
    """Hand a run to the worker."""
    run.state, run.stop_asked, run.alive_at, run.ended_at = state, False, None, None
    run.save(update_fields=["state", "stop_asked", "alive_at", "ended_at"])
