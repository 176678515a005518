"""One end for everything that belongs to one fetch."""

import pytest

from common.net import FetchFailed
from common.net.deadline import Deadline


def test_time_runs_out():
    now = 100.0
    deadline = Deadline(10, clock=lambda: now)
    assert deadline.left() == 10
    now = 109.5
    assert deadline.left() == 0.5
    now = 110.0
    with pytest.raises(FetchFailed, match="longer than 10 seconds"):
        deadline.left()
