"""`make requirements`: compile the two hashed lists again, for every platform at once."""

import os
import shutil

from config.bootstrap.processes import run
from config.bootstrap.words import Trouble, say

OLDEST_PYTHON = "3.11"
LISTS = ("requirements", "requirements-dev")
FLAGS = ("--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON, "--quiet")


def compile_requirements() -> int:
    """Write both lists anew from their `.in` files. Raises Trouble where uv is missing."""
    if not shutil.which("uv"):
        raise Trouble("This needs uv, and it is not installed. Type this: pipx install uv")
    for name in LISTS:
        say(f"Compiling {name}.txt ...")
        arguments = (*FLAGS, f"{name}.in", "--output-file", f"{name}.txt")
        if run(["uv", "pip", "compile", *arguments], os.environ):
            raise Trouble(f"{name}.in could not be compiled. What went wrong is said above.")
    return 0
