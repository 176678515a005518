"""`python3 -m config.bootstrap run`, `test`, `check`, `bench` or `requirements`.

This file alone is kept readable for very old Pythons, so that they too get a plain sentence.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Common Thread needs Python 3.11 or newer; this one is Python %d.%d.\n"
        "On Debian or Ubuntu: sudo apt install python3 python3-venv\n"
        "If a newer one is installed already: python3.11 -m config.bootstrap run"
        % sys.version_info[:2]
    )

if sys.platform == "win32":
    sys.exit(
        "Common Thread runs on Linux and macOS. On Windows it runs inside WSL:\n"
        "wsl --install   and then the same command there."
    )

from config.bootstrap.commands import main

sys.exit(main(sys.argv[1:]))
