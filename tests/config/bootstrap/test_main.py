"""Any Python is told in plain words whether it will do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MAIN = ROOT / "config" / "bootstrap" / "__main__.py"
PRETEND = """
import runpy, sys
{lie}
sys.argv = ["config.bootstrap", "run"]
runpy.run_module("config.bootstrap", run_name="__main__")
"""


def run_pretending(lie: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRETEND.format(lie=lie)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("lie", "sentence"),
    [
        ("sys.version_info = (3, 10, 13)", "needs Python 3.11 or newer; this one is Python 3.10."),
        ("sys.platform = 'win32'", "Common Thread runs on Linux and macOS."),
    ],
)
def test_a_machine_that_will_not_do_is_told_so(lie: str, sentence: str) -> None:
    done = run_pretending(lie)
    assert done.returncode == 1
    assert sentence in done.stderr and "Traceback" not in done.stderr


def test_even_a_very_old_python_can_read_the_file_that_tells_it() -> None:
    ast.parse(MAIN.read_text(encoding="utf-8"), feature_version=(3, 4))
    assert "from __future__" not in MAIN.read_text(encoding="utf-8")
