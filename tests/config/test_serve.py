"""The real site, from an empty data folder to a page, as `make run` starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120


class Site:
    """A bootstrap that serves the real site with this test's data."""

    def __init__(self, data: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        inherited = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "SECRET_KEY")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.serve", "--bind", self.address],
            cwd=ROOT,
            env=inherited | {"DATA_DIR": str(data), "SITE_URL": f"http://{self.address}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def get(self, path: str) -> str:
        """The page at `path`, waiting for the server to start."""
        while self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://{self.address}{path}", timeout=10) as page:
                    text: str = page.read().decode()
                    return text
            except urllib.error.URLError:
                time.sleep(0.05)
        raise AssertionError(self.process.communicate()[0])

    def stop(self) -> str:
        """Stop it, and give what it said."""
        self.process.send_signal(signal.SIGTERM)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return said


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The site over an empty data folder."""
    site = Site(tmp_path / "data")
    yield site
    site.process.kill()
    site.process.communicate(timeout=PATIENCE)


def test_an_empty_folder_becomes_a_site_with_a_sample_to_look_at(
    site: Site, tmp_path: Path
) -> None:
    front = site.get("/")
    article = re.search(r'href="(/articles/[^/"]+/)"', front)
    assert article, "the front page links to an article of the sample"
    assert "<h1" in site.get(article[1])
    said = site.stop()
    assert "sample" in said and "/account/login/" in said
    assert site.process.returncode == 0
    assert "Traceback" not in said


def test_a_database_that_cannot_be_opened_ends_with_words_not_a_page(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "commonthread.sqlite3").write_text("this is no database " * 100)
    site = Site(tmp_path / "data")
    said, _ = site.process.communicate(timeout=PATIENCE)
    assert site.process.returncode != 0
    assert "database" in said
