"""A document to bring in, and the command that does it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

WALKS = """Short walks help more than long ones

Ten minutes are enough, says a group from the harbour, and nobody had to run for it.

What they did

They walked to the corner, rested on the bench, and walked back home again.

Comments

1. I tried it and it helped me more than any pill did.

   - How long did you walk on the first day?

      - To the gate and back, no further.

2. Not for me, my knees hurt too much.
"""


@pytest.fixture
def run(db: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Runs the command with --json; returns its exit code and what it printed."""

    def imported(*arguments: object) -> tuple[int, dict[str, Any]]:
        code = 0
        try:
            call_command("import_articles", *map(str, arguments), "--json")
        except SystemExit as end:
            code = int(end.code or 0)
        return code, json.loads(capsys.readouterr().out)

    return imported


@pytest.fixture
def walks(tmp_path: Path) -> Path:
    """A document with four comments: two at the top, a reply, and a reply to that."""
    file = tmp_path / "walks.txt"
    file.write_text(WALKS)
    return file
