"""What is remembered of sites between two fetches: their robots.txt, and when they want peace.

In memory only, and of each process: nothing here would be missed after a restart.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from common.net.robots import Robots

# RFC 9309 allows a day; an owner who has changed the file should not wait that long.
MAX_ROBOTS_AGE_SECONDS = 60 * 60

# Characters of all of them together, so that sites with long files cannot fill the memory.
MAX_ROBOTS_KEPT = 4_000_000

MAX_PAUSES_KEPT = 10_000


class Memory:
    """May be shared by threads. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._robots: OrderedDict[str, tuple[float, Robots]] = OrderedDict()
        self._robots_size = 0
        self._pauses: OrderedDict[str, float] = OrderedDict()

    def robots_of(self, origin: str) -> Robots | None:
        """The rules of this origin, unless they are unknown or too old."""
        with self._lock:
            read_at, robots = self._robots.get(origin, (0.0, None))
            is_fresh = self._clock() - read_at < MAX_ROBOTS_AGE_SECONDS
            return robots if is_fresh else None

    def keep_robots(self, origin: str, robots: Robots) -> None:
        """Remember the rules of this origin, and forget the oldest ones where it gets too much."""
        with self._lock:
            self._forget_robots(origin)
            self._robots[origin] = (self._clock(), robots)
            self._robots_size += robots.size
            while self._robots_size > MAX_ROBOTS_KEPT:
                self._forget_robots(next(iter(self._robots)))

    def pause_of(self, host: str) -> float:
        """The seconds that this host wants no question for, 0 if it said nothing."""
        with self._lock:
            return max(0.0, self._pauses.get(host, 0.0) - self._clock())

    def keep_pause(self, host: str, seconds: float) -> None:
        """Remember that this host wants no question for so long."""
        with self._lock:
            self._pauses[host] = self._clock() + seconds
            self._pauses.move_to_end(host)
            while len(self._pauses) > MAX_PAUSES_KEPT:
                self._pauses.popitem(last=False)

    def _forget_robots(self, origin: str) -> None:
        kept = self._robots.pop(origin, None)
        if kept:
            self._robots_size -= kept[1].size
