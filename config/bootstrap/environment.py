"""The virtual environment: whole and up to date, or made anew.

A marker file inside `.venv` says whether work on it was finished, which Python it was made
with, what was installed, and the digest of every requirements file. The marker says
"unfinished" before anything is touched, so an environment left half-made by a power cut or a
closed lid is recognised and made again.
"""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from config.bootstrap.installing import NothingChanged, install_requirements
from config.bootstrap.making import make_environment
from config.bootstrap.places import Places
from config.bootstrap.processes import succeeds
from config.bootstrap.words import say

ASK_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
OLDEST_VERSION = (3, 11)


@dataclass
class Marker:
    """What is known about the environment. `python` is like "3.11"; `digests` is by file name."""

    complete: bool = False
    python: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    packages: list[str] = field(default_factory=list)


def ensure_environment(places: Places, wanted: Iterable[str]) -> None:
    """Bring the environment to what the requirements files named in `wanted` pin.

    Needs no network when nothing changed. Raises Trouble when it cannot be done.
    """
    marker = read_marker(places.marker)
    if marker is None:
        marker = _adopt(places)
    if marker is None or not is_whole(places, marker):
        marker = _make_anew(places)
    for name in wanted:
        if marker.digests.get(name) != digest_of(places.root / name):
            _install(places, marker, name)


def read_marker(path: Path) -> Marker | None:
    """Read the marker. None when there is none; an unreadable one counts as unfinished."""
    try:
        return Marker(**json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, TypeError):
        return Marker(complete=False)


def write_marker(path: Path, marker: Marker) -> None:
    """Write the marker in one step: a reader sees the old one or the new one, whole."""
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(marker), indent=1), encoding="utf-8")
    fresh.replace(path)


def is_whole(places: Places, marker: Marker) -> bool:
    """Tell whether the environment was finished, still runs, and still has its packages."""
    return (
        marker.complete
        and ask_version(places.python) == marker.python
        and set(marker.packages) <= set(list_packages(places.venv))
    )


def ask_version(python: Path) -> str:
    """Ask an interpreter for its version, like "3.11"; empty when it does not run."""
    try:
        command = [str(python), "-I", "-S", "-c", ASK_VERSION]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def list_packages(venv: Path) -> list[str]:
    """Name the packages in the environment, by the folders they live in."""
    folders = venv.glob("lib/python*/site-packages/*/")
    return sorted(f.name for f in folders if not f.name.endswith((".dist-info", "__pycache__")))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _adopt(places: Places) -> Marker | None:
    """Take over an environment that somebody made by hand, if it works."""
    version = ask_version(places.python)
    if not _is_new_enough(version) or not succeeds(places.python, "-m", "pip", "--version"):
        return None
    return Marker(complete=True, python=version)


def _is_new_enough(version: str) -> bool:
    return bool(version) and tuple(map(int, version.split("."))) >= OLDEST_VERSION


def _make_anew(places: Places) -> Marker:
    say("Making the environment (.venv) ...")
    if places.venv.is_symlink() or places.venv.is_file():
        places.venv.unlink()
    places.venv.mkdir(exist_ok=True)
    write_marker(places.marker, Marker(complete=False))
    make_environment(places.venv, marker=places.marker)
    marker = Marker(complete=True, python=ask_version(places.python))
    write_marker(places.marker, marker)
    return marker


def _install(places: Places, marker: Marker, name: str) -> None:
    """Install one requirements file; the marker says "unfinished" while it is under way.

    An installation that was refused (no network, say) has changed nothing, so the environment
    is kept for the next try. One that was cut off in the middle is not.
    """
    write_marker(places.marker, Marker(complete=False))
    try:
        install_requirements(places.python, places.root / name)
    except NothingChanged:
        write_marker(places.marker, marker)
        raise
    marker.digests[name] = digest_of(places.root / name)
    marker.packages = list_packages(places.venv)
    write_marker(places.marker, marker)
