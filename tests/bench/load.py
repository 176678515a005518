"""Load on 127.0.0.1: bounded in time, and over when it returns.

Reading uses wrk where it is installed, because a generator in Python takes as much of the
machine as the server it measures; without it, a few plain sockets in a process of their own.
"""

import http.client
import multiprocessing
import random
import re
import shutil
import string
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

CONNECTIONS = 8
WORDS = """My mornings are slow, whatever I do the evening before. What helped me most was to stop
counting hours of sleep and to look at how I felt by noon instead.

My neighbour laughs about it. I let her; she has not walked a week in my shoes yet, and I hope
that she never has to. Does anybody else find the second day after a long walk the worst one?"""
OWN_WORDS = WORDS.split()


def requests_per_second(url: str, seconds: float) -> float:
    """How many GETs a second the server answers; every answer must be a 200."""
    if wrk := shutil.which("wrk"):
        command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds:g}s", url]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"{url} did not answer well:\n{said}")
        found = re.search(r"Requests/sec:\s+([\d.]+)", said)
        assert found
        return float(found[1])
    with multiprocessing.Pool(1) as pool:
        return pool.apply(plain_load, (url, seconds))


def plain_load(url: str, seconds: float) -> float:
    """The same with Python's own HTTP client, one connection a thread."""
    parts = urlsplit(url)

    def get(connection: http.client.HTTPConnection) -> None:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status

    return loop(parts.netloc, get, CONNECTIONS, seconds)


def loop(
    host: str, work: Callable[[http.client.HTTPConnection], None], threads: int, seconds: float
) -> float:
    """Do `work` over and over on `threads` connections; returns how often a second."""
    counts = [0] * threads
    end = time.monotonic() + seconds

    def run(number: int) -> None:
        connection = http.client.HTTPConnection(host, timeout=30)
        while time.monotonic() < end:
            work(connection)
            counts[number] += 1

    began = time.monotonic()
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(run, range(threads)):  # raises what went wrong in any of them
            pass
    return sum(counts) / (time.monotonic() - began)


class Poster:
    """Posts comments as members in turn, each text another one."""

    def __init__(self, url: str, addresses: list[str], cookies: list[str]) -> None:
        self.host = urlsplit(url).netloc
        self.addresses, self.cookies = addresses, cookies
        self.number = 0
        # A folder may be used again, and the same words again would be the same comment.
        self.run = "".join(random.choices(string.ascii_lowercase, k=10))
        self.lock = threading.Lock()

    def per_second(self, writers: int, seconds: float) -> float:
        """Accepted posts a second with so many writers at once."""
        return loop(self.host, self.post, writers, seconds)

    def post(self, connection: http.client.HTTPConnection) -> None:
        with self.lock:
            self.number += 1
            number = self.number
        # Screening holds a text that is nearly an earlier one, so the words come in a new order.
        words = f"{number}: {self.run}. {' '.join(random.sample(OWN_WORDS, len(OWN_WORDS)))}"
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{self.host}",
        }
        if self.cookies:
            headers["Cookie"] = f"sessionid={self.cookies[number % len(self.cookies)]}"
        address = self.addresses[number % len(self.addresses)]
        connection.request("POST", address, urlencode({"comment": words}), headers)
        answer = connection.getresponse()
        answer.read()
        assert answer.status in (200, 302), answer.status
