"""`make test`: the whole suite on SQLite, and again on PostgreSQL where there is one."""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from config.bootstrap.places import Places
from config.bootstrap.processes import run
from config.bootstrap.tools import HOW_TO_GET, find_missing, find_postgres
from config.bootstrap.words import Trouble, say

# A developer's own settings must not decide whether a test passes.
SETTINGS = (
    "ALLOWED_HOSTS ANSWERS_ENCODER CACHE_URL DATABASE_URL DATA_DIR DEBUG EMAIL_URL MAIL_FROM RETURN_ADDRESS SECRET_KEY "
    "SECRET_KEY_FALLBACKS SITE_NAME SITE_URL TRUSTED_PROXIES TRUST_APPROVED_POSTS TRUST_REJECTED_SHARE TRUST_REJECTIONS_MIN "
    "TRUST_WINDOW_DAYS KEEP_FINISHED_PAGES SECOND_FACTOR_REQUIRED"
).split()
# Tells pytest that the tests ran on another database a moment ago.
SECOND_RUN = "SECOND_RUN"
# Keeps Python from storing what it compiles, so that every process would compile everything anew.
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
# In parallel, with whoever is idle taking tests from whoever is busy.
IN_PARALLEL = ("--numprocesses", "auto", "--dist", "worksteal")


def run_suite(places: Places, words: Sequence[str]) -> int:
    """Run every test this machine can, passing `words` on to pytest; 0 when all is well.

    On PostgreSQL those are left out that touch no database, and those of what pages look like and
    do in a browser: they ran on SQLite a moment ago, and say the same again (`EVERYTHING=1` runs
    them, too).
    With `CI=true` a missing tool is Trouble, and pytest turns every skip into a failure.
    """
    postgres = find_postgres(places, os.environ)
    missing = find_missing(places, postgres)
    if missing and is_strict(os.environ):
        raise Trouble(f"With CI=true nothing may be left out.\n{explain_missing(missing)}")
    outcomes = {"SQLite": _run_on(places, "", words)}
    if postgres:
        outcomes["PostgreSQL"] = _run_on(places, name_database(postgres, places), words)
    _sum_up(outcomes, missing)
    return max(outcomes.values())


def is_strict(environ: Mapping[str, str]) -> bool:
    """Tell whether this is a run in which nothing may be skipped."""
    return is_yes(environ.get("CI", ""))


def is_yes(value: str) -> bool:
    """Tell whether a value of the environment means yes."""
    return value.lower() in ("1", "true", "yes")


def explain_missing(missing: Sequence[str]) -> str:
    """Say of each missing tool how to get it."""
    return "\n".join(f"No {name} was found. To enable: {HOW_TO_GET[name]}." for name in missing)


def name_database(server: str, places: Places) -> str:
    """Name a database on `server` after this checkout, so that two checkouts never share one."""
    mark = hashlib.sha256(str(places.root).encode()).hexdigest()[:8]
    return urlsplit(server)._replace(path=f"/commonthread_{mark}").geturl()


def is_setting(name: str) -> bool:
    """Whether a name of the environment is one of ours; those of how long things are kept look alike."""
    return name in SETTINGS or (name.startswith("KEEP_") and name.endswith("_DAYS"))


def _run_on(places: Places, database: str, words: Sequence[str]) -> int:
    say(f"\nRunning the tests on {'PostgreSQL' if database else 'SQLite'} ...")
    with tempfile.TemporaryDirectory(prefix="commonthread-") as data:
        environ = {name: value for name, value in os.environ.items() if not is_setting(name)}
        environ.pop(UNCOMPILED, None)
        environ |= {"DATA_DIR": data, "SECRET_KEY": secrets.token_urlsafe(64)}
        if database:
            environ |= {"DATABASE_URL": database, SECOND_RUN: "1"}
        if is_yes(environ.get("EVERYTHING", "")):
            environ.pop(SECOND_RUN, None)
        return run([str(places.python), "-m", "pytest", *IN_PARALLEL, *words], environ)


def _sum_up(outcomes: Mapping[str, int], missing: Sequence[str]) -> None:
    say()
    for name, code in outcomes.items():
        say(f"{name}: {'all passed' if code == 0 else f'not passed (pytest exit code {code})'}")
    if "PostgreSQL" in missing:
        say("PostgreSQL: left out, because none was found.")
    if missing:
        say(explain_missing(missing))
