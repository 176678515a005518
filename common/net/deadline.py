"""One end for everything that belongs to one fetch."""

import time
from collections.abc import Callable

from common.net.errors import FetchFailed


class Deadline:
    """A moment after which nothing is waited for any more, `seconds` from now."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """The seconds that are left, more than 0. Raises `FetchFailed` when none are."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> FetchFailed:
        """The error that says that the time is over."""
        return FetchFailed(
            f"The site took longer than {self._seconds:g} seconds to answer. Try again later."
        )
