"""`make run`: from whatever is there to a site that answers."""

import os
from collections.abc import Mapping

from config.bootstrap.environment import ensure_environment
from config.bootstrap.locking import hold_lock
from config.bootstrap.places import Places
from config.bootstrap.port import Address, check_address_is_free
from config.bootstrap.processes import run
from config.bootstrap.secret import ensure_secret_key
from config.bootstrap.supervisor import Worker, supervise
from config.bootstrap.words import Trouble


def run_site(places: Places, address: Address) -> int:
    """Prepare what is missing, then serve at `address` until somebody asks to stop.

    Raises Trouble when the address is taken or a step cannot be done.
    """
    check_address_is_free(address)
    environ = {"SITE_URL": address.url} | os.environ | {"PYTHONUNBUFFERED": "1"}
    with hold_lock(places.lock):
        ensure_environment(places, ["requirements.txt"])
        _prepare_data(places, environ)
    # Preparing can take minutes the first time; somebody else may have been quicker.
    check_address_is_free(address)
    worker = Worker(_python(places, "manage.py", "run_worker"), environ)
    supervise(_server_command(places, address), worker, address)
    return 0


def _prepare_data(places: Places, environ: Mapping[str, str]) -> None:
    if not environ.get("SECRET_KEY"):
        ensure_secret_key(places.data)
    if run(_python(places, "manage.py", "prepare_site"), environ):
        raise Trouble("The database could not be prepared. What went wrong is said above.")


def _server_command(places: Places, address: Address) -> list[str]:
    return _python(
        places,
        *("-m", "gunicorn", "--config", "config/gunicorn_conf.py"),
        *("--bind", address.bind, "config.wsgi:application"),
    )


def _python(places: Places, *arguments: str) -> list[str]:
    return [str(places.python), *arguments]
