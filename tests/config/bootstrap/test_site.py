"""`make run`: what is started, in which order, and how all of it ends."""

import os
import re
import signal
import socket
import stat
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

Alive = Callable[[int], bool]
Until = Callable[[Callable[[], bool]], None]

NOTICED_SECONDS = 1.0  # four times as long as the bootstrap takes to look around


def test_everything_is_started_in_order(checkout: Any) -> None:
    process = checkout.start()
    assert "Ready" in checkout.read_until_ready(process)
    checkout.wait_for_call("run_worker")
    order = [call.split()[0] for call in checkout.calls]
    assert order == ["venv", "pip", "server", "run_worker"]


def test_the_ready_line_names_the_address_that_answers(checkout: Any) -> None:
    said = checkout.read_until_ready(checkout.start())
    address = re.search(r"Ready: http://127\.0\.0\.1:(\d+)/", said)
    assert address and int(address[1]) == checkout.port
    with socket.create_connection(("127.0.0.1", checkout.port), timeout=5):
        pass


def test_links_in_mails_lead_to_the_address_that_is_served(checkout: Any) -> None:
    checkout.run()
    assert f"http://127.0.0.1:{checkout.port}" in checkout.wait_for_call("server")


def test_a_site_url_that_was_set_is_kept(checkout: Any) -> None:
    checkout.run(SITE_URL="https://talk.example.org")
    assert "https://talk.example.org" in checkout.wait_for_call("server")


def test_a_secret_key_is_made_that_only_its_owner_reads(checkout: Any) -> None:
    checkout.run()
    key = checkout.root / "var" / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text().strip()) >= 50


def test_data_dir_moves_the_secret_key(checkout: Any, tmp_path: Any) -> None:
    checkout.run(DATA_DIR=str(tmp_path / "data"))
    assert (tmp_path / "data" / "secret_key").is_file()
    assert not (checkout.root / "var" / "secret_key").exists()


def test_a_secret_key_from_the_environment_needs_no_file(checkout: Any) -> None:
    checkout.run(SECRET_KEY="given")
    assert not (checkout.root / "var" / "secret_key").exists()


def test_a_port_in_use_is_one_sentence_before_anything_slow(checkout: Any) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", checkout.port))
        other.listen()
        code, said = checkout.run()
    assert code == 1
    assert said.startswith(f"Port {checkout.port} is already in use: ")
    assert len(said.splitlines()) == 1
    assert checkout.calls == [] and not (checkout.root / ".venv").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asking_for_the_end_stops_everything(
    checkout: Any, alive: Alive, number: signal.Signals
) -> None:
    process = checkout.start()
    checkout.read_until_ready(process)
    checkout.wait_for_call("run_worker")
    process.send_signal(number)
    code, said = checkout.wait(process)
    assert code == 0 and said.endswith("Stopped.\n")
    assert len(checkout.pids()) == 3
    assert not any(map(alive, checkout.pids()))


def test_under_nohup_a_closed_terminal_ends_nothing(checkout: Any, alive: Alive) -> None:
    process = checkout.start(on_hangup=signal.SIG_IGN)
    checkout.read_until_ready(process)
    checkout.wait_for_call("run_worker")
    process.send_signal(signal.SIGHUP)
    time.sleep(NOTICED_SECONDS)
    assert all(map(alive, checkout.pids()))
    process.send_signal(signal.SIGTERM)
    assert checkout.wait(process)[0] == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux can promise this.")
def test_even_kill_9_leaves_nothing_behind(checkout: Any, alive: Alive, until: Until) -> None:
    process = checkout.start()
    checkout.read_until_ready(process)
    checkout.wait_for_call("run_worker")
    process.kill()
    until(lambda: not any(map(alive, checkout.pids())))


def test_a_server_that_dies_ends_everything_with_plain_words(checkout: Any, alive: Alive) -> None:
    process = checkout.start()
    checkout.read_until_ready(process)
    checkout.wait_for_call("run_worker")
    os.kill(checkout.pids()[0], signal.SIGKILL)
    code, said = checkout.wait(process)
    assert code == 1 and "The server ended unexpectedly (ended by signal 9)" in said
    assert not any(map(alive, checkout.pids()))


def test_a_site_that_cannot_be_started_is_told_with_its_own_words(checkout: Any) -> None:
    code, said = checkout.run(FAKE_SERVER="dies")
    assert code == 1
    assert "The database is from the future." in said
    assert "The site could not be started." in said and "Ready" not in said


def test_a_second_start_in_the_same_folder_at_another_port_is_fine(checkout: Any) -> None:
    first = checkout.start()
    checkout.read_until_ready(first)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    second = checkout.start("run", "--port", str(port))
    assert f"Ready: http://127.0.0.1:{port}/" in checkout.read_until_ready(second)


def test_a_worker_that_dies_comes_back_and_the_site_goes_on(checkout: Any) -> None:
    process = checkout.start()
    checkout.read_until_ready(process)
    os.kill(int(checkout.wait_for_call("run_worker")[1]), signal.SIGKILL)
    checkout.wait_for_call("run_worker", times=2)
    with socket.create_connection(("127.0.0.1", checkout.port), timeout=5):
        pass
    process.send_signal(signal.SIGINT)
    code, said = checkout.wait(process)
    assert code == 0 and "The background worker ended unexpectedly (ended by signal 9)." in said
