"""How the production server runs, for `make run` and for a unit file alike.

Two processes of a few threads each suit one small machine; `WEB_CONCURRENCY` changes the
number of processes, and gunicorn's own flags change everything else.
"""

import gc
import os
from typing import Any

# Both processes share the code that was loaded before they parted: about 50 MB saved.
preload_app = True
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
worker_class = "config.fair_worker.FairWorker"
# Threads wait for the database and for slow readers; more of them only wait for each other.
threads = 4
# Seconds a quiet connection is kept, so that a page and its styles come over one.
keepalive = 5
# Seconds before a stuck process is replaced, and seconds a stopping one may finish its work.
timeout = 60
graceful_timeout = 10
# A process is replaced now and then, at different times, so that memory cannot creep up.
max_requests = 100_000
max_requests_jitter = 20_000

# The sign of life between the processes is a file; in memory it never waits for a disk.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
# Readers are not tracked: no log of who asked for what.
accesslog = None
loglevel = "warning"
# Nothing here is steered through a socket in somebody's home folder.
control_socket_disable = True

# Steps of new objects between two looks for lost ones. Python looks every 700, and each look
# over a whole Django costs more than a small page.
COLLECT_EVERY = 20_000


def pre_fork(server: Any, worker: Any) -> None:
    """Called before each process parts: what was loaded stays, and need not be looked through.

    It also keeps the pages of memory shared, which a collector would write its marks into.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)
