"""The worker is killed between handing an issue over and marking it: nobody gets it twice.

`ISSUE_KILLS=20` in the environment kills it more often.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tests.community.notifications.letters.test_killed import ROOT, manage
from tests.smtp_sink import Sink

KILLS = int(os.environ.get("ISSUE_KILLS", "1"))
SUBSCRIBERS = KILLS + 2
PREPARE = f"""
from django.utils import timezone
from articles.library.actions import create_article, publish_article
from articles.models import Subscriber
from articles.newsletter.actions import create_issue, pick_article, schedule_issue
now = timezone.now()
Subscriber.objects.bulk_create([
    Subscriber(email=f"reader{{number}}@people.example", salt="s", agreed_at=now, confirmed_at=now)
    for number in range({SUBSCRIBERS})
])
issue = create_issue(title="News")
article = publish_article(article=create_article(title="A", body_html="<p>B.</p>"))
pick_article(issue=issue, article=article)
schedule_issue(issue=issue, at=now)
"""


@pytest.mark.looks
def test_nobody_gets_an_issue_twice_from_a_worker_that_is_killed(tmp_path: Path) -> None:
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
    manage(environment, "shell", "--no-imports", "-c", PREPARE)
    for _ in range(KILLS + 1):
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "run_worker", "--once"], cwd=ROOT, env=environment
        )
        workers.append(worker)
        worker.wait(timeout=120)
    sink.close()
    receivers = Counter(letter["To"] for letter in sink.letters)
    (file,) = tmp_path.glob("*.sqlite3")
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT state FROM articles_delivery").fetchall()
    states = Counter(state for (state,) in rows)
    assert kills == KILLS
    assert len(receivers) == sum(receivers.values()) == SUBSCRIBERS
    assert states == {"handing": KILLS, "sent": 2}
