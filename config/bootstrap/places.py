"""Where things are kept: the environment, the data folder, the marker between them."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The interpreter under any environment this may be running in, so that remaking `.venv` while
# it is activated does not saw off the branch we sit on.
BASE_PYTHON: str = getattr(sys, "_base_executable", None) or sys.executable


@dataclass(frozen=True)
class Places:
    """The folders of one checkout. `data` holds the database, the secret key and uploads."""

    root: Path
    data: Path

    @property
    def venv(self) -> Path:
        """The virtual environment, made and remade by the bootstrap."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter inside the environment."""
        return self.venv / "bin" / "python"

    @property
    def marker(self) -> Path:
        """JSON about the environment: is it whole, and what was installed into it."""
        return self.venv / "bootstrap.json"

    @property
    def lock(self) -> Path:
        """Held while the environment and the database are being prepared."""
        return self.root / "var" / "bootstrap.lock"


def find_places(environ: Mapping[str, str]) -> Places:
    """Find the folders of this checkout; `DATA_DIR` moves the data folder, as in settings."""
    return Places(root=ROOT, data=ROOT / (environ.get("DATA_DIR") or "var"))
