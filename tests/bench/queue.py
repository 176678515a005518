"""What the moderators' queue costs, with few and with many comments waiting."""

import http.client
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.databases import Named, postgres, sqlite, within_reach
from tests.bench.servers import Server

FEW, MANY = 50, 5_000
RATIO_MAX = 2.0
ROUNDS, LOOKS = 5, 10
LIST, CASE = "list of the queue", "a case"
STATEMENTS_MAX = {LIST: 15, CASE: 25}  # as the tests of both pages hold them to
POST = "from tests.bench.posting import compare_posting; compare_posting()"

# Prints a session key, the key of a case, and how many statements the list and the case take.
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
from tests.moderation_pages import QUEUE, address, fill
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
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")  # as it does by itself a little later
client = Client()
client.force_login(moderator)
case = Comment.objects.waiting().order_by("-urgency", "waiting_since", "pk").first()
counts = []
for path in (QUEUE, address(case)):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    counts.append(len(queries))
print(client.cookies[settings.SESSION_COOKIE_NAME].value, case.pk, *counts)
"""


class Queue:
    """A server of its own with so many waiting comments."""

    def __init__(self, server: Server, environ: dict[str, str], said: str) -> None:
        self.server, self.environ = server, environ
        self.session, case, of_list, of_case = said.split()
        self.statements = {LIST: int(of_list), CASE: int(of_case)}
        self.paths = {LIST: "/moderation/", CASE: f"/moderation/comments/{case}/"}

    def seconds(self, what: str) -> float:
        """What one look takes, the median of some."""
        path = self.paths[what]
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
        connection.close()
        return statistics.median(taken)


def compare(data: Path, manage: Callable[..., str], start: Callable[..., Server]) -> None:
    """Print how much longer the queue and a case take with many waiting than with few.

    `manage` runs a command and `start` a server, both with more of an environment.
    """
    with sqlite(data) as named:
        compare_on("SQLite", named, manage, start)
    if server := within_reach():
        with postgres(server, data) as named:
            compare_on("PostgreSQL", named, manage, start)
    else:
        print("PostgreSQL: left out, because none was found.")


def compare_on(
    engine: str, named: Named, manage: Callable[..., str], start: Callable[..., Server]
) -> None:
    """Print the ratios on one kind of database, and what screening adds to posting there."""
    print(f"\nOn {engine}:")
    few, many = (filled(number, named, manage, start) for number in (FEW, MANY))
    for what, most in STATEMENTS_MAX.items():
        pairs = [(many.seconds(what), few.seconds(what)) for _ in range(ROUNDS)]
        ratio = statistics.median(a / b for a, b in pairs)
        theirs = statistics.median(b for _, b in pairs) * 1000
        verdict = "reached" if ratio <= RATIO_MAX else "NOT reached"
        told = f"{what}, {MANY:,} waiting against {FEW} ({theirs:.0f} ms)"
        print(f"{told:<72} ratio {ratio:.2f}  ({verdict}: at most {RATIO_MAX:g})")
        counted = [queue.statements[what] for queue in (many, few)]
        print(f"  statements: {counted[0]} and {counted[1]} (at most {most})", flush=True)
    for queue in (few, many):
        queue.server.stop()
    print(manage("shell", "--no-imports", "-c", POST, **few.environ), end="", flush=True)


def filled(
    number: int, named: Named, manage: Callable[..., str], start: Callable[..., Server]
) -> Queue:
    """A database with so many waiting comments, and a server over it."""
    environ = named(f"queue-{number}")
    manage("migrate", "--verbosity", "0", **environ)
    manage("collectstatic", "--noinput", "--verbosity", "0", **environ)
    said = manage("shell", "--no-imports", "-c", FILL.format(number=number), **environ)
    server = start("config.wsgi:application", **environ)
    server.wait_for("/healthz")
    return Queue(server, environ, said)
