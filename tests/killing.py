"""Kills the worker while it hands letters over: each time when a letter was taken, before it hears so."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any

from tests.migrated_once import SITE_FILE
from tests.smtp_sink import Sink

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Killed:
    """What came of it: the letters that were taken, how often the worker was killed, what `prepare` said."""

    letters: list[Message]
    kills: int
    said: str


def manage(environment: dict[str, str], *words: str) -> str:
    """Run a command of the site; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def kill_while_sending(folder: Path, *, migrated: Path, prepare: str, kills: int) -> Killed:
    """Run the code `prepare` on a new site in `folder`, kill its worker so often, and let one more finish.

    `migrated` is the database that the site begins with; see the fixture `migrated_file`.
    """
    workers: list[subprocess.Popen[Any]] = []
    killed = 0

    def kill_sender(letter: Message) -> None:
        nonlocal killed
        if killed < kills:
            killed += 1
            os.kill(workers[-1].pid, signal.SIGKILL)

    sink = Sink(on_letter=kill_sender)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "SITE_URL"},
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "EMAIL_URL": sink.url,
        "DEBUG": "true",
    }
    shutil.copyfile(migrated, folder / SITE_FILE)
    said = manage(environment, "shell", "--no-imports", "-c", prepare)
    for _ in range(kills + 1):
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "run_worker", "--once"], cwd=ROOT, env=environment
        )
        workers.append(worker)
        worker.wait(timeout=120)
    sink.close()
    return Killed(sink.letters, killed, said)
