"""Saved pages, archives of them, and runs that were read."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from community.desk.models import DeskRun
from community.desk.runs.actions import Upload, start_run
from community.desk.runs.working import work_on_runs
from community.members.models import Member


def page(number: int) -> bytes:
    """A saved page with one comment."""
    return (
        f"Walks of the day, number {number}\n\nThey walked {number} times to the corner.\n\n"
        f"Comments\n\n1. I walked {number} times as well, and rested on the bench.\n"
    ).encode()


def packed(count: int) -> bytes:
    """So many pages in an archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(1, count + 1):
            archive.writestr(f"{number:03}.txt", page(number))
    return target.getvalue()


@pytest.fixture
def begin(stefan: Member, at_desk: Client) -> Callable[..., DeskRun]:
    """Begin a run of an archive with so many pages, and let it be read."""

    def work(count: int = 3, **given: Any) -> DeskRun:
        run = start_run(editor=stefan, uploads=[Upload("site.zip", [packed(count)])], **given)
        assert work_on_runs() == 1
        run.refresh_from_db()
        return run

    return work
