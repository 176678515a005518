"""Installing the hashed requirements into the environment, and reading what goes wrong."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.bootstrap.places import BASE_PYTHON
from config.bootstrap.processes import die_with_parent, succeeds
from config.bootstrap.words import Trouble, say

# Enough to see which package it was, and little enough to read.
LAST_LINES = 12
# Each list is whole: nothing is installed that it does not name.
EXACTLY = ("--require-hashes", "--no-deps")
PIP_FLAGS = ("--disable-pip-version-check", "--no-input", "--retries", "2", *EXACTLY)
UV_FLAGS = ("--compile-bytecode", *EXACTLY)
# A person's own pip settings for other places must not reach into the environment.
PIP_ENVIRONMENT = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}

# What an installer prints when nothing could be fetched, when something else than expected
# was, and when there was no room for it. The first two happen before anything is installed.
NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "dns error",
)
WRONG_HASH = ("DO NOT MATCH THE HASHES", "Hash mismatch")
NO_SPACE = ("No space left on device",)
NO_NETWORK_ADVICE = (
    "The packages could not be fetched: the package index does not answer. "
    "Check the network (or pip's proxy and index settings) and try again."
)
WRONG_HASH_ADVICE = (
    "A downloaded package is not the one expected, so none of it was used. "
    "Try again; if it happens again, please report it."
)
NO_SPACE_ADVICE = "The disk is full. Make room (about 500 MB) and try again."
OTHER_ADVICE = "The installer's last words are above. Once that is put right, try again."


class NothingChanged(Trouble):
    """The installation was refused before it touched the environment."""


@dataclass(frozen=True)
class Installer:
    """A command that installs packages, and the flags it understands."""

    command: tuple[str, ...]
    flags: tuple[str, ...]


def find_installer(python: Path) -> Installer | None:
    """Find what can install into the environment of `python`; None when nothing can."""
    inside, base = str(python), BASE_PYTHON
    if succeeds(inside, "-m", "pip", "--version"):
        return Installer((inside, "-m", "pip", "install"), PIP_FLAGS)
    if succeeds(base, "-m", "pip", "--python", inside, "--version"):
        return Installer((base, "-m", "pip", "--python", inside, "install"), PIP_FLAGS)
    if succeeds("uv", "pip", "list", "--python", inside):
        return Installer(("uv", "pip", "install", "--python", inside), UV_FLAGS)
    return None


def install_requirements(python: Path, requirements: Path) -> None:
    """Install exactly what `requirements` pins. Raises Trouble with the reason and the way on."""
    installer = find_installer(python)
    if installer is None:
        raise Trouble("Nothing here can install packages: neither pip nor uv answers.")
    say(f"Installing what {requirements.name} lists. The first time takes a minute or two ...")
    command = [*installer.command, *installer.flags, "-r", str(requirements)]
    code, lines = _run_and_watch(command)
    if code:
        raise explain_failure(lines)


def explain_failure(lines: Sequence[str]) -> Trouble:
    """Turn an installer's last words into what happened and what to do about it.

    A missing network needs one sentence; of anything else the last words are shown as well.
    """
    output = "\n".join(lines)
    if any(sign in output for sign in NO_NETWORK):
        return NothingChanged(NO_NETWORK_ADVICE)
    shown = "".join(f"    {line}\n" for line in lines)
    if any(sign in output for sign in WRONG_HASH):
        return NothingChanged(shown + WRONG_HASH_ADVICE)
    if any(sign in output for sign in NO_SPACE):
        return Trouble(shown + NO_SPACE_ADVICE)
    return Trouble(shown + OTHER_ADVICE)


def _run_and_watch(command: list[str]) -> tuple[int, list[str]]:
    last: deque[str] = deque(maxlen=LAST_LINES)
    process = subprocess.Popen(
        command,
        env=os.environ | PIP_ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        preexec_fn=die_with_parent(),
    )
    assert process.stdout is not None
    with process:
        last.extend(line for line in _show_progress(process.stdout) if line)
    return process.returncode, list(last)


def _show_progress(output: Iterable[str]) -> Iterator[str]:
    """Pass the lines on, counting packages in place on a terminal and saying nothing elsewhere."""
    seen = 0
    for line in output:
        if line.startswith("Collecting ") and sys.stdout.isatty():
            seen += 1
            print(f"\r  {seen} packages", end="", flush=True)
        yield line.rstrip()
    if seen:
        say()
