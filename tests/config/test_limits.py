"""Limits of the machine that people can meet. See docs/limits.md."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles.models import Article
from community.members.models import Member
from community.threads.models import Comment, Thread
from config import env
from config.settings import DATA_UPLOAD_MAX_MEMORY_SIZE

URLENCODED = "application/x-www-form-urlencoded"


def form_of(size: int, **fields: str) -> str:
    """A form as a browser sends it, filled up to `size` bytes."""
    sent = urlencode({**fields, "comment": ""})
    return sent + "x" * (size - len(sent))


def test_a_form_that_is_far_too_large_is_told_so_and_nothing_is_stored(thread: Thread) -> None:
    address = f"/articles/{thread.article.slug}/comments/"

    def send(size: int) -> tuple[int, str]:
        response = Client().post(address, form_of(size, name="Gus"), content_type=URLENCODED)
        return response.status_code, response.content.decode()

    status, page = send(DATA_UPLOAD_MAX_MEMORY_SIZE)
    assert status == 200 and "Please make two of it" in page and "x" * 2_000_000 in page
    status, page = send(DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert status == 413 and "A form can send us 2.5 MB" in page
    assert "go back one page: your words should still be there" in page
    assert not Comment.objects.exists()


def test_a_form_of_the_desk_that_is_far_too_large_is_told_so(
    stefan: Member, article: Article, settings: Settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    client = Client(enforce_csrf_checks=True)  # whose check reads the form before the view does
    client.force_login(stefan)
    address = reverse("desk_edit", args=[article.pk])
    client.get(address)
    body = form_of(DATA_UPLOAD_MAX_MEMORY_SIZE + 1, title="Walks")
    assert client.post(address, body, content_type=URLENCODED).status_code == 413


def test_another_request_that_django_refuses_gets_the_page_for_mistyped_addresses(
    db: None, client: Client
) -> None:
    response = client.get("/", headers={"Host": "elsewhere.example"})
    assert response.status_code == 400
    assert "That address was not one we understand" in response.content.decode()


@pytest.fixture
def writers(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[float], Any]]:
    """Gives connections to one SQLite file that wait so many seconds for their turn."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    opened = []

    def connect(patience: float) -> DatabaseWrapper:
        monkeypatch.setattr(env, "SQLITE_BUSY_SECONDS", patience)
        values = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "TEST": {}}
        opened.append(DatabaseWrapper(values | env.database(tmp_path), "another"))
        opened[-1].inc_thread_sharing()
        return opened[-1]

    yield connect
    for connection in opened:
        connection.close()


def test_a_writer_waits_for_its_turn_and_not_for_ever(writers: Callable[[float], Any]) -> None:
    real = env.SQLITE_BUSY_SECONDS
    with writers(real).cursor() as first:
        assert first.execute("PRAGMA busy_timeout").fetchone()[0] == real * 1000
        first.execute("CREATE TABLE words (word TEXT)")
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):  # gets the calm page, see 503
            writers(0.2).cursor().execute("INSERT INTO words VALUES ('impatient')")
        threading.Timer(0.3, lambda: first.execute("COMMIT")).start()
        writers(real).cursor().execute("INSERT INTO words VALUES ('patient')")
        assert first.execute("SELECT word FROM words").fetchall() == [("patient",)]
