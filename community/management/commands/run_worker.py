"""manage.py run_worker"""

import logging
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from articles.ask.encoder.reading import read_articles
from articles.newsletter.announcing import announce_articles
from articles.newsletter.sending import send_newsletter
from articles.search.words import count_words
from articles.stories.neighbours import relate_articles
from articles.stories.proposing import propose_stories
from community.desk.actions import publish_due_articles
from community.desk.runs.working import work_on_runs
from community.desk.sources.polling import visit_due_feeds
from community.moderation.learning.actions import learn_from_news
from community.moderation.promise.actions import count_promise
from community.notifications.letters.sending import gather_letters, send_waiting_letters
from community.notifications.team_alerts import alert_team
from community.notifications.telling import tell_waiting_events
from community.old_words.actions import carry_out_old_erasures, send_proofs
from community.own_data.actions import send_erasure_letters
from community.own_data.downloading import prepare_downloads
from community.own_data.erasing import carry_out_erasures
from community.own_data.guests import take_back_for_guests
from community.retention.forgetting import forget_what_is_over
from community.search.rebuilding import keep_index
from community.threads.renewing import renew_outdated
from community.threads.second_thoughts.appearing import show_due_comments

logger = logging.getLogger("community.worker")

IDLE_SECONDS = 1.0  # how soon after a decision its mail leaves

# What is done again after so many seconds.
REGULARLY: tuple[tuple[Callable[[], object], float], ...] = (
    (forget_what_is_over, 3600.0),
    (count_promise, 600.0),
    (learn_from_news, 300.0),
    (propose_stories, 20.0),
    (relate_articles, 20.0),
    (alert_team, 10.0),
    (gather_letters, 60.0),
    (announce_articles, 60.0),
    (send_erasure_letters, 2.0),
    (prepare_downloads, 2.0),
    (carry_out_erasures, 60.0),
    (send_proofs, 2.0),
    (carry_out_old_erasures, 10.0),
    (take_back_for_guests, 60.0),
    (publish_due_articles, 20.0),
    (show_due_comments, 5.0),
    (renew_outdated, 5.0),
    (keep_index, 3600.0),
    (count_words, 600.0),
)

# What is done again as soon as there is anything to do.
AT_ONCE: tuple[Callable[[], int], ...] = (
    tell_waiting_events,
    send_waiting_letters,
    send_newsletter,
)


class Command(BaseCommand):
    help = (
        "Does the work behind the pages until it is stopped: sends mail about what happened, "
        "tells the team who waits, counts what is promised to writers, learns from decisions, "
        "reads and stores what staff bring in, visits feeds, publishes what is due, "
        "keeps the index of search, compares new articles with the others, "
        "and forgets what is not to be kept. "
        "Safe to stop at any moment, and to run more than once. "
        "With --once it does what is due and ends."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due, then end.")

    def handle(self, *, once: bool, **options: Any) -> None:
        if once:
            work_once()
            return
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        # Apart, so that no mail waits for an export of thousands of articles.
        threading.Thread(target=keep_importing, args=(stop,), daemon=True).start()
        keep_working(stop)


def work_once() -> None:
    """Do everything that is due, and end."""
    for work, _ in REGULARLY:
        attempt(work)
    attempt(visit_due_feeds)
    while any(attempt(work) for work in (*AT_ONCE, work_on_runs, read_articles)):
        pass


def keep_working(stop: threading.Event) -> None:
    """Do what is due, again and again."""
    next_times = dict.fromkeys((work for work, _ in REGULARLY), 0.0)
    busy = 0
    while not stop.wait(0 if busy else IDLE_SECONDS):
        for work, seconds in REGULARLY:
            if time.monotonic() >= next_times[work]:
                attempt(work)
                next_times[work] = time.monotonic() + seconds
        busy = sum(attempt(work) for work in AT_ONCE)


def keep_importing(stop: threading.Event) -> None:
    """Work on the runs of the desk, visit feeds, and read articles for answers, until the worker is stopped.

    A run that is under way then is taken up where it was by the next worker.
    """
    works = (work_on_runs, visit_due_feeds, read_articles)
    while not stop.wait(0 if any(attempt(work) for work in works) else IDLE_SECONDS):
        pass
    connection.close()


def attempt(work: Any) -> Any:
    """Do one piece of work; a database that is away for a moment does not end the worker."""
    close_old_connections()
    try:
        return work()
    except Exception:
        logger.exception("%s failed; it is tried again.", work.__name__)
        return 0
