"""Headers have a cap, and nothing is waited for longer than there is time."""

import itertools
import socket

import pytest

from common.net import FetchFailed, fetch
from common.net.deadline import Deadline
from common.net.timed_socket import MAX_HEADER_BYTES, TimedSocket
from tests.common.net.sites import page, slowly


def test_max_header_bytes_end_reading(site, memory):
    line = "X: " + "x" * 995
    lines = MAX_HEADER_BYTES // 1000
    site.pages["/"] = page(b"words", *[line] * (lines - 1))
    assert fetch(site.address(), rules=site.rules(), memory=memory).content == b"words"
    site.pages["/"] = page(b"words", *[line] * (lines + 1))
    with pytest.raises(FetchFailed, match="cannot be read"):
        fetch(site.address(), rules=site.rules(), memory=memory)


def test_too_many_headers_end_reading(site, memory):
    site.pages["/"] = page(b"words", *["X: x"] * 200)
    with pytest.raises(FetchFailed):
        fetch(site.address(), rules=site.rules(), memory=memory)


@pytest.mark.parametrize("endless", [b"HTTP/1.1 100 Continue\r\n\r\n", b"x", b"X: x\r\n"])
def test_headers_without_end_are_not_read_for_ever(site, memory, endless):
    site.pages["/"] = lambda: itertools.repeat(endless * 1000)
    with pytest.raises(FetchFailed):
        fetch(site.address(), rules=site.rules(), memory=memory)


def test_slow_headers_are_cut_off(site, memory):
    site.pages["/"] = lambda: slowly(page(b"words", "X: " + "x" * 1000), 0.05)
    with pytest.raises(FetchFailed, match="longer than 0.5 seconds"):
        fetch(site.address(), rules=site.rules(seconds=0.5), memory=memory)


def test_silence_is_cut_off(site, memory):
    site.pages["/"] = lambda: slowly(b"  ", 3)
    with pytest.raises(FetchFailed, match="longer than 0.3 seconds"):
        fetch(site.address(), rules=site.rules(seconds=0.3), memory=memory)


def test_chunks_without_content_are_cut_off_after_twice_the_cap(site, memory):
    start = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
    site.pages["/"] = lambda: itertools.chain([start], itertools.repeat(b"X: x\r\n" * 100))
    with pytest.raises(FetchFailed, match="cannot be read"):
        fetch(site.address(), rules=site.rules(max_bytes=1000), memory=memory)


def test_sending_is_cut_off_when_nobody_reads():
    here, there = socket.socketpair()
    with here, there, pytest.raises(FetchFailed, match="longer"):
        TimedSocket(here, Deadline(0.2)).sendall(bytes(10_000_000))
