"""What the production server loads before it parts into processes."""

import os
import subprocess
import sys
from pathlib import Path

LOOK = "import sys, config.wsgi; print('config.urls' in sys.modules)"
LEARNED = (
    "import config.wsgi; from community.screening.worded.scoring import learned;"
    "print(learned.cache_info().currsize)"
)


def said_by(code: str, data: Path) -> str:
    environ = os.environ | {"DATA_DIR": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_every_view_is_loaded_before_the_first_request(tmp_path: Path) -> None:
    assert said_by(LOOK, tmp_path) == "True"


def test_what_screening_learned_is_read_once_for_all_processes(tmp_path: Path) -> None:
    assert said_by(LEARNED, tmp_path) == "2"
