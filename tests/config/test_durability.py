"""What was acknowledged is still there after every process was killed at once."""

import http.client
import shutil
import signal
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.config.conftest import RealServer
from tests.migrated_once import SITE_FILE

WRITERS = 4
WRITING_SECONDS = 1.5
ROUNDS = 3

LAST_WORDS = """
from community.models import Comment, OutboxEvent, Thread
for comment in Comment.objects.filter(author_name="Gus"):
    assert OutboxEvent.objects.filter(kind="comment_posted", subject_id=comment.pk).count() == 1
    print(comment.body)
for thread in Thread.objects.all():
    comments = Comment.objects.filter(thread=thread)
    assert thread.comment_count == comments.visible().filter(is_opening=False).count()
    assert thread.article is None or thread.article.comment_count == thread.comment_count
    assert thread.last_number >= comments.count()
"""
FIRST_ARTICLE = """
from articles.models import Article
from community.desk.sample import load
load()
print(Article.objects.filter(state="published").first().slug)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def write_until_killed(server: RealServer, address: str, name: str, heard: list[str]) -> None:
    """Post one text after the other, and note each that the server said it had."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    headers["Origin"] = f"http://127.0.0.1:{server.port}"
    with closing(server.connect()) as connection:
        for number in range(10_000):
            text = f"{name}, thought number {number}"
            body = urlencode({"name": "Gus", "comment": text})
            try:
                connection.request("POST", address, body, headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                return
            assert answer.status == 302, answer.status
            heard.append(text)


def test_no_acknowledged_word_is_lost_when_everything_is_killed(
    real_server: RealServer, migrated_file: Path
) -> None:
    real_server.data.mkdir()
    shutil.copyfile(migrated_file, real_server.data / SITE_FILE)
    slug = real_server.manage("shell", "--no-imports", "-c", FIRST_ARTICLE).splitlines()[-1]
    heard: list[str] = []
    for turn in range(ROUNDS):
        real_server.start()
        writers = [
            threading.Thread(
                target=write_until_killed,
                args=(real_server, f"/articles/{slug}/comments/", f"{turn} {writer}", heard),
            )
            for writer in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        time.sleep(WRITING_SECONDS)
        real_server.end(signal.SIGKILL)
        for writer in writers:
            writer.join()
    kept = real_server.manage("shell", "--no-imports", "-c", LAST_WORDS).splitlines()
    assert len(heard) > WRITERS * ROUNDS
    assert set(heard) <= set(kept) and len(kept) == len(set(kept))
