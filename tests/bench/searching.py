"""What searching costs, with few and with many comments to search in."""

import http.client
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from tests.bench.databases import Named, postgres, sqlite, within_reach
from tests.bench.servers import Server

FEW, MANY = 20_000, 200_000
RATIO_MAX = 3.0  # for ten times as many
MEDIAN_MAX = 100.0  # milliseconds of a page of results, whatever was typed
ROUNDS = 5
FILL = """
from django.db import connection
from tests.bench.talk import prepare
prepare({number})
if connection.vendor == "postgresql":
    connection.cursor().execute("ANALYZE")  # as it does by itself a little later
"""


class Archive:
    """A server of its own with so many comments."""

    def __init__(self, server: Server, said: str) -> None:
        self.server = server
        seconds, *self.queries = said.splitlines()
        self.index_seconds = float(seconds)

    def milliseconds(self) -> list[float]:
        """What a page of results takes for each of the queries."""
        connection = http.client.HTTPConnection(urlsplit(self.server.url).netloc, timeout=60)
        taken = []
        for query in self.queries:
            began = time.perf_counter()
            connection.request("GET", f"/search/?q={quote(query)}")
            answer = connection.getresponse()
            answer.read()
            taken.append((time.perf_counter() - began) * 1000)
            if answer.status != 200:
                raise SystemExit(f"A search for {query} answered {answer.status}.")
        connection.close()
        return taken


def compare_searching(data: Path, manage: Callable[..., str], start: Callable[..., Server]) -> None:
    """Print how long searching takes in many comments, and how much longer than in few.

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
    """Print the figures of one kind of database."""
    few, many = (filled(number, named, manage, start) for number in (FEW, MANY))
    pairs = [(many.milliseconds(), few.milliseconds()) for _ in range(ROUNDS)]
    ours = [statistics.median(each) for each in zip(*(a for a, _ in pairs), strict=True)]
    ratio = statistics.median(statistics.median(a) / statistics.median(b) for a, b in pairs)
    median, slowest = statistics.median(ours), max(ours)
    told = f"searching on {engine}, {MANY:,} comments against {FEW:,}"
    verdict = "reached" if ratio <= RATIO_MAX else "NOT reached"
    print(f"\n{told:<72} ratio {ratio:.2f}  ({verdict}: at most {RATIO_MAX:g})")
    verdict = "reached" if median <= MEDIAN_MAX else "NOT reached"
    print(f"  a page of results in {MANY:,}: {median:.0f} ms at the median of {len(ours)} queries "
          f"({verdict}: at most {MEDIAN_MAX:g}), {slowest:.0f} ms for the slowest")  # fmt: skip
    print(f"  indexing them took {many.index_seconds:.0f} s", flush=True)
    for archive in (few, many):
        archive.server.stop()


def filled(
    number: int, named: Named, manage: Callable[..., str], start: Callable[..., Server]
) -> Archive:
    """A database with so many comments, and a server over it."""
    environ = named(f"search-{number}")
    manage("migrate", "--verbosity", "0", **environ)
    manage("collectstatic", "--noinput", "--verbosity", "0", **environ)
    said = manage("shell", "--no-imports", "-c", FILL.format(number=number), **environ)
    server = start("config.wsgi:application", **environ)
    server.wait_for("/healthz")
    return Archive(server, said)
