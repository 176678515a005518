"""Static files, which no test changes, are looked for once in each process."""

from collections.abc import Iterator

import pytest
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile


@pytest.fixture(autouse=True, scope="session")
def files_found_once() -> Iterator[None]:
    """Every test client loads the middleware, which else takes as long as the page it asks for."""
    find = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[str, StaticFile] = {}

    def find_once(self: WhiteNoiseMiddleware) -> None:
        if not found:
            find(self)
            found.update(self.files)
        self.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", find_once)
        yield
