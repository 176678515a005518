"""What may be skipped, and what was: each reason says how to enable it."""

import os
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest

from config.bootstrap.suite import is_strict

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

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
