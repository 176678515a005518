"""What the production server loads before it parts into processes."""

import os
import subprocess
import sys
from pathlib import Path

LOOK = "import sys, config.wsgi; print('config.urls' in sys.modules)"


def test_every_view_is_loaded_before_the_first_request(tmp_path: Path) -> None:
    environ = os.environ | {"DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOOK], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"
