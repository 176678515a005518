"""A clock that stands at a moment of the past, for telling over what happened then.

The moderation log is append-only: the database refuses to change a row, so times cannot be put
right afterwards. They have to be right when the actions write them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """Let `timezone.now()` say `moment` inside the block.

    For a command that does nothing else meanwhile: the clock stands still for every thread.
    """
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
