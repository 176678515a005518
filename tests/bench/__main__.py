"""`make bench`: prints one table, each figure as a ratio against a baseline of the same run."""

import argparse
import gzip
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.load import Poster, requests_per_second
from tests.bench.queue import compare
from tests.bench.screening import compare_steps
from tests.bench.searching import compare_searching
from tests.bench.servers import ROOT, Server
from tests.bench.stories import measure_stories

ROUNDS = 3  # alternating, so that a machine that changes speed changes it for both


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4, help="of each measurement")
    parser.add_argument("--articles", type=int, default=2000, help="with 25 comments each")
    parser.add_argument("--data", type=Path, help="a folder to seed once and use again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="commonthread-bench-") as temporary:
        data = (options.data or Path(temporary)).resolve()
        Bench(data, options.seconds).run(options.articles)


class Bench:
    """One run: seeds, starts the servers, measures in turns, prints, and ends the servers."""

    def __init__(self, data: Path, seconds: float) -> None:
        self.data, self.seconds = data, seconds
        self.pages = data / "pages"
        self.pages.mkdir(parents=True, exist_ok=True)
        self.environ = {"DATA_DIR": str(data), "TRUSTED_PROXIES": "127.0.0.1"}
        self.servers: list[Server] = []

    def run(self, articles: int) -> None:
        self.seed(articles)
        try:
            self.measure()
        finally:
            for server in self.servers:
                server.stop()

    def manage(self, *arguments: str, **environ: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | self.environ | environ,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)} failed.")
        return done.stdout

    def seed(self, articles: int) -> None:
        if not (self.data / "seeded").exists():
            print(f"Seeding {articles} articles and the large threads …", flush=True)
            self.manage("migrate", "--verbosity", "0")
            plan = ["--articles", str(articles), "--comments", str(25 * articles)]
            print(self.manage("seed_benchmark", *plan), end="")
            (self.data / "seeded").touch()
        self.manage("collectstatic", "--noinput", "--verbosity", "0")

    def start(self, application: str, **environ: str) -> Server:
        server = Server(application, self.environ | environ)
        self.servers.append(server)
        return server

    def measure(self) -> None:
        product = self.start("config.wsgi:application")
        anew = self.start("config.wsgi:application", KEEP_FINISHED_PAGES="0")
        large = "/articles/large-thread-10000/"
        page = product.wait_for(large)
        anew.wait_for(large)
        (self.pages / "page").write_bytes(page)
        bare = self.start("tests.bench.bare:application", BENCH_PAGES=str(self.pages))
        if bare.wait_for("/pages/page") != page:
            raise SystemExit("The baseline does not return the same bytes.")
        comments = page.count(b'<article class="comment')
        print(f"\nThe first page of the 10,000 thread: {comments} comments, {len(page):,} bytes.\n")
        get = self.get
        self.row(
            "kept page, against the bare view", get(product, large), get(bare, "/pages/page"), 0.4
        )
        self.row(
            "made anew, against a plain template", get(anew, large), get(bare, "/template"), 0.6
        )
        small = "/articles/large-thread-100/"
        self.row("10,000 thread, against 100, kept", get(product, large), get(product, small), 0.9)
        self.row("10,000 thread, against 100, anew", get(anew, large), get(anew, small), 0.9)
        self.posting(product, bare)
        resident, proportional = product.memory()
        print(f"\nMemory of the two server processes after load: {resident:.0f} MiB resident, "
              f"{proportional:.0f} MiB with shared pages counted once (at most 180)")  # fmt: skip
        self.first_visit(product, page)
        compare(self.data, self.manage, self.start)
        compare_steps()
        print(self.manage("shell", "--no-imports", "-c", ASK), end="")
        measure_stories(self.data, self.manage)
        compare_searching(self.data, self.manage, self.start)

    def get(self, server: Server, address: str) -> Callable[[], float]:
        return lambda: requests_per_second(server.url + address, self.seconds)

    def posting(self, product: Server, bare: Server) -> None:
        cookies = self.manage("shell", "--no-imports", "-c", SIGN_IN).split()
        addresses = self.manage("shell", "--no-imports", "-c", POSTED_TO).split()
        poster = Poster(product.url, addresses, cookies)
        plain = Poster(bare.url, ["/insert"], [])
        for writers, wanted in ((1, 150), (4, 250)):
            posts = self.row(
                f"posts by {writers}, against bare inserts",
                lambda writers=writers: poster.per_second(writers, self.seconds),
                lambda writers=writers: plain.per_second(writers, self.seconds),
                None,
            )
            print(f"  {'reached' if posts >= wanted else 'NOT reached'}: {wanted} posts a second")
        waiting = self.manage("shell", "--no-imports", "-c", COUNT_WAITING).strip()
        print(f"  of {poster.number} posts {waiting} wait for a moderator")

    def row(
        self,
        name: str,
        measured: Callable[[], float],
        baseline: Callable[[], float],
        wanted: float | None,
    ) -> float:
        """Measure both in turns, print the medians and the median of the ratios; returns ours."""
        pairs = [(measured(), baseline()) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        verdict = (
            ""
            if wanted is None
            else f"  ({'reached' if ratio >= wanted else 'NOT reached'}: {wanted})"
        )
        print(
            f"{name:<52} {ours:>8,.0f}/s {theirs:>8,.0f}/s  ratio {ratio:.2f}{verdict}", flush=True
        )
        return ours

    def first_visit(self, product: Server, page: bytes) -> None:
        """HTML, CSS and JS of a first visit, compressed as they are sent."""
        addresses = sorted(set(re.findall(rb'(?:href|src)="(/static/[^"]+\.(?:css|js))"', page)))
        sizes = {"page": len(gzip.compress(page, 6))}
        for address in addresses:
            sizes[address.decode()] = len(gzip.compress(product.wait_for(address.decode()), 6))
        print(f"A first visit, compressed: {sum(sizes.values()) / 1000:.1f} kB (at most 40): "
              f"page {sizes['page'] / 1000:.1f}, {len(addresses)} files of CSS and JS")  # fmt: skip


SIGN_IN = """
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from community.members.sessions.engine import SessionStore
from community.models import Member
for member in Member.objects.order_by("pk")[:500]:
    session = SessionStore()
    session[SESSION_KEY] = str(member.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = member.get_session_auth_hash()
    session.save()
    print(session.session_key)
"""
POSTED_TO = """
from articles.models import Article
for slug in Article.objects.filter(slug__startswith="synthetic-").values_list("slug", flat=True)[:99]:
    print(f"/articles/{slug}/comments/")
"""
ASK = """
from tests.bench.asking import compare_asking
compare_asking()
"""
COUNT_WAITING = """
from community.models import Comment
print(Comment.objects.pending().count())
"""

if __name__ == "__main__":
    main()
