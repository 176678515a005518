"""The command line: which words it takes, and how it ends."""

import argparse
import os
import signal
from collections.abc import Sequence

from config.bootstrap.checks import run_checks
from config.bootstrap.environment import ensure_environment
from config.bootstrap.locking import hold_lock
from config.bootstrap.places import ROOT, Places, find_places
from config.bootstrap.port import read_address
from config.bootstrap.processes import run
from config.bootstrap.requirements import compile_requirements
from config.bootstrap.site import run_site
from config.bootstrap.suite import run_suite
from config.bootstrap.words import Trouble, say

# What a shell reports for a program that was ended by Ctrl-C.
INTERRUPTED = 130
# The optional extra is tested, too.
FOR_TESTS = ("requirements.txt", "requirements-dev.txt", "requirements-semantic.txt")
PASSING_ON = ("test", "bench")
OTHER_COMMANDS = {
    "test": "run every test this machine can; further words go to pytest",
    "check": "lint, types, templates, migrations, settings, floors",
    "bench": "run the benchmarks; further words go to them",
    "requirements": "compile the hashed lists again, with uv",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 well, 1 trouble, 130 interrupted."""
    options, rest = _read(arguments)
    # A script that starts this in its background has Ctrl-C ignored; it is meant for us again.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Every path below is taken from the top of the checkout, wherever this was called from.
    os.chdir(ROOT)
    try:
        return _call(options, rest, find_places(os.environ))
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except OSError as error:
        say(f"This cannot be done here: {error.strerror or error} ({error.filename or ROOT}).")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return INTERRUPTED


def _read(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Read the command and its options. Words after `test` and `bench` belong to those."""
    if arguments and arguments[0] in PASSING_ON:
        return argparse.Namespace(command=arguments[0]), list(arguments[1:])
    parser = argparse.ArgumentParser(prog="python3 -m config.bootstrap")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    site = commands.add_parser("run", help="prepare what is missing and serve the site")
    site.add_argument("--port", default=os.environ.get("PORT") or "8000")
    site.add_argument("--host", default="127.0.0.1")
    for name, purpose in OTHER_COMMANDS.items():
        commands.add_parser(name, help=purpose)
    return parser.parse_args(arguments), []


def _call(options: argparse.Namespace, rest: list[str], places: Places) -> int:
    if options.command == "run":
        return run_site(places, read_address(options.host, options.port))
    if options.command == "requirements":
        return compile_requirements()
    with hold_lock(places.lock):
        ensure_environment(places, FOR_TESTS)
    if options.command == "test":
        return run_suite(places, rest)
    if options.command == "check":
        return run_checks(places)
    return run([str(places.python), "-m", "tests.bench", *rest], os.environ)
