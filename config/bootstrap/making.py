"""Ways to make an empty virtual environment, tried in order.

Debian and Ubuntu split `ensurepip` off into a package of its own, so `python3 -m venv` fails
on many machines that have everything else. Most of them have one of the other ways.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from config.bootstrap.installing import find_installer
from config.bootstrap.places import BASE_PYTHON
from config.bootstrap.processes import succeeds
from config.bootstrap.words import Trouble

OTHER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11", "python3")
CAN_MAKE = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
APT_LISTS = Path("/var/lib/apt/lists")


def make_environment(folder: Path, *, marker: Path) -> None:
    """Make a working environment in `folder`, keeping only the file `marker` of what was there.

    Raises Trouble, with the command to type, when no way is open on this machine.
    """
    for way in WAYS:
        empty_folder(folder, keep=marker)
        if way(folder) and find_installer(folder / "bin" / "python"):
            return
    raise Trouble(explain_missing_venv())


def empty_folder(folder: Path, *, keep: Path) -> None:
    """Delete everything in `folder` except the file `keep`. Links are cut, not followed."""
    for entry in folder.iterdir():
        if entry == keep:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def explain_missing_venv() -> str:
    """Say what is missing, ending with the one command that brings it."""
    version = f"python3.{sys.version_info.minor}"
    missing = f"This Python ({BASE_PYTHON}) cannot make virtual environments."
    if not shutil.which("apt-get"):
        return f"{missing}\nInstall a complete Python 3.11 or newer, with the venv module, and try again."
    return (
        f"{missing}\nType this, and then the same command again:\n\n    {_apt_command(version)}\n"
    )


def _apt_command(version: str) -> str:
    prefix = "" if os.geteuid() == 0 else "sudo "
    # A new container has no package lists yet, and then an install finds nothing.
    update = "" if any(APT_LISTS.glob("*Packages*")) else f"{prefix}apt update && "
    return f"{update}{prefix}apt install -y {version}-venv"


def _use_venv(folder: Path) -> bool:
    return succeeds(BASE_PYTHON, "-m", "venv", folder)


def _use_venv_without_pip(folder: Path) -> bool:
    return succeeds(BASE_PYTHON, "-m", "venv", "--without-pip", folder)


def _use_virtualenv_module(folder: Path) -> bool:
    return succeeds(BASE_PYTHON, "-m", "virtualenv", "--quiet", folder)


def _use_virtualenv_command(folder: Path) -> bool:
    return succeeds("virtualenv", "--quiet", "--python", BASE_PYTHON, folder)


def _use_uv(folder: Path) -> bool:
    return succeeds("uv", "venv", "--quiet", "--allow-existing", "--python", BASE_PYTHON, folder)


def _use_another_python(folder: Path) -> bool:
    able = (name for name in OTHER_PYTHONS if succeeds(name, "-c", CAN_MAKE))
    return any(succeeds(name, "-m", "venv", folder) for name in able)


WAYS: tuple[Callable[[Path], bool], ...] = (
    _use_venv,
    _use_venv_without_pip,
    _use_virtualenv_module,
    _use_virtualenv_command,
    _use_uv,
    _use_another_python,
)
