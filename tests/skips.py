"""What may be skipped, and what was: each reason says how to enable it."""

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from config.bootstrap.suite import SECOND_RUN, is_strict, is_yes

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# The two real documents the product began with. They lie beside the checkout, never in it.
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


# What a test asks for that touches the database.
DATABASE = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here, and on a second database what would say the same again."""
    left_out = [item for item in items if is_left_out(item)]
    items[:] = [item for item in items if not is_left_out(item)]
    config.hook.pytest_deselected(items=left_out)


def is_left_out(item: pytest.Item) -> bool:
    """Whether the founding documents are missing for it, or its first run was enough."""
    if item.get_closest_marker("seeds") and not SEEDS.is_dir():
        return True
    return is_yes(os.environ.get(SECOND_RUN, "")) and says_the_same_again(item)


def says_the_same_again(item: pytest.Item) -> bool:
    """Whether another database cannot change what a test finds."""
    if item.get_closest_marker("looks") or item.get_closest_marker("browser"):
        return True
    asks = DATABASE & set(getattr(item, "fixturenames", ()))
    return not asks and item.get_closest_marker("django_db") is None


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
    if is_yes(os.environ.get(SECOND_RUN, "")):
        lines.append(
            "What touches no database, what is seen, and what Chromium does: it ran on SQLite before."
        )
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
