"""The data folder and the secret key in it."""

import os
import secrets
from pathlib import Path

# 64 random bytes: Django asks for at least 50 characters, and this is 86 of them.
SECRET_KEY_BYTES = 64
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def ensure_secret_key(data: Path) -> Path:
    """Make sure that `data` holds a secret key that only its owner can read.

    An existing key is kept, since sign-ins and receipt links hang on it. A new one appears
    under its name only when it is complete, so a power cut leaves no half of a key.
    """
    data.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    path = data / "secret_key"
    if path.exists() and path.read_text(encoding="ascii").strip():
        path.chmod(PRIVATE_FILE)
    else:
        _write_key(path)
    return path


def _write_key(path: Path) -> None:
    half_made = path.with_name("secret_key.new")
    half_made.unlink(missing_ok=True)
    handle = os.open(half_made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(SECRET_KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    half_made.replace(path)
