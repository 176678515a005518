"""People who have signed in, and a document to bring in."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from articles.importing.reading import Document
from community.desk.importing import import_document
from community.desk.results import ImportResult, Options
from community.members.models import Member

WALKS = b"""Short walks help more than long ones

Ten minutes are enough, says a group from the harbour, and nobody had to run for it.

What they did

They walked to the corner, rested on the bench, and walked back home again.

Subscribe to our newsletter

Comments

1. I tried it and it helped me more than any pill did.

   - How long did you walk on the first day?

2. Not for me, my knees hurt too much.
"""


@pytest.fixture
def at_desk(stefan: Member, settings: Any, tmp_path: Path) -> Client:
    """Stefan, signed in. The second factor has tests of its own; uploads go to a scratch folder."""
    settings.SECOND_FACTOR_REQUIRED = False
    settings.DATA_DIR = tmp_path
    cache.clear()  # keys come again in every test, and with them the pages kept under them
    client = Client()
    client.force_login(stefan)
    return client


@pytest.fixture
def walks() -> bytes:
    """A saved page: two paragraphs, a sub-heading, three comments, and a line of the site's."""
    return WALKS


@pytest.fixture
def bring_in(db: None) -> Any:
    """Import a document as the command does; gives the result."""

    def work(data: bytes, name: str = "walks.txt", **options: Any) -> ImportResult:
        result = ImportResult()
        for _ in import_document(Document(name, data), Options(**options), result):
            pass
        return result

    return work
