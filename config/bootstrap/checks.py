"""`make check`: everything a machine can say about the code without running the product."""

import os
import secrets
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.bootstrap.places import Places
from config.bootstrap.processes import die_with_parent
from config.bootstrap.words import Trouble, say

# Settings of a real installation, for Django to judge.
PRODUCTION = {"SITE_URL": "https://example.org", "DEBUG": "0"}


@dataclass(frozen=True)
class Check:
    """One check: what it looks at, and the arguments to Python that do it."""

    name: str
    arguments: tuple[str, ...]


CHECKS = (
    Check("Lint", ("-m", "ruff", "check", ".")),
    Check("Format", ("-m", "ruff", "format", "--check", ".")),
    Check("Types", ("-m", "mypy")),
    Check("Templates", ("-m", "djlint", "templates", "--lint", "--quiet")),
    Check("Migrations", ("manage.py", "makemigrations", "--check", "--dry-run")),
    Check("Settings", ("manage.py", "check", "--deploy", "--fail-level", "WARNING")),
    Check("Floors", ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/architecture")),
)


def run_checks(places: Places, checks: Sequence[Check] = CHECKS) -> int:
    """Run every check, also after one failed, and show what the failing ones say.

    Returns 0 when all passed. Raises Trouble that names those that did not.
    """
    with tempfile.TemporaryDirectory(prefix="commonthread-") as data:
        environ = os.environ | PRODUCTION
        environ |= {"SECRET_KEY": secrets.token_urlsafe(64), "DATA_DIR": data}
        environ.pop("DATABASE_URL", None)
        failed = [check.name for check in checks if not _passes(check, places, environ)]
    if failed:
        raise Trouble(f"Not passed: {', '.join(failed)}.")
    say("All checks passed.")
    return 0


def _passes(check: Check, places: Places, environ: Mapping[str, str]) -> bool:
    begun = time.monotonic()
    done = subprocess.run(
        [str(places.python), *check.arguments],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        preexec_fn=die_with_parent(),
    )
    outcome = "not passed" if done.returncode else "passed"
    say(f"{check.name:<11} {outcome}  ({time.monotonic() - begun:.1f} s)")
    if done.returncode:
        say(done.stdout.rstrip())
    return done.returncode == 0
