"""The worker is killed between handing an issue over and marking it: nobody gets it twice.

`ISSUE_KILLS=20` in the environment kills it more often.
"""

import os
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.killing import kill_while_sending

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
def test_nobody_gets_an_issue_twice_from_a_worker_that_is_killed(
    tmp_path: Path, migrated_file: Path
) -> None:
    came = kill_while_sending(tmp_path, migrated=migrated_file, prepare=PREPARE, kills=KILLS)
    receivers = Counter(letter["To"] for letter in came.letters)
    (file,) = tmp_path.glob("*.sqlite3")
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute("SELECT state FROM articles_delivery").fetchall()
    states = Counter(state for (state,) in rows)
    assert came.kills == KILLS
    assert len(receivers) == sum(receivers.values()) == SUBSCRIBERS
    assert states == {"handing": KILLS, "sent": 2}
