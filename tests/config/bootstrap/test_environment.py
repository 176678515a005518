"""The environment is made once, kept while it is good, and made again when it is not."""

import json
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest


def test_a_first_start_makes_the_environment_and_installs(checkout: Any) -> None:
    code, said = checkout.run()
    assert code == 0
    assert "Making the environment" in said
    assert checkout.calls[:2] == ["venv", "pip inside requirements.txt"]


def test_a_second_start_needs_no_network(checkout: Any) -> None:
    checkout.run()
    code, said = checkout.run(FAKE_PIP="offline")
    assert code == 0 and "Ready" in said
    assert checkout.count("pip") == 1 and checkout.count("venv") == 1


def test_changed_requirements_are_installed_into_the_same_environment(checkout: Any) -> None:
    checkout.run()
    (checkout.root / "requirements.txt").write_text("django==5.3\n")
    checkout.run()
    assert checkout.count("pip") == 2 and checkout.count("venv") == 1


def test_an_installation_cut_off_in_the_middle_is_done_again_from_the_start(checkout: Any) -> None:
    process = checkout.start(FAKE_PIP="hangs")
    checkout.wait_for_call("pip")
    process.send_signal(signal.SIGKILL)
    assert checkout.run()[0] == 0
    assert checkout.count("venv") == 2 and checkout.count("pip") == 2


def break_interpreter(root: Path) -> None:
    (root / ".venv/bin/python").unlink()
    (root / ".venv/bin/python").symlink_to("/nowhere/python3")


def break_package(root: Path) -> None:
    for folder in root.glob(".venv/lib/*/site-packages/django"):
        shutil.rmtree(folder)


def break_marker(root: Path) -> None:
    (root / ".venv/bootstrap.json").write_text("{")


def become_of_another_version(root: Path) -> None:
    marker = root / ".venv/bootstrap.json"
    marker.write_text(json.dumps(json.loads(marker.read_text()) | {"python": "3.10"}))


def become_a_file(root: Path) -> None:
    shutil.rmtree(root / ".venv")
    (root / ".venv").write_text("not a folder")


def become_a_link_to_nowhere(root: Path) -> None:
    shutil.rmtree(root / ".venv")
    (root / ".venv").symlink_to("/nowhere/venv")


def become_empty(root: Path) -> None:
    shutil.rmtree(root / ".venv")
    (root / ".venv").mkdir()


@pytest.mark.parametrize(
    "spoil",
    [
        break_interpreter,
        break_package,
        break_marker,
        become_of_another_version,
        become_a_file,
        become_a_link_to_nowhere,
        become_empty,
    ],
)
def test_a_spoilt_environment_is_made_again(checkout: Any, spoil: Any) -> None:
    checkout.run()
    spoil(checkout.root)
    code, said = checkout.run()
    assert code == 0 and "Ready" in said
    assert checkout.count("venv") == 2 and checkout.count("pip") == 2


def test_a_working_environment_made_by_hand_is_taken_over(checkout: Any) -> None:
    checkout.run()
    (checkout.root / ".venv/bootstrap.json").unlink()
    checkout.run()
    assert checkout.count("venv") == 1 and checkout.count("pip") == 2


def test_without_a_network_one_sentence_says_so_and_the_environment_is_kept(checkout: Any) -> None:
    code, said = checkout.run(FAKE_PIP="offline")
    assert code == 1
    assert said.splitlines()[-1].startswith("The packages could not be fetched")
    assert "Retrying" not in said
    assert checkout.run()[0] == 0
    assert checkout.count("venv") == 1


def test_a_package_with_a_wrong_hash_is_named_and_refused(checkout: Any) -> None:
    code, said = checkout.run(FAKE_PIP="wrong hash")
    assert code == 1
    assert "blue" in said and "not the one expected" in said and "Ready" not in said


def test_any_other_trouble_shows_the_installers_last_words(checkout: Any) -> None:
    code, said = checkout.run(FAKE_PIP="puzzled")
    assert code == 1
    assert "    ERROR: something nobody has seen before" in said and "Traceback" not in said


def test_where_ensurepip_is_missing_the_pip_outside_installs(checkout: Any) -> None:
    code, said = checkout.run(FAKE_VENV="without ensurepip", FAKE_PIP="outside only")
    assert code == 0 and "Ready" in said
    assert checkout.calls[:3] == ["venv", "venv --without-pip", "pip outside requirements.txt"]


def test_where_nothing_works_the_one_command_to_type_is_printed(
    checkout: Any, tmp_path: Path
) -> None:
    path = tmp_path / "bin"
    path.mkdir()
    (path / "apt-get").write_text("#!/bin/sh\n")
    (path / "apt-get").chmod(0o755)
    code, said = checkout.run(FAKE_VENV="broken", PATH=str(path))
    assert code == 1
    assert "install -y python3." in said and "-venv" in said and "Traceback" not in said
    assert checkout.run()[0] == 0


def test_two_starts_at_once_take_turns(checkout: Any) -> None:
    first = checkout.start(FAKE_PIP="hangs")
    checkout.wait_for_call("pip")
    second = checkout.start()
    assert second.stdout.readline().startswith("Another start is preparing this folder")
    first.kill()
    assert "Ready" in checkout.read_until_ready(second)


def test_a_folder_that_cannot_be_written_is_one_sentence(checkout: Any) -> None:
    (checkout.root / "var").write_text("in the way")
    code, said = checkout.run()
    assert code == 1
    assert said.startswith("This cannot be done here: ") and len(said.splitlines()) == 1


@pytest.mark.parametrize("command", ["bench", "check", "test"])
def test_other_commands_install_what_developers_need(checkout: Any, command: str) -> None:
    checkout.wait(checkout.start(command, CI="true"))
    installed = [call for call in checkout.calls if call.startswith("pip")]
    lists = ("requirements.txt", "requirements-dev.txt", "requirements-semantic.txt")
    assert installed == [f"pip inside {name}" for name in lists]
