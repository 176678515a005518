"""The articles of a run as they were read, in files under DATA_DIR until they are stored.

A document with thousands of comments is too large for a row that lists and counts read. The files
of a run go when it is over; see `remove_run_files`.
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from articles.importing.records import Dropped, ParsedArticle, ParsedComment, Recognised
from community.desk.models import DeskItem, DeskRun

FOLDER = "imports"
TIMES = ("published_at", "updated_at", "created_at")


def run_folder(run_id: int) -> Path:
    """Where the files of a run lie."""
    return Path(settings.DATA_DIR) / FOLDER / str(run_id)


def document_file(run_id: int, number: int) -> Path:
    """Where a document of a run lies, as it was uploaded or fetched."""
    return run_folder(run_id) / f"document-{number}"


def item_file(run_id: int, number: int) -> Path:
    """Where an article of a run lies."""
    return run_folder(run_id) / f"item-{number}.json"


def write_whole(file: Path, pieces: Iterator[bytes]) -> None:
    """Write a file that is there whole or not at all, readable by the server alone."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half_written = file.with_name(f"{file.name}.{os.getpid()}.part")
    with open(half_written, "wb") as target:
        target.writelines(pieces)
    os.replace(half_written, file)


def write_item(run_id: int, number: int, parsed: ParsedArticle) -> None:
    """Keep an article as it was read."""
    text = json.dumps(asdict(parsed), default=datetime.isoformat, ensure_ascii=False)
    write_whole(item_file(run_id, number), iter([text.encode("utf-8", "surrogatepass")]))


def read_item(item: DeskItem) -> ParsedArticle | None:
    """The article as it was read; None once its file is gone."""
    try:
        text = item_file(item.run_id, item.number).read_bytes().decode("utf-8", "surrogatepass")
    except FileNotFoundError:
        return None
    return article_from(json.loads(text))


def article_from(found: dict[str, Any]) -> ParsedArticle:
    """An article from what `asdict` made of it."""
    found["comments"] = [ParsedComment(**with_times(each)) for each in found["comments"]]
    found["dropped"] = [Dropped(**each) for each in found["dropped"]]
    found["recognised"] = [Recognised(**each) for each in found["recognised"]]
    return ParsedArticle(**with_times(found))


def with_times(found: dict[str, Any]) -> dict[str, Any]:
    """The same with times in the place of their texts."""
    times = {name: found[name] for name in TIMES if found.get(name)}
    return found | {name: datetime.fromisoformat(text) for name, text in times.items()}


def corrected(parsed: ParsedArticle, changes: dict[str, Any]) -> ParsedArticle:
    """The article with what staff filled in. Whatever it was elsewhere, staff decide about it."""
    return replace(parsed, **with_times(changes), state="published")


def remove_run_files(run: DeskRun) -> bool:
    """Forget the documents and articles of a run; returns whether there were any."""
    is_there = run_folder(run.pk).exists()
    shutil.rmtree(run_folder(run.pk), ignore_errors=True)
    return is_there
