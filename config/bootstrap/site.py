"""`make run`: from whatever is there to a site that answers."""

import os
from contextlib import ExitStack

from config.bootstrap.environment import ensure_environment
from config.bootstrap.locking import hold_lock
from config.bootstrap.places import Places
from config.bootstrap.port import Address, check_address_is_free
from config.bootstrap.secret import ensure_secret_key
from config.bootstrap.supervisor import Worker, supervise


def run_site(places: Places, address: Address) -> int:
    """Prepare what is missing, then serve at `address` until somebody asks to stop.

    Raises Trouble when the address is taken or a step cannot be done.
    """
    check_address_is_free(address)
    environ = {"SITE_URL": address.url} | os.environ | {"PYTHONUNBUFFERED": "1"}
    with ExitStack() as preparing:
        preparing.enter_context(hold_lock(places.lock))
        ensure_environment(places, ["requirements.txt"])
        if not environ.get("SECRET_KEY"):
            ensure_secret_key(places.data)
        # All this can take minutes the first time; somebody else may have been quicker.
        check_address_is_free(address)
        python = str(places.python)
        server = [python, "-m", "config.serve", "--bind", address.bind]
        worker = Worker([python, "manage.py", "run_worker"], environ)
        # The server prepares the database first; from its first answer on, others may go on.
        supervise(server, worker, address, when_ready=preparing.close)
    return 0
