"""What the tests use beyond Python: Chromium, Java, PostgreSQL, and two checkers from npm."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from config.bootstrap.environment import digest_of
from config.bootstrap.places import Places
from config.bootstrap.processes import succeeds
from config.bootstrap.words import say

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Where a developer's PostgreSQL usually listens, with the user it usually comes with.
USUAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
# Connects, and fails unless the user may make the databases that the tests are run on.
ASK_POSTGRES = """
import sys, psycopg
with psycopg.connect(sys.argv[1], connect_timeout=1) as connection:
    right = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    sys.exit(not connection.execute(right).fetchone()[0])
"""

HOW_TO_GET = {
    "PostgreSQL": "start one on this machine, or set TEST_DATABASE_URL to a database server "
    "whose user may create databases",
    "Chromium": "install it (Debian: sudo apt install chromium), or set CHROMIUM to its path",
    "Java": "install it (Debian: sudo apt install default-jre-headless)",
    "npm": "install it (Debian: sudo apt install npm), with the network reachable once",
}


def find_postgres(places: Places, environ: Mapping[str, str]) -> str | None:
    """Find a PostgreSQL where the tests may make databases; None when there is none."""
    url = environ.get("TEST_DATABASE_URL") or USUAL_POSTGRES
    return url if succeeds(places.python, "-c", ASK_POSTGRES, url) else None


def find_chromium(environ: Mapping[str, str]) -> str | None:
    """Find the browser: `CHROMIUM` when it is set, else by its usual names."""
    names = (environ["CHROMIUM"],) if environ.get("CHROMIUM") else CHROMIUM_NAMES
    return next((path for name in names if (path := shutil.which(name))), None)


def install_checkers(folder: Path) -> bool:
    """Install the pinned checkers into `folder`, if they are not there yet; tell whether they are.

    Their own install scripts are not run.
    """
    installed = folder / "node_modules" / ".installed"
    wanted = digest_of(folder / "package-lock.json")
    if installed.is_file() and installed.read_text(encoding="ascii") == wanted:
        return True
    if not shutil.which("npm"):
        return False
    say("Installing the accessibility and HTML checkers ...")
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        say(done.stderr.strip())
        return False
    installed.write_text(wanted, encoding="ascii")
    return True


def find_missing(places: Places, postgres: str | None) -> list[str]:
    """Name what is missing for a run of every test, as keys of `HOW_TO_GET`."""
    found = {
        "PostgreSQL": postgres,
        "Chromium": find_chromium(os.environ),
        "Java": shutil.which("java"),
        "npm": install_checkers(places.root / "tests" / "browser"),
    }
    return [name for name, there in found.items() if not there]
