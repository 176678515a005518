"""Names are looked up once, and not waited for longer than there is time."""

import socket
import threading

import pytest

from common.net import FetchFailed, FetchRefused, fetch
from common.net.deadline import Deadline
from common.net.resolving import look_up, look_up_in_time


def test_the_system_is_asked_once_and_says_each_address_once(monkeypatch):
    asked = []

    def answer(*args, **kwargs):
        asked.append(args)
        stream = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*stream, ("8.8.8.8", 80)), (*stream, ("1.1.1.1", 80)), (*stream, ("8.8.8.8", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert look_up("news.example", 80) == ["8.8.8.8", "1.1.1.1"]
    assert asked == [("news.example", 80)]


def test_what_the_system_answers_is_checked(monkeypatch, memory):
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("169.254.169.254", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answer)
    with pytest.raises(FetchRefused, match="private"):
        fetch("http://news.example/", memory=memory)


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), OSError(), UnicodeError()])
def test_an_unknown_name_is_told_plainly(error):
    def fail(host, port):
        raise error

    with pytest.raises(FetchFailed, match="No site of this name"):
        look_up_in_time("news.example", 80, fail, Deadline(5))


def test_a_name_without_addresses_is_told_plainly():
    with pytest.raises(FetchFailed, match="No site of this name"):
        look_up_in_time("news.example", 80, lambda host, port: [], Deadline(5))


def test_a_look_up_that_does_not_end_is_cut_off():
    end = threading.Event()

    def wait(host, port):
        end.wait(10)
        return ["8.8.8.8"]

    with pytest.raises(FetchFailed, match="longer than 0.1 seconds"):
        look_up_in_time("news.example", 80, wait, Deadline(0.1))
    end.set()
