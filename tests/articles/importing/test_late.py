"""What only documents need is loaded by the first of them, and by no reader."""

import subprocess
import sys
from pathlib import Path

import pytest

from articles.importing.late import Late

ROOT = Path(__file__).parents[3]


def test_a_library_is_loaded_when_its_function_is_first_called() -> None:
    assert Late("json", "loads")('{"a": 1}') == {"a": 1}
    with pytest.raises(ModuleNotFoundError):
        Late("no_such_library", "function")()


def test_a_process_that_answers_readers_loads_none_of_them() -> None:
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings';"
        "django.setup(); from config import urls;"
        "names = 'trafilatura', 'htmldate', 'feedparser', 'lxml', 'articles.importing.pages';"
        "print([name for name in names if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
