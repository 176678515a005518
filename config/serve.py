"""Prepare the site and serve it, in one process, so that Django is loaded once.

`python -m config.serve --bind 127.0.0.1:8000`; further words are gunicorn's. The bootstrap starts
this for `make run`. An installation that is prepared by other means runs gunicorn itself:
`gunicorn --config config/gunicorn_conf.py config.wsgi:application`.
"""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line
from django.db import connections
from gunicorn.app.wsgiapp import run

CONFIG = Path(__file__).with_name("gunicorn_conf.py")


def main(words: list[str]) -> None:
    """Prepare, then serve until a signal says stop. Exits with 1 when preparing fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(["manage.py", "prepare_site"])
    # The serving processes are copies of this one, and no two may share a connection.
    connections.close_all()
    sys.argv = ["gunicorn", "--config", str(CONFIG), *words, "config.wsgi:application"]
    run()


if __name__ == "__main__":
    main(sys.argv[1:])
