"""Whether the index of search is as it should be when a test is over."""

from collections.abc import Iterator

import pytest


@pytest.fixture
def index_is_right(db: None) -> Iterator[None]:
    """When the test is over, the index says what readers can see, and nothing else."""
    from community.search.rebuilding import check_index

    yield
    assert check_index() == []
