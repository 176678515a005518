"""The worker is killed between handing a letter over and marking it: nothing is lost, nothing renamed.

`LETTER_KILLS=20` in the environment kills it more often.
"""

import os
import signal
import subprocess
import sys
from collections import Counter
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tests.smtp_sink import Sink

ROOT = Path(__file__).parents[4]
KILLS = int(os.environ.get("LETTER_KILLS", "2"))
LETTERS = KILLS + 2
PREPARE = f"""
from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.placing import open_thread
article = publish_article(article=create_article(title="A", body_html="<p>B.</p>"))
thread = open_thread(article)
for number in range({LETTERS}):
    name = f"Reader{{number}}"
    person = Member.objects.create_user(f"{{name}}@people.example", name, approved_posts=5, must_agree=False)
    first = post_comment(thread=thread, author=person, text=f"Question {{number}}").comment
    name = f"Writer{{number}}"
    writer = Member.objects.create_user(f"{{name}}@people.example", name, approved_posts=5, must_agree=False)
    post_comment(thread=thread, author=writer, text=f"Answer {{number}} to that", parent=first)
from community.threads.models import Comment
print(Comment.objects.filter(state="visible", depth=1).count())
"""


def manage(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.looks
def test_every_letter_goes_out_and_a_double_has_the_same_name(tmp_path: Path) -> None:
    workers: list[subprocess.Popen[Any]] = []
    kills = 0

    def kill_sender(letter: Message) -> None:
        nonlocal kills
        if kills < KILLS:
            kills += 1
            os.kill(workers[-1].pid, signal.SIGKILL)

    sink = Sink(on_letter=kill_sender)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "SITE_URL"},
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "",
        "EMAIL_URL": sink.url,
        "DEBUG": "true",
    }
    manage(environment, "migrate", "-v0")
    expected = int(manage(environment, "shell", "--no-imports", "-c", PREPARE).split()[-1])
    assert expected == LETTERS
    for _ in range(KILLS + 1):
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "run_worker", "--once"], cwd=ROOT, env=environment
        )
        workers.append(worker)
        worker.wait(timeout=120)
    sink.close()
    names = Counter(letter["Message-ID"] for letter in sink.letters)
    receivers = {letter["To"] for letter in sink.letters}
    assert kills == KILLS
    assert len(names) == LETTERS
    assert len(receivers) == LETTERS
    assert sum(names.values()) == LETTERS + KILLS
