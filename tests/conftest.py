"""What holds for every test: what may be skipped, what was, and which database it runs on."""

import os
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pytest_django import DjangoDbBlocker

from config.bootstrap.suite import is_strict

pytest_plugins = ("tests.people", "tests.emptying", "tests.hostile", "tests.judging")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

END_OTHER_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

# The two real documents the product began with. They lie beside the checkout, never in it.
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests of the founding documents out where the documents are not."""
    if SEEDS.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("seeds")]
    items[:] = [item for item in items if not item.get_closest_marker("seeds")]
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With CI=true a skipped test is a failed one."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """With CI=true a skipped file is a failed one."""
    return refuse_skip((yield))


def refuse_skip(report: Report) -> Report:
    """Turn a skip into a failure where nothing may be skipped. An expected failure may stay."""
    if is_strict(os.environ) and report.skipped and not hasattr(report, "wasxfail"):
        report.longrepr = f"Nothing may be skipped with CI=true. {reason_of(report)}"
        report.outcome = "failed"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, and why: each reason says how to enable it."""
    reasons = Counter(map(reason_of, terminalreporter.stats.get("skipped", [])))
    lines = [f"{count} left out. {reason}" for reason, count in sorted(reasons.items())]
    if not SEEDS.is_dir():
        lines.append("The tests of the founding documents: they lie in ../shared/seeds, if at all.")
    if lines:
        terminalreporter.section("left out")
        terminalreporter.write("\n".join([*lines, ""]))


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """The words given for a skip."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")


@pytest.fixture(scope="session")
def seeds_folder() -> Path:
    """The folder of the founding documents; for tests marked `seeds`."""
    return SEEDS


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Give SQLite a file, as in production.

    In memory, all threads of a live server would share one connection and so one transaction.
    """
    from django.db import connections

    database = connections["default"].settings_dict
    if database["ENGINE"] == "django.db.backends.sqlite3":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database["TEST"]["NAME"] = str(file)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """End what the threads of live servers leave connected, so that the database can be dropped."""
    yield
    from django.db import connection

    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(END_OTHER_SESSIONS)
