"""One bootstrap at a time in one folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.bootstrap.words import say


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, waiting for whoever holds it now.

    The system gives the lock up when its holder dies, so it can never be left behind.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _wait_for(handle)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another start is preparing this folder. Waiting for it to finish ...")
        fcntl.flock(handle, fcntl.LOCK_EX)
