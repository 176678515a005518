"""gunicorn's worker with threads, taking no more than its share of the connections."""

import socket
import time

from gunicorn.workers.gthread import ThreadWorker

# A process that is awake sees a new connection sooner than one that sleeps. Without a pause it
# takes them all, and the other processor stands idle.
PAUSE_SECONDS = 0.0001  # for each connection it has; waking up takes about as long
LONGEST_PAUSE_SECONDS = 0.001


class FairWorker(ThreadWorker):  # type: ignore[misc]
    """Leaves a new connection to a process with fewer of them, if that is awake."""

    def accept(self, listener: socket.socket) -> None:
        """Called when a connection waits; finds none when another process was faster."""
        time.sleep(min(self.nr_conns * PAUSE_SECONDS, LONGEST_PAUSE_SECONDS))
        super().accept(listener)
