"""What the moderators' queue costs, with few and with many comments waiting."""

import http.client
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.servers import Server

FEW, MANY = 50, 5_000
RATIO_MAX = 2.0
ROUNDS, LOOKS = 5, 10

# Prints a session key, the address of a case, and how many statements the list takes.
FILL = """
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from articles.library.actions import create_article
from community.desk.actions import publish_article
from community.members.models import Member
from community.threads.models import Comment
from community.threads.placing import open_thread
from tests.moderation_pages import QUEUE, fill
number = {number}
settings.ALLOWED_HOSTS = ["*"]
settings.SECURE_SSL_REDIRECT = False
moderator, _ = Member.objects.get_or_create(
    email="moderator@benchmark.example",
    defaults=dict(pseudonym="Moderator", pseudonym_key="moderator", role="moderator", password="!"),
)
if not Comment.objects.exists():
    article = create_article(title="A queue", body_html="<p>Words.</p>")
    publish_article(article=article, editor=None)
    fill(open_thread(article), number)
client = Client()
client.force_login(moderator)
client.get(QUEUE)
with CaptureQueriesContext(connection) as queries:
    assert client.get(QUEUE).status_code == 200
case = Comment.objects.waiting().order_by("-urgency", "waiting_since", "pk").first()
print(client.cookies[settings.SESSION_COOKIE_NAME].value, case.pk, len(queries))
"""


class Queue:
    """A server of its own with so many waiting comments."""

    def __init__(self, server: Server, session: str, case: str, queries: str) -> None:
        self.server, self.session = server, session
        self.case, self.queries = f"/moderation/comments/{case}/", queries

    def seconds(self, path: str) -> float:
        """What one look takes, the median of some."""
        connection = http.client.HTTPConnection(urlsplit(self.server.url).netloc, timeout=60)
        taken = []
        for _ in range(LOOKS):
            began = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": f"sessionid={self.session}"})
            answer = connection.getresponse()
            answer.read()
            taken.append(time.perf_counter() - began)
            if answer.status != 200:
                raise SystemExit(f"{path} answered {answer.status}.")
        return statistics.median(taken)


def compare(data: Path, manage: Callable[..., str], start: Callable[..., Server]) -> None:
    """Print how much longer the queue and a case take with many waiting than with few.

    `manage` runs a command and `start` a server, both with more of an environment.
    """
    queues = []
    for number in (FEW, MANY):
        folder = str(data / f"queue-{number}")
        Path(folder).mkdir(exist_ok=True)
        manage("migrate", "--verbosity", "0", DATA_DIR=folder)
        manage("collectstatic", "--noinput", "--verbosity", "0", DATA_DIR=folder)
        said = manage("shell", "--no-imports", "-c", FILL.format(number=number), DATA_DIR=folder)
        server = start("config.wsgi:application", DATA_DIR=folder)
        server.wait_for("/healthz")
        queues.append(Queue(server, *said.split()))
    few, many = queues
    print()
    for name, of_few, of_many in (
        ("list of the queue", "/moderation/", "/moderation/"),
        ("a case", few.case, many.case),
    ):
        pairs = [(many.seconds(of_many), few.seconds(of_few)) for _ in range(ROUNDS)]
        ratio = statistics.median(a / b for a, b in pairs)
        theirs = statistics.median(b for _, b in pairs) * 1000
        verdict = "reached" if ratio <= RATIO_MAX else "NOT reached"
        print(f"{name}, {MANY:,} waiting against {FEW} ({theirs:.0f} ms)".ljust(70)
              + f"ratio {ratio:.2f}  ({verdict}: at most {RATIO_MAX:g})", flush=True)  # fmt: skip
    print(f"statements for the list: {many.queries} and {few.queries} (at most 15)")
