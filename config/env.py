"""What the environment says about this installation.

Every value is optional on one machine. A value that cannot be used never stops Python with a
stack trace: the default is taken, and the trouble is kept in `problems`, from where
`config.checks` reports it with an id and a hint.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

from common.retention import Rule
from config.bootstrap.secret import ensure_secret_key

# What stands in a header of a letter as it is, so no signs that mean something there.
_ADDRESS = re.compile(r"[\w.=+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")
SQLITE_ENGINE = "django.db.backends.sqlite3"

# WAL lets readers go on while one writes; FULL makes an acknowledged post survive a power cut.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
# KiB of pages that each thread keeps of the database: with four threads in two processes they add up,
# and the system keeps the same pages once for all of them.
SQLITE_PRAGMAS += "PRAGMA cache_size=-4000; "
# What is deleted is overwritten, so that erased words are not found in the file.
SQLITE_PRAGMAS += "PRAGMA secure_delete=ON;"
# How long a writer waits for its turn, in seconds. Long enough for a large import next door.
SQLITE_BUSY_SECONDS = 20


@dataclass(frozen=True)
class Problem:
    """One value of the environment that cannot be used, and what to do about it."""

    id: str
    message: str
    hint: str


problems: list[Problem] = []


def read(name: str, parse: Callable[[], Any], default: Any, *, id: str, hint: str) -> Any:
    """Return `parse()`, or the default with a `Problem` on record when it cannot be used."""
    try:
        return parse()
    except Exception as error:  # noqa: BLE001 - any trouble with a value is the same trouble
        problems.append(Problem(id, f"{name} cannot be used: {error}", hint))
        return default


def secret_key(data_dir: Path) -> str:
    """The key from the environment, or the one kept in `data_dir`, made on first use."""
    given = os.environ.get("SECRET_KEY")
    return given or ensure_secret_key(data_dir).read_text(encoding="ascii").strip()


def database(data_dir: Path) -> dict[str, Any]:
    """Django's database settings from `DATABASE_URL`; SQLite in `data_dir` without it."""
    fallback: dict[str, Any] = {
        "ENGINE": SQLITE_ENGINE,
        "NAME": str(data_dir / "commonthread.sqlite3"),
    }
    config = fallback
    if os.environ.get("DATABASE_URL"):
        config = read(
            "DATABASE_URL",
            lambda: known_engine(environ.Env.db_url_config(os.environ["DATABASE_URL"])),
            fallback,
            id="config.E001",
            hint="Use sqlite:////path/to/file or postgres://user:password@host:5432/name.",
        )
    # A connection is kept open by its thread: opening one costs more than most pages.
    config |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": config["ENGINE"] != SQLITE_ENGINE}
    if config["ENGINE"] == SQLITE_ENGINE:
        config["OPTIONS"] = {
            # DEFERRED, the default, loses transactions to locks when two write at once.
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_BUSY_SECONDS,
            "init_command": SQLITE_PRAGMAS,
        }
    return config


def known_engine(config: dict[str, Any]) -> dict[str, Any]:
    """Refuse databases the suite is not run on."""
    if config.get("ENGINE") not in (SQLITE_ENGINE, "django.db.backends.postgresql"):
        raise ValueError("only SQLite and PostgreSQL are supported")
    return config


def cache() -> dict[str, Any]:
    """Django's cache settings from `CACHE_URL`; memory of the process without it."""
    memory = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # A finished page is about 15 kB compressed: 400 of them stay below 10 MB a process.
        "OPTIONS": {"MAX_ENTRIES": 400},
    }
    if not os.environ.get("CACHE_URL"):
        return memory
    config: dict[str, Any] = read(
        "CACHE_URL",
        lambda: environ.Env.cache_url_config(os.environ["CACHE_URL"]),
        memory,
        id="config.E002",
        hint="Use redis://host:6379/0, or leave it out.",
    )
    return config


def email(data_dir: Path) -> dict[str, Any]:
    """Django's mail settings from `EMAIL_URL`; files in `data_dir/mail` without it."""
    folder = {
        "EMAIL_BACKEND": "config.mail.FolderBackend",
        "EMAIL_FILE_PATH": str(data_dir / "mail"),
    }
    if not os.environ.get("EMAIL_URL"):
        return folder
    config: dict[str, Any] = read(
        "EMAIL_URL",
        lambda: environ.Env.email_url_config(os.environ["EMAIL_URL"]),
        folder,
        id="config.E003",
        hint="Use smtp://user:password@host:25, smtp+tls://… or smtps://….",
    )
    return config


def site_url() -> str:
    """`SITE_URL` without a trailing slash; the address of `make run` without it."""
    default = "http://127.0.0.1:8000"
    url: str = read(
        "SITE_URL",
        lambda: web_address(os.environ.get("SITE_URL") or default),
        default,
        id="config.E004",
        hint="Write the address people type, for example https://talk.example.org.",
    )
    return url


def web_address(url: str) -> str:
    """Return `url` without trailing slash, or raise ValueError when it is not a web address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
        raise ValueError(f"{url!r} is not an address like https://talk.example.org")
    return url.rstrip("/")


def flag(name: str, default: bool) -> bool:
    """A yes-or-no value: 1/0, true/false, yes/no, on/off."""
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False, "": default}

    def parse() -> bool:
        given = os.environ.get(name, "").strip().lower()
        if given not in words:
            raise ValueError(f"{given!r} is neither yes nor no")
        return words[given]

    value: bool = read(name, parse, default, id="config.E005", hint="Write 1 or 0.")
    return value


def words_of(name: str) -> list[str]:
    """A list of words parted by commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def mail_address(name: str) -> str:
    """A bare e-mail address; "" without one."""

    def parse() -> str:
        given = os.environ.get(name, "").strip()
        if given and not _ADDRESS.fullmatch(given):
            raise ValueError(f"{given!r} is not an address like returned@talk.example.org")
        return given

    value: str = read(
        name, parse, "", id="config.E007", hint="Write the bare address, without a name."
    )
    return value


def number(name: str, default: float, least: float, most: float, hint: str) -> float:
    """A number within bounds; the default for anything else."""

    def parse() -> float:
        value = float(os.environ.get(name) or default)
        if not least <= value <= most:
            raise ValueError(f"{value:g} is not between {least:g} and {most:g}")
        return value

    value: float = read(name, parse, default, id="config.E006", hint=hint)
    return value


def days(rule: Rule) -> int:
    """For how many days something is kept: the rule's own number, unless the environment sets another."""
    hint = f"Write a whole number of days from {rule.least} to {rule.most}, such as {rule.days}."

    def parse() -> int:
        value = int(os.environ.get(rule.setting) or rule.days)
        if not rule.least <= value <= rule.most:
            raise ValueError(f"{value} is not between {rule.least} and {rule.most}")
        return value

    value: int = read(rule.setting, parse, rule.days, id="config.E008", hint=hint)
    return value
